use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "args",
        help: "All words as they are.",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Optional,
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["echo"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    priority: 20,
    traits: &[contract::CommandTrait::Passthrough],
    retries: 2,
    ..contract::CommandDescriptor::PLAIN
};
