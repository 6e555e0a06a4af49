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
        name: "plant_fields",
        help: "Values of the plant, by the names of its fields.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "FIELD=VALUE",
        role: contract::ParameterRole::Fields,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "save"],
    owner: "shop",
    help: "Create or update one plant.",
    audience: contract::Audience::Roles(&["plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "plant",
        operation: contract::ResourceOperation::Save,
    },
    priority: 15,
    traits: &[contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
