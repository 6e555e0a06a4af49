use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "force",
        help: "Do it without asking.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("force"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "seed_key",
        help: "The key of the seed.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Required,
        default: None,
        label: "KEY",
        role: contract::ParameterRole::Key,
        model: Some("seed"),
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["seed", "remove"],
    owner: "shop",
    help: "Remove one seed.",
    audience: contract::Audience::Roles(&["gardener"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "seed",
        operation: contract::ResourceOperation::Remove,
    },
    priority: 20,
    traits: &[contract::CommandTrait::Confirm, contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
