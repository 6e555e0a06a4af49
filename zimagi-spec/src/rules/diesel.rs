//! Diesel schemas.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::Model;

use super::context::Context;
use super::target::DieselDependency;

/// The most columns a table may have with the feature `32-column-tables`.
const COLUMNS_MAX: usize = 32;

pub(super) fn dependency_is_there(cx: &mut Context<'_>) {
    let DieselDependency::Missing { line } = &cx.target.diesel else { return };
    if let Some(model) = cx.models().find(|model| model.diesel) {
        cx.report(missing(model, line));
    }
}

pub(super) fn columns_fit(cx: &mut Context<'_>) {
    for model in cx.models().filter(|model| model.diesel && model.fields.len() > COLUMNS_MAX) {
        cx.report(too_many_columns(model));
    }
}

fn missing(model: &Model, line: &str) -> Diagnostic {
    let message = format!("`{}` asks for a Diesel schema, and `Cargo.toml` has no fitting `diesel`", model.name.value);
    Diagnostic::at(Code::DieselMissing, model.name.span, message)
        .label("the first that asks")
        .help(format!("add to `[dependencies]` of `Cargo.toml`: {line}"))
}

fn too_many_columns(model: &Model) -> Diagnostic {
    let message = format!("`{}` has {} columns and asks for a Diesel schema", model.name.value, model.fields.len());
    Diagnostic::at(Code::TooManyColumns, model.name.span, message)
        .label(format!("at most {COLUMNS_MAX} are possible"))
        .help("write `diesel: false`, or split the data model")
}
