use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "weights",
        help: "",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Float),
        form: contract::ParameterForm::Optional,
        default: Some(contract::DefaultDescriptor::Json("[1,2.5]")),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "note",
        help: "",
        kind: contract::ParameterKind::One(contract::ScalarKind::String {
            max_length: 256,
        }),
        form: contract::ParameterForm::Option("note"),
        default: None,
        is_interpolated: true,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "extra",
        help: "",
        kind: contract::ParameterKind::One(
            contract::ScalarKind::Json(contract::JsonShape::Dict),
        ),
        form: contract::ParameterForm::Option("extra"),
        default: Some(contract::DefaultDescriptor::Json("{\"deep\":true}")),
        is_system: true,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "count"],
    owner: "shop",
    help: "",
    audience: contract::Audience::Roles(&["keeper"]),
    is_offered: true,
    parameters: PARAMETERS,
    traits: &[
        contract::CommandTrait::Foreground,
        contract::CommandTrait::WithoutDatabase,
    ],
    worker: "heavy",
    urgency: Some(7),
    ..contract::CommandDescriptor::PLAIN
};
