//! Commands and their parameters.

use std::collections::BTreeMap;

use crate::descriptor::{ParameterKind, ScalarKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Form, Literal, Parameter, fitted};
use crate::source::{Span, Spanned};

use super::context::Context;
use super::default::check;

/// The first words of the application's own command line.
const WORDS: &[&str] = &["db", "help", "import", "key", "migrate", "serve", "token", "version", "work"];

/// Commands in groups that an application may add to.
const PATHS: &[&str] = &["user rotate", "user save"];

/// Options that every command has.
const OPTIONS: &[&str] = &["as", "config", "database", "help", "host", "json", "quiet", "verbose", "version"];

/// Letters of options that every command has.
const LETTERS: &[char] = &['h', 'V'];

/// The person's words are dealt out from left to right: after a word that may be left out none may be required, and a
/// list takes all that follow.
pub(super) fn positionals_are_in_order(cx: &mut Context<'_>) {
    for command in cx.resolved.commands.values() {
        let mut before: Option<&Parameter> = None;
        let words = command.parameters.values().filter(|parameter| !matches!(parameter.form, Form::Option(_)));
        for parameter in words.filter(|parameter| !parameter.is_system) {
            if let Some(before) = before {
                let is_list = matches!(before.kind, ParameterKind::Many(_));
                if is_list {
                    cx.report(after_list(parameter, before));
                } else if before.form == Form::Optional && parameter.form == Form::Required {
                    cx.report(required_after_optional(parameter, before));
                }
            }
            before = Some(parameter);
        }
    }
}

pub(super) fn options_are_distinct(cx: &mut Context<'_>) {
    for command in cx.resolved.commands.values() {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for parameter in command.parameters.values() {
            let Form::Option(option) = &parameter.form else { continue };
            for option in [format!("--{option}")].into_iter().chain(parameter.short.map(|letter| format!("-{letter}")))
            {
                if let Some(first) = seen.insert(option.clone(), parameter.name.span) {
                    cx.report(same_option(&parameter.name, &option, first));
                }
            }
        }
    }
}

pub(super) fn words_are_not_reserved(cx: &mut Context<'_>) {
    for (path, command) in &cx.resolved.commands {
        let first = &command.path[0];
        if WORDS.contains(&first.value.as_str()) {
            cx.report(reserved(first, &format!("the command `{}`", first.value)));
        } else if PATHS.contains(&path.as_str()) {
            cx.report(reserved(first, &format!("the command `{path}`")));
        }
        for parameter in command.parameters.values() {
            if let Form::Option(option) = &parameter.form
                && OPTIONS.contains(&option.as_str())
            {
                cx.report(reserved(&parameter.name, &format!("the option `--{option}`")));
            }
            if let Some(letter) = parameter.short.filter(|letter| LETTERS.contains(letter)) {
                cx.report(reserved(&parameter.name, &format!("the option `-{letter}`")));
            }
        }
    }
}

/// How often and how urgently a command is tried are numbers in a range; each is said once, wherever it is inherited from.
pub(super) fn settings_are_in_range(cx: &mut Context<'_>) {
    let mut said: BTreeMap<Span, Diagnostic> = BTreeMap::new();
    for command in cx.resolved.commands.values() {
        let retries = command.retries.iter().filter(|one| !(0..=i64::from(u32::MAX)).contains(&one.value));
        let urgency = command.urgency.iter().filter(|one| !(0..=9).contains(&one.value));
        for (key, range, one) in retries
            .map(|one| ("task_retries", "a number that is not negative", one))
            .chain(urgency.map(|one| ("task_priority", "a number from 0 to 9", one)))
        {
            said.entry(one.span).or_insert_with(|| out_of_range(key, range, one));
        }
    }
    said.into_values().for_each(|diagnostic| cx.report(diagnostic));
}

/// Values that are possible fit the type, and the default is one of them.
pub(super) fn choices_fit(cx: &mut Context<'_>) {
    for parameter in cx.resolved.commands.values().flat_map(|command| command.parameters.values()) {
        let kind = match parameter.kind {
            ParameterKind::Flag => ScalarKind::Boolean,
            ParameterKind::One(kind) | ParameterKind::Many(kind) => kind,
        };
        parameter.choices.iter().for_each(|choice| check(cx, &parameter.name, kind, &choice.value));
        let is_choice = |value: &Literal| {
            let value = fitted(kind, value);
            parameter.choices.iter().any(|choice| fitted(kind, &choice.value.value) == value)
        };
        let default = parameter.default.iter().filter(|default| !matches!(default.value, Literal::Json(_)));
        for default in default.filter(|default| !parameter.choices.is_empty() && !is_choice(&default.value)) {
            cx.report(default_outside(&parameter.name, default.span));
        }
    }
}

/// Words after a command are its positional parameters.
pub(super) fn nothing_stands_below_a_command(cx: &mut Context<'_>) {
    let commands = &cx.resolved.commands;
    for command in commands.values() {
        for length in 1..command.path.len() {
            let above: Vec<_> = command.path[..length].iter().map(|word| word.value.as_str()).collect();
            if let Some(above) = commands.get(&above.join(" ")) {
                let last = above.path.last().map_or(command.path[0].span, |word| word.span);
                cx.report(below_command(&command.path[length], last));
            }
        }
    }
}

fn out_of_range(key: &str, range: &str, one: &Spanned<i64>) -> Diagnostic {
    Diagnostic::at(Code::SettingOutOfRange, one.span, format!("`{key}` cannot be `{}`", one.value))
        .label(format!("expected {range}"))
        .help("choose another number")
}

fn default_outside(name: &Spanned<String>, place: Span) -> Diagnostic {
    Diagnostic::at(Code::DefaultOutside, place, format!("the default of `{}` is not one of its values", name.value))
        .label("not among the `choices`")
        .with_other(name.span, "the parameter")
        .help("choose one of them, or add it to `choices`")
}

fn required_after_optional(parameter: &Parameter, before: &Parameter) -> Diagnostic {
    let name = &parameter.name;
    Diagnostic::at(
        Code::PositionalOrder,
        name.span,
        format!("`{}` is required and follows an optional word", name.value),
    )
    .label("could not be told from the word before")
    .with_other(before.name.span, "may be left out")
    .help("put required parameters first, or write `optional: '--NAME'` for an option")
}

fn after_list(parameter: &Parameter, before: &Parameter) -> Diagnostic {
    let name = &parameter.name;
    Diagnostic::at(Code::PositionalOrder, name.span, format!("`{}` follows a list of words", name.value))
        .label("the list takes all words that follow")
        .with_other(before.name.span, "a list")
        .help("put the list last, or write `optional: '--NAME'` for an option")
}

fn same_option(name: &Spanned<String>, option: &str, first: Span) -> Diagnostic {
    Diagnostic::at(Code::SameOption, name.span, format!("two parameters have the option `{option}`"))
        .label("second")
        .with_other(first, "first")
        .help("give one of them another option")
}

fn reserved(name: &Spanned<String>, what: &str) -> Diagnostic {
    Diagnostic::at(Code::ReservedCommand, name.span, format!("{what} belongs to the platform"))
        .label("taken")
        .help("choose another word")
}

fn below_command(word: &Spanned<String>, above: Span) -> Diagnostic {
    Diagnostic::at(Code::CommandWithin, word.span, format!("`{}` stands below a command", word.value))
        .label("cannot be reached")
        .with_other(above, "runs code and takes the words that follow")
        .help("move it beside that command")
}
