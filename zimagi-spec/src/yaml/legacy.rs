//! What YAML 1.1 (the original's dialect) reads otherwise than YAML 1.2: each form has its rule.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// The mistake in a plain scalar that the two versions read differently.
pub(super) fn difference(text: &str, span: Span) -> Option<Diagnostic> {
    old_boolean(text, span)
        .or_else(|| leading_zero(text, span))
        .or_else(|| sexagesimal(text, span))
        .or_else(|| underscored(text, span))
        .or_else(|| tilde(text, span))
}

fn old_boolean(text: &str, span: Span) -> Option<Diagnostic> {
    let meaning = match text {
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" => "true",
        "no" | "No" | "NO" | "off" | "Off" | "OFF" => "false",
        _ => return None,
    };
    Some(
        Diagnostic::at(Code::OldBoolean, span, format!("`{text}` was a boolean in YAML 1.1 and is text in YAML 1.2"))
            .label("which one is meant?")
            .help(format!("write `{meaning}` for the boolean, or '{text}' with quotes for the text")),
    )
}

fn leading_zero(text: &str, span: Span) -> Option<Diagnostic> {
    let digits = unsigned(text);
    let is_octal = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_octal.then(|| {
        let decimal = digits.trim_start_matches('0');
        let decimal = if decimal.is_empty() { "0" } else { decimal };
        Diagnostic::at(Code::LeadingZero, span, format!("`{text}` was octal in YAML 1.1 and is decimal in YAML 1.2"))
            .label("a number with a leading zero")
            .help(format!("write `{decimal}` for the number, or '{text}' with quotes for the text"))
    })
}

fn sexagesimal(text: &str, span: Span) -> Option<Diagnostic> {
    let (first, rest) = unsigned(text).split_once(':')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_sixtieth = |part: &str| is_number(part) && (part.len() == 1 || (part.len() == 2 && part < "6"));
    (is_number(first) && rest.split(':').all(is_sixtieth)).then(|| {
        Diagnostic::at(Code::Sexagesimal, span, format!("`{text}` was a number to base 60 in YAML 1.1"))
            .label("text in YAML 1.2")
            .help(format!("write '{text}' with quotes for the text"))
    })
}

fn underscored(text: &str, span: Span) -> Option<Diagnostic> {
    let digits = unsigned(text);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.contains('_')
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_' || byte == b'.');
    is_number.then(|| {
        let plain = text.replace('_', "");
        Diagnostic::at(Code::Underscored, span, format!("`{text}` was a number in YAML 1.1 and is text in YAML 1.2"))
            .label("a number with underscores")
            .help(format!("write `{plain}` for the number, or '{text}' with quotes for the text"))
    })
}

fn tilde(text: &str, span: Span) -> Option<Diagnostic> {
    (text == "~")
        .then(|| Diagnostic::at(Code::Tilde, span, "`~` means null").label("easily overlooked").help("write `null`"))
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}
