use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "plant_order",
        help: "The fields to order by; `-` before one descends.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("order"),
        default: None,
        label: "FIELDS",
        role: contract::ParameterRole::Order,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_limit",
        help: "How many plants at most.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("limit"),
        default: Some(contract::DefaultDescriptor::Integer(100)),
        label: "COUNT",
        role: contract::ParameterRole::Limit,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_count",
        help: "Show only how many plants there are.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("count"),
        default: None,
        role: contract::ParameterRole::Count,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_search",
        help: "Terms that plants must meet.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        label: "TERM",
        role: contract::ParameterRole::Search,
        model: Some("plant"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "plant_search_or",
        help: "One of the terms is enough.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("or"),
        default: None,
        role: contract::ParameterRole::SearchOr,
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
    path: &["plant", "list"],
    owner: "shop",
    help: "List plants.",
    audience: contract::Audience::Roles(&["visitor", "public", "gardener"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "plant",
        operation: contract::ResourceOperation::List,
    },
    priority: 5,
    traits: &[contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
