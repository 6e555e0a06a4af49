use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
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
    contract::ParameterDescriptor {
        name: "sensor_fields",
        help: "Values of the sensor, by the names of its fields.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "FIELD=VALUE",
        role: contract::ParameterRole::Fields,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["sensor", "save"],
    owner: "shop",
    help: "Create or update one sensor.",
    audience: contract::Audience::Roles(&["plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "sensor",
        operation: contract::ResourceOperation::Save,
    },
    priority: 15,
    traits: &[contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
