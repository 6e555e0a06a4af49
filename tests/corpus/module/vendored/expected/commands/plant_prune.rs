use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "depth",
        help: "How far.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("depth"),
        default: Some(contract::DefaultDescriptor::Integer(1)),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "prune"],
    owner: "garden",
    help: "Cuts twigs.",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
