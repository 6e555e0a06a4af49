//! Sentences of mistakes that several stages find.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Spanned;

use super::Field;

/// A name that is no field of a model; `where_` says which key names it.
pub(crate) fn unknown_field<'f>(
    model: &str,
    name: &Spanned<String>,
    where_: &str,
    fields: impl IntoIterator<Item = &'f Field>,
) -> Diagnostic {
    let known = fields.into_iter().map(|field| field.name.value.as_str()).collect();
    Diagnostic::at(Code::UnknownField, name.span, format!("`{model}` has no field `{}`", name.value))
        .label(format!("named by `{where_}`"))
        .help_if(Suggestion { what: "fields", known }.text(&name.value))
}
