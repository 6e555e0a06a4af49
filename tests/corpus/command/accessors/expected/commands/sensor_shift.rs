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
        name: "maker_key",
        help: "",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("maker"),
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("maker"),
        field: Some("maker"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "spares_keys",
        help: "",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("spares"),
        default: None,
        label: "KEYS",
        role: contract::ParameterRole::Keys,
        model: Some("maker"),
        field: Some("spares"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "profile_keys",
        help: "The keys of profiles.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("profiles"),
        default: None,
        label: "KEYS",
        role: contract::ParameterRole::Keys,
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
    path: &["sensor", "shift"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Admin,
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
