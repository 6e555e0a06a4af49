//! Fields: every kind, with options that fit it more often than not.

use proptest::prelude::*;
use proptest::sample::select;

/// The body of a field that holds a value: `type: integer, default: 3`.
pub(crate) fn scalar() -> impl Strategy<Value = String> {
    (kind(), any::<[bool; 4]>()).prop_map(|((kind, default), [is_nullable, has_default, is_indexed, is_told])| {
        let mut body = format!("type: {kind}");
        if is_nullable && !kind.starts_with("list") && !kind.starts_with("dict") {
            body += ", 'null': true";
        }
        if has_default && !default.is_empty() {
            body += &format!(", default: {default}");
        }
        if is_indexed && can_be_compared(kind) {
            body += ", index: true";
        }
        if is_told {
            body += ", help: 'What it\"s \\ for: {all}'";
        }
        body
    })
}

/// Whether databases can order and index what it holds.
pub(crate) fn can_be_compared(body: &str) -> bool {
    let is = |kind: &&str| body.trim_start_matches("type: ").starts_with(kind);
    !["text", "json", "list", "dict", "binary", "string, encrypted"].iter().any(is)
}

/// Kinds with their options, each with a default that fits.
fn kind() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(vec![
        ("string", "'it''s \"new\"'"),
        ("string, max_length: 1", "x"),
        ("string, max_length: 190", "''"),
        ("string, choices: [small, large]", "small"),
        ("string, encrypted: true", ""),
        ("text", "'a \\ b'"),
        ("integer", "-9223372036854775808"),
        ("integer, min: 1, max: 3", "2"),
        ("integer, choices: {1: one, 2: two}", "1"),
        ("float", "-0.125"),
        ("boolean", "true"),
        ("date", "'2024-02-29'"),
        ("datetime", "'2024-02-29T23:59:59.999999Z'"),
        ("time", "'23:59:59.999999'"),
        ("duration", "-PT0.000001S"),
        ("decimal, max_digits: 18, decimal_places: 0", "7"),
        ("decimal, max_digits: 5, decimal_places: 5", "'0.00001'"),
        ("uuid", "'1b4e28ba-2fa1-11d2-883f-0016d3cca427'"),
        ("binary", "AAH/"),
        ("json", ""),
        ("list", ""),
        ("dict", ""),
        ("'@django.PositiveSmallIntegerField'", "0"),
        ("'@django.CharField', options: {max_length: 12}", "x"),
    ])
}
