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
        help: "The plant within which the key is looked up.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("plant"),
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Scope,
        model: Some("plant"),
        field: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_key",
        help: "The key of the sensor.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Required,
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["sensor", "remove"],
    owner: "shop",
    help: "Remove one sensor.",
    audience: contract::Audience::Roles(&["plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "sensor",
        operation: contract::ResourceOperation::Remove,
    },
    priority: 20,
    traits: &[contract::CommandTrait::Confirm, contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
