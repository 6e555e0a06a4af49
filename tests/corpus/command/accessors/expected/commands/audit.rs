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
        name: "profile_key",
        help: "The key of the profile.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("profile"),
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_keys",
        help: "The keys of sensors.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("sensors"),
        default: None,
        label: "KEYS",
        role: contract::ParameterRole::Keys,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_order",
        help: "The fields to order by; `-` before one descends.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("order"),
        default: None,
        label: "FIELDS",
        role: contract::ParameterRole::Order,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_limit",
        help: "How many sensors at most.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("most"),
        default: Some(contract::DefaultDescriptor::Integer(100)),
        label: "COUNT",
        role: contract::ParameterRole::Limit,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_count",
        help: "Only count.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("count"),
        default: None,
        role: contract::ParameterRole::Count,
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
        name: "sensor_provider_name",
        help: "The provider of the sensor.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("provider"),
        default: None,
        label: "NAME",
        role: contract::ParameterRole::Provider,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_id",
        help: "The identifier.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("id"),
        default: None,
        label: "ID",
        role: contract::ParameterRole::Id,
        model: Some("sensor"),
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
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["audit"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Admin,
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
