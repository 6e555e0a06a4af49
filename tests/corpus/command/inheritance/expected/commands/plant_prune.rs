use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "window",
        help: "Days to look back.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("window"),
        default: Some(contract::DefaultDescriptor::Integer(7)),
        label: "DAYS",
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "prune"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Admin,
    is_offered: false,
    parameters: PARAMETERS,
    priority: 10,
    traits: &[
        contract::CommandTrait::Foreground,
        contract::CommandTrait::WithoutDatabase,
    ],
    worker: "heavy",
    retries: 1,
    urgency: Some(7),
    ..contract::CommandDescriptor::PLAIN
};
