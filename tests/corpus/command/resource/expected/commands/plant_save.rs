use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "plant_key",
        help: "The key of the plant.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Required,
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_kind",
        help: "What kind.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("kind"),
        default: None,
        model: Some("plant"),
        field: Some("kind"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_height",
        help: "",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Optional,
        default: None,
        model: Some("plant"),
        field: Some("height"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "save"],
    owner: "shop",
    help: "Create or update one plant.",
    audience: contract::Audience::Roles(&["gardener"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "plant",
        operation: contract::ResourceOperation::Save,
    },
    priority: 15,
    traits: &[contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
