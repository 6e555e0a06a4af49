use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "seed_order",
        help: "The fields to order by; `-` before one descends.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("order"),
        default: None,
        label: "FIELDS",
        role: contract::ParameterRole::Order,
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "seed_limit",
        help: "How many seeds at most.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("limit"),
        default: Some(contract::DefaultDescriptor::Integer(100)),
        label: "COUNT",
        role: contract::ParameterRole::Limit,
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "seed_count",
        help: "Show only how many seeds there are.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("count"),
        default: None,
        role: contract::ParameterRole::Count,
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "seed_search",
        help: "Terms that seeds must meet.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "TERM",
        role: contract::ParameterRole::Search,
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "seed_search_or",
        help: "One of the terms is enough.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("or"),
        default: None,
        role: contract::ParameterRole::SearchOr,
        model: Some("seed"),
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
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["seed", "list"],
    owner: "shop",
    help: "List seeds.",
    audience: contract::Audience::Roles(&["visitor", "gardener"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "seed",
        operation: contract::ResourceOperation::List,
    },
    priority: 5,
    traits: &[contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
