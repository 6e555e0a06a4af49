use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "sensor_search",
        help: "Terms that sensors must meet.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "TERM",
        role: contract::ParameterRole::Search,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_search_or",
        help: "One of the terms is enough.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("or"),
        default: None,
        role: contract::ParameterRole::SearchOr,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
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
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["sensor", "clear"],
    owner: "shop",
    help: "Remove all sensors that match.",
    audience: contract::Audience::Roles(&["plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "sensor",
        operation: contract::ResourceOperation::Clear,
    },
    priority: 25,
    traits: &[contract::CommandTrait::Confirm, contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
