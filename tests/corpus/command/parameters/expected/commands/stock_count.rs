use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "shelf",
        help: "Where to count.",
        kind: contract::ParameterKind::One(contract::ScalarKind::String {
            max_length: 256,
        }),
        form: contract::ParameterForm::Required,
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "limit",
        help: "Stops after so many.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("limit"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "least",
        help: "Leaves out lighter ones.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Float),
        form: contract::ParameterForm::Option("least"),
        default: Some(contract::DefaultDescriptor::Float(1.0)),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "is_strict",
        help: "Fails on doubtful ones.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("strict"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "labels",
        help: "Only items with these.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("labels"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["stock", "count"],
    owner: "shop",
    help: "Counts items.",
    audience: contract::Audience::Roles(&["keeper"]),
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
