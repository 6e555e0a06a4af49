use ::zimagi_runtime::contract;
static PARAMETERS: &[contract::ParameterDescriptor] = &[
    contract::ParameterDescriptor {
        name: "depth",
        help: "How deep to look.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Required,
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "window",
        help: "Days to look at.",
        kind: contract::ParameterKind::One(contract::ScalarKind::Integer),
        form: contract::ParameterForm::Option("last"),
        default: Some(contract::DefaultDescriptor::Integer(7)),
        label: "WEEKS",
        tags: &["report"],
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "level",
        help: "",
        kind: contract::ParameterKind::One(contract::ScalarKind::Text),
        form: contract::ParameterForm::Option("volume"),
        default: Some(contract::DefaultDescriptor::Text("low")),
        choices: &[
            contract::ChoiceDescriptor {
                value: contract::DefaultDescriptor::Text("low"),
                label: "quiet",
            },
            contract::ChoiceDescriptor {
                value: contract::DefaultDescriptor::Text("high"),
                label: "loud",
            },
        ],
        tags: &["sound", "loud"],
        is_system: true,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "strict",
        help: "Fails on doubtful ones.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("hard"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "items",
        help: "",
        kind: contract::ParameterKind::Many(contract::ScalarKind::Text),
        form: contract::ParameterForm::Required,
        default: None,
        role: contract::ParameterRole::Fields,
        model: Some("item"),
        ..contract::ParameterDescriptor::PLAIN
    },
    contract::ParameterDescriptor {
        name: "force",
        help: "Do it without asking, and in spite of errors.",
        kind: contract::ParameterKind::Flag,
        form: contract::ParameterForm::Option("force"),
        default: None,
        ..contract::ParameterDescriptor::PLAIN
    },
];
pub(crate) static COMMAND: contract::CommandDescriptor = contract::CommandDescriptor {
    path: &["plant", "audit"],
    owner: "shop",
    help: "Looks at plants.",
    audience: contract::Audience::Roles(&["auditor"]),
    is_offered: true,
    parameters: PARAMETERS,
    aliases: &["check"],
    priority: 40,
    traits: &[
        contract::CommandTrait::Confirm,
        contract::CommandTrait::Foreground,
        contract::CommandTrait::WithoutDatabase,
    ],
    worker: "heavy",
    retries: 1,
    urgency: Some(7),
    ..contract::CommandDescriptor::PLAIN
};
