use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
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
        form: contract::ParameterForm::Option("limit"),
        default: Some(contract::DefaultDescriptor::Integer(100)),
        label: "COUNT",
        role: contract::ParameterRole::Limit,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "sensor_count",
        help: "Show only how many sensors there are.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("count"),
        default: None,
        role: contract::ParameterRole::Count,
        model: Some("sensor"),
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
        name: "fields",
        help: "The fields that are shown.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("fields"),
        default: None,
        label: "FIELDS",
        role: contract::ParameterRole::Columns,
        model: Some("sensor"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["sensor", "list"],
    owner: "shop",
    help: "List sensors.",
    audience: contract::Audience::Roles(&["plant-auditor", "plant-admin"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "sensor",
        operation: contract::ResourceOperation::List,
    },
    priority: 5,
    traits: &[contract::CommandTrait::Foreground],
    ..contract::CommandDescriptor::PLAIN
};
