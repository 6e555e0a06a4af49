use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "litres",
        help: "How much.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Float),
        form: contract::ParameterForm::Required,
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "water"],
    owner: "garden",
    help: "Gives water.",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
