//! Command lines and what they are read as.

use zimagi_spec::descriptor::*;

use super::*;

static DELAYS: CommandDescriptor = CommandDescriptor {
    path: &["flight", "delays"],
    owner: "nycflights",
    help: "Worst delays.",
    audience: Audience::Admin,
    is_offered: true,
    parameters: &[
        ParameterDescriptor {
            name: "origin",
            help: "Where from.",
            kind: ParameterKind::One(ScalarKind::String { max_length: 3 }),
            form: ParameterForm::Required,
            ..ParameterDescriptor::PLAIN
        },
        ParameterDescriptor {
            name: "carriers",
            help: "",
            kind: ParameterKind::Many(ScalarKind::String { max_length: 2 }),
            form: ParameterForm::Optional,
            ..ParameterDescriptor::PLAIN
        },
        ParameterDescriptor {
            name: "limit",
            help: "How many.",
            kind: ParameterKind::One(ScalarKind::Integer),
            form: ParameterForm::Option("limit"),
            default: Some(DefaultDescriptor::Integer(10)),
            ..ParameterDescriptor::PLAIN
        },
        ParameterDescriptor {
            name: "strict",
            help: "",
            kind: ParameterKind::Flag,
            form: ParameterForm::Option("strict"),
            short: Some('s'),
            ..ParameterDescriptor::PLAIN
        },
        ParameterDescriptor {
            name: "level",
            kind: ParameterKind::One(ScalarKind::Text),
            form: ParameterForm::Option("level"),
            choices: &[ChoiceDescriptor { value: DefaultDescriptor::Text("low"), label: "quiet" }],
            label: "LOUDNESS",
            ..ParameterDescriptor::PLAIN
        },
        ParameterDescriptor {
            name: "hidden",
            kind: ParameterKind::One(ScalarKind::Text),
            form: ParameterForm::Option("hidden"),
            is_system: true,
            ..ParameterDescriptor::PLAIN
        },
    ],
    ..CommandDescriptor::PLAIN
};

static ECHO: CommandDescriptor = CommandDescriptor {
    path: &["flight", "echo"],
    aliases: &["say"],
    priority: 0,
    traits: &[CommandTrait::Passthrough],
    parameters: &[ParameterDescriptor {
        name: "args",
        kind: ParameterKind::Many(ScalarKind::Text),
        form: ParameterForm::Optional,
        ..ParameterDescriptor::PLAIN
    }],
    ..CommandDescriptor::PLAIN
};

fn parse(line: &str) -> Result<CommandLine, clap::Error> {
    let arguments = std::iter::once("nycflights").chain(line.split_whitespace()).map(Into::into);
    CommandLine::parse("nycflights", "1.0.0", &[&DELAYS, &ECHO], arguments)
}

fn run(line: &str) -> GivenValues {
    match parse(line).unwrap().invocation {
        Invocation::Run { command, values } if command == &DELAYS => values,
        other => panic!("{other:?}"),
    }
}

#[test]
fn parameters_are_given_as_texts_and_what_is_missing_is_left_out() {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    assert_eq!(run("flight delays JFK"), [("origin", texts(&["JFK"]))]);
    let expected = [
        ("origin", texts(&["JFK"])),
        ("carriers", texts(&["UA", "AA"])),
        ("limit", texts(&["-3"])),
        ("strict", Vec::new()),
    ];
    assert_eq!(run("flight delays --limit -3 JFK UA AA --strict"), expected);
}

#[test]
fn letters_stand_for_options_and_other_words_for_commands() {
    assert_eq!(run("flight delays JFK -s").last(), Some(&("strict", Vec::new())));
    match parse("flight say -x --level 3").unwrap().invocation {
        Invocation::Run { command, values } if command == &ECHO => {
            let words = ["-x", "--level", "3"].map(str::to_owned);
            assert_eq!(values, [("args", words.to_vec())]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_help_has_labels_and_choices_in_the_order_of_priorities_and_leaves_out_what_programs_give() {
    let text = parse("flight --help").unwrap_err().to_string();
    let place = |word: &str| text.find(word).unwrap();
    assert!(place("\n  echo") < place("\n  delays"), "{text}");
    let text = parse("flight delays --help").unwrap_err().to_string();
    assert!(text.contains("--level <LOUDNESS>"), "{text}");
    assert!(text.contains("[one of: low]"), "{text}");
    assert!(!text.contains("hidden"), "{text}");
    let text = parse("flight delays JFK --hidden x").unwrap_err().to_string();
    assert!(text.starts_with("error: unexpected argument '--hidden' found"), "{text}");
}

#[test]
fn the_user_to_act_as_may_be_named_anywhere() {
    assert_eq!(parse("flight delays JFK --as ada").unwrap().as_user.as_deref(), Some("ada"));
    assert_eq!(parse("--as ada flight delays JFK").unwrap().as_user.as_deref(), Some("ada"));
    assert_eq!(parse("flight delays JFK").unwrap().as_user, None);
}

#[test]
fn built_in_commands_are_read() {
    let invocation = |line: &str| parse(line).unwrap().invocation;
    assert_eq!(
        invocation("serve --migrate --host 0.0.0.0 --data-port 0"),
        Invocation::Serve { migrate: MigrateFirst::Yes, host: Some("0.0.0.0".parse().unwrap()), data_port: Some(0) }
    );
    assert_eq!(invocation("serve"), Invocation::Serve { migrate: MigrateFirst::No, host: None, data_port: None });
    assert_eq!(invocation("db migrate"), Invocation::Migrate);
    assert_eq!(invocation("db status"), Invocation::MigrationStatus);
    let (to, confirmation) = (Some("20130101000000".to_owned()), Confirmation::Given);
    assert_eq!(invocation("db revert --to 20130101000000 --yes"), Invocation::RevertMigrations { to, confirmation });
    let missing = Invocation::RevertMigrations { to: None, confirmation: Confirmation::Missing };
    assert_eq!(invocation("db revert"), missing);
    let groups = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(
        invocation("user save ada --group a --group b"),
        Invocation::SaveUser { name: "ada".to_owned(), groups }
    );
    assert_eq!(invocation("user rotate ada"), Invocation::RotateToken { name: "ada".to_owned() });
}

#[test]
fn mistakes_name_what_is_wrong() {
    let text = parse("flight delay JFK").unwrap_err().to_string();
    assert!(text.starts_with("error: unrecognized subcommand 'delay'"), "{text}");
    let text = parse("db migrate --as ada").unwrap_err().to_string();
    assert!(text.starts_with("error: only commands of specs act as a user: leave out `--as`\n"), "{text}");
    let text = parse("flight delays").unwrap_err().to_string();
    assert!(text.starts_with("error: the following required arguments were not provided:\n  <ORIGIN>"), "{text}");
}
