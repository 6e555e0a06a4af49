use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["refresh"],
    owner: "shop",
    help: "Looks again.",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    ..contract::CommandDescriptor::PLAIN
};
