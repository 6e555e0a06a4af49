use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
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
    path: &["seed", "get"],
    owner: "shop",
    help: "Show one seed.",
    audience: contract::Audience::Roles(&["visitor", "gardener"]),
    is_offered: true,
    parameters: PARAMETERS,
    kind: contract::CommandKind::Resource {
        model: "seed",
        operation: contract::ResourceOperation::Get,
    },
    priority: 10,
    traits: &[contract::CommandTrait::Foreground],
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
