use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "get"],
    owner: "shop",
    help: "A person writes this one.",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
