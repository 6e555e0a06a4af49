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
        name: "fields",
        help: "The fields that are shown.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("fields"),
        default: None,
        label: "FIELDS",
        role: contract::ParameterRole::Columns,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "get"],
    owner: "shop",
    help: "Show one plant.",
    audience: contract::Audience::Roles(&["plant-auditor", "public", "plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "plant",
        operation: contract::ResourceOperation::Get,
    },
    priority: 10,
    traits: &[contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
