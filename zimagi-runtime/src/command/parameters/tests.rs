//! Parameters from texts to structs.

use serde_json::json;
use zimagi_spec::descriptor::{
    Audience, ChoiceDescriptor, CommandDescriptor, DefaultDescriptor, ParameterDescriptor, ParameterForm,
    ParameterKind, ScalarKind,
};

use super::ParameterValues;

const fn parameter(name: &'static str, kind: ParameterKind, form: ParameterForm) -> ParameterDescriptor {
    ParameterDescriptor { name, kind, form, ..ParameterDescriptor::PLAIN }
}

static DELAYS: CommandDescriptor = CommandDescriptor {
    path: &["flight", "delays"],
    owner: "test",
    help: "",
    audience: Audience::Admin,
    is_offered: true,
    parameters: &[
        parameter("origin", ParameterKind::One(ScalarKind::String { max_length: 3 }), ParameterForm::Required),
        ParameterDescriptor {
            default: Some(DefaultDescriptor::Integer(100)),
            ..parameter("least", ParameterKind::One(ScalarKind::Integer), ParameterForm::Option("least"))
        },
        parameter("until", ParameterKind::One(ScalarKind::Date), ParameterForm::Option("until")),
        parameter("carriers", ParameterKind::Many(ScalarKind::Text), ParameterForm::Option("carriers")),
        parameter("strict", ParameterKind::Flag, ParameterForm::Option("strict")),
        ParameterDescriptor {
            default: Some(DefaultDescriptor::Json("[1, 2]")),
            choices: &[
                ChoiceDescriptor { value: DefaultDescriptor::Integer(1), label: "near" },
                ChoiceDescriptor { value: DefaultDescriptor::Integer(2), label: "far" },
            ],
            ..parameter("zones", ParameterKind::Many(ScalarKind::Integer), ParameterForm::Option("zones"))
        },
    ],
    ..CommandDescriptor::PLAIN
};

fn read(texts: &[(&str, &[&str])]) -> Result<ParameterValues, String> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let texts: Vec<(&str, Vec<String>)> = texts.iter().map(|(name, texts)| (*name, owned(texts))).collect();
    ParameterValues::from_texts(&DELAYS, &texts)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_is_not_given_has_its_default_or_null() {
    let mut values = read(&[("origin", &["JFK"])]).unwrap();
    let expected =
        json!({ "origin": "JFK", "least": 100, "until": null, "carriers": [], "strict": false, "zones": [1, 2] });
    assert_eq!(values.to_json(&DELAYS), expected);
    assert_eq!(values.take::<String>("origin").unwrap(), "JFK");
    assert_eq!(values.take::<i64>("least").unwrap(), 100);
    assert_eq!(values.take::<Option<chrono::NaiveDate>>("until").unwrap(), None);
    assert_eq!(values.take::<Vec<String>>("carriers").unwrap(), Vec::<String>::new());
    assert!(!values.take::<bool>("strict").unwrap());
}

#[test]
fn lists_are_words_or_separated_by_commas_and_flags_need_no_value() {
    let mut values = read(&[("origin", &["JFK"]), ("carriers", &["AA,UA", "B6"]), ("strict", &[])]).unwrap();
    assert_eq!(values.take::<Vec<String>>("carriers").unwrap(), ["AA", "UA", "B6"]);
    assert!(values.take::<bool>("strict").unwrap());
}

#[test]
fn only_choices_are_taken() {
    let mut values = read(&[("origin", &["JFK"]), ("zones", &["2"])]).unwrap();
    assert_eq!(values.take::<Vec<i64>>("zones").unwrap(), [2]);
    let error = read(&[("origin", &["JFK"]), ("zones", &["1,3"])]).unwrap_err();
    assert_eq!(error, "parameter `zones`: `3` is not one of `1`, `2`");
}

#[test]
fn every_mistake_is_told_at_once() {
    let error = read(&[("origi", &["JFK"]), ("least", &["few"]), ("until", &["1", "2"])]).unwrap_err();
    let expected = "unknown parameter `origi`, did you mean `origin`?\n\
                    parameter `origin` is required\n\
                    parameter `least`: `few` is not a whole number of 64 bits\n\
                    parameter `until` takes one value, 2 were given";
    assert_eq!(error, expected);
}

#[test]
fn a_struct_of_another_command_is_told_apart() {
    let mut values = read(&[("origin", &["JFK"])]).unwrap();
    let error = values.take::<i64>("origin").unwrap_err().to_string();
    assert_eq!(error, "parameter `origin` is no i64: the program was not built from its specs");
}
