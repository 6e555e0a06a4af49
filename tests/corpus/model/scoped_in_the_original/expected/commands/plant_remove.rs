use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "force",
        help: "Do it without asking.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("force"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
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
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "remove"],
    owner: "shop",
    help: "Remove one plant.",
    audience: contract::Audience::Roles(&["plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "plant",
        operation: contract::ResourceOperation::Remove,
    },
    priority: 20,
    traits: &[contract::CommandTrait::Confirm, contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
