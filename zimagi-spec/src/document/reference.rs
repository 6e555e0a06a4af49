//! Values that begin with `@`: references to settings and times, and variables of templates.
//!
//! A reference is a whole value, `@settings.NAME` or `@{settings.NAME}`. Text that merely contains such a form, an address of
//! mail for example, is text.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Span;

/// What may be referred to beside any setting.
const KNOWN: &[&str] = &["@time.now", "@time.now_string", "@time.now_date_string"];

/// Whether a value begins like a reference or a variable; `@@` stands for the sign itself.
pub(super) fn is_template(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{'))
}

/// The mistake in a whole value of the form of a reference, if there is one.
pub(super) fn unknown_reference(text: &str, span: Span) -> Option<Diagnostic> {
    let (owner, name) = parts(text)?;
    let plain = format!("@{owner}.{name}");
    if owner == "settings" || KNOWN.contains(&plain.as_str()) {
        return None;
    }
    let known = KNOWN.iter().copied().chain(["@settings.NAME"]).collect();
    let wish = if owner == "time" { plain.clone() } else { format!("@{owner}.NAME") };
    Some(
        Diagnostic::at(Code::UnknownReference, span, format!("`{text}` refers to nothing"))
            .label("unknown reference")
            .help_if(Suggestion { what: "references", known }.text(&wish)),
    )
}

/// The two names of a reference: of two characters or more, and of one or more.
fn parts(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('@')?;
    let inner = inner.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(inner);
    let (owner, name) = inner.split_once('.')?;
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    (is_name(owner) && owner.len() > 1 && is_name(name)).then_some((owner, name))
}
