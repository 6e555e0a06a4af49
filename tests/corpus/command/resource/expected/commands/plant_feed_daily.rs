use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "plant_kind",
        help: "What kind.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("plant_kind"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "feed", "daily"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Authenticated,
    is_offered: true,
    parameters: PARAMETERS,
    retries: 3,
    ..contract::CommandDescriptor::PLAIN
};
