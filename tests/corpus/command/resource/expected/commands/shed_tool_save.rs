use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "tool_key",
        help: "The key of the tool.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Required,
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("tool"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "tool_fields",
        help: "Values of the tool, by the names of its fields.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "FIELD=VALUE",
        role: contract::ParameterRole::Fields,
        model: Some("tool"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "home_key",
        help: "",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("home"),
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("plant"),
        field: Some("home"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "users_keys",
        help: "",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("users"),
        default: None,
        label: "KEYS",
        role: contract::ParameterRole::Keys,
        model: Some("plant"),
        field: Some("users"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["shed", "tool", "save"],
    owner: "shop",
    help: "Create or update one tool.",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "tool",
        operation: contract::ResourceOperation::Save,
    },
    priority: 15,
    traits: &[contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
