//! Sentences of mistakes that several stages find.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Spanned;

use super::Field;

/// A name that is no field of a model; `label` says who names it.
pub(crate) fn unknown_field<'f>(
    model: &str,
    name: &Spanned<String>,
    label: &str,
    fields: impl IntoIterator<Item = &'f Field>,
) -> Diagnostic {
    let known = fields.into_iter().map(|field| field.name.value.as_str()).collect();
    Diagnostic::at(Code::UnknownField, name.span, format!("`{model}` has no field `{}`", name.value))
        .label(label)
        .help_if(Suggestion { what: "fields", known }.text(&name.value))
}
