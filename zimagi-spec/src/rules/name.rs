//! Spec names: what they may be made of and which are taken.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;

use super::context::Context;
use super::relation::members;

/// Names with a path or word of their own in the data API; a model of that name could not be reached.
const ROUTES: &[&str] = &["status", "schema", "download", "health", "metrics", "openapi", "openapi.json", "docs"];

/// Parameters of list requests; a filter by a field of that name could not be told from them.
const QUERY_PARAMETERS: &[&str] = &[
    "page", "count", "fields", "q", "ordering", "limit", "format", "cursor", "total", "offset", "search", "estimate",
    "having", "replace",
];

/// Model names that clash with what generated code declares beside models.
const GENERATED: &[&str] = &["registry", "parameters", "imports", "descriptors", "platform"];

pub(super) fn names_are_snake_case(cx: &mut Context<'_>) {
    let resolved = cx.resolved;
    for model in cx.models() {
        check(cx, "data model", &model.name);
        for member in members(model) {
            check(cx, "field", member);
        }
        for field in model.fields.values().filter(|field| !is_snake_case(&field.column)) {
            let column = Spanned::new(field.column.clone(), field.name.span);
            if is_snake_case(&field.name.value) {
                check(cx, "column", &column);
            }
        }
        for name in &model.dynamic_fields {
            check(cx, "computed field", name);
        }
        for reverse in &model.reverse {
            check(cx, "relation", &reverse.name);
        }
    }
    for import in resolved.imports.values() {
        check(cx, "import", &import.name);
    }
    for command in resolved.commands.values() {
        command.path.iter().chain(&command.aliases).for_each(|word| check(cx, "command", word));
        command.parameters.values().for_each(|parameter| check(cx, "parameter", &parameter.name));
    }
    for role in resolved.roles.values() {
        check_role(cx, &role.name);
    }
}

pub(super) fn names_are_not_reserved(cx: &mut Context<'_>) {
    for model in cx.models() {
        let name = &model.name;
        if ROUTES.contains(&name.value.as_str()) {
            cx.report(reserved("data model", name, "a path of the data API"));
        }
        if GENERATED.contains(&name.value.as_str()) {
            cx.report(reserved("data model", name, "a name in generated code"));
        }
        for name in members(model).filter(|name| QUERY_PARAMETERS.contains(&name.value.as_str())) {
            cx.report(reserved("field", name, "a parameter of list requests"));
        }
        for reverse in model.reverse.iter().filter(|one| QUERY_PARAMETERS.contains(&one.name.value.as_str())) {
            cx.report(reserved("relation", &reverse.name, "a parameter of list requests"));
        }
    }
}

fn check(cx: &mut Context<'_>, what: &str, name: &Spanned<String>) {
    if !is_snake_case(&name.value) {
        cx.report(bad_name(
            what,
            name,
            "lower-case letters, digits and single `_`, a letter first",
            snake(&name.value),
        ));
    }
}

/// Roles may have dashes, as in the original.
fn check_role(cx: &mut Context<'_>, name: &Spanned<String>) {
    if !is_snake_case(&name.value.replace('-', "_")) {
        let wish = snake(&name.value).map(|wish| wish.replace('_', "-"));
        cx.report(bad_name("role", name, "lower-case letters, digits, `-` and `_`, a letter first", wish));
    }
}

/// Two underscores stand between the parts of SQL names, and between the steps of a path in the API.
pub(super) fn is_snake_case(name: &str) -> bool {
    let is_begun = name.starts_with(|c: char| c.is_ascii_lowercase());
    let is_made = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    is_begun && is_made && !name.contains("__") && !name.ends_with('_')
}

/// The nearest name that would do, if it is near.
fn snake(name: &str) -> Option<String> {
    let mut snake = String::new();
    for letter in name.chars() {
        match letter {
            'A'..='Z' => {
                let is_word = snake.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
                snake.push_str(if is_word { "_" } else { "" });
                snake.push(letter.to_ascii_lowercase());
            }
            'a'..='z' | '0'..='9' => snake.push(letter),
            _ if snake.is_empty() || snake.ends_with('_') => {}
            _ => snake.push('_'),
        }
    }
    let snake = snake.trim_end_matches('_');
    is_snake_case(snake).then(|| snake.to_owned())
}

fn bad_name(what: &str, name: &Spanned<String>, expected: &str, wish: Option<String>) -> Diagnostic {
    Diagnostic::at(Code::BadName, name.span, format!("`{}` cannot be the name of a {what}", name.value))
        .label(format!("expected {expected}"))
        .help_if(wish.map(|wish| format!("write `{wish}`")))
}

fn reserved(what: &str, name: &Spanned<String>, taken: &str) -> Diagnostic {
    Diagnostic::at(Code::ReservedName, name.span, format!("`{}` cannot be the name of a {what}", name.value))
        .label(format!("is {taken}"))
        .help("choose another name")
}
