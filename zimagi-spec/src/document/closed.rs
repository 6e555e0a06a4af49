//! Words of closed sets.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::source::Spanned;

use super::reader::Reader;

/// The value of a word, or a report that names the nearest one.
pub(super) fn read<T: Copy>(
    word: &Spanned<String>,
    what: &str,
    words: &[(&'static str, T)],
    reader: &mut Reader<'_>,
) -> Option<Spanned<T>> {
    let found = words.iter().find(|(name, _)| *name == word.value);
    if found.is_none() {
        let is_reference = word.value.starts_with('@');
        let known = words.iter().map(|(name, _)| *name).filter(|name| name.starts_with('@') == is_reference).collect();
        reader.report(
            Diagnostic::at(Code::UnknownWord, word.span, format!("{what} cannot be `{}`", word.value))
                .label("unknown word")
                .help_if(Suggestion { what: "words", known }.text(&word.value)),
        );
    }
    found.map(|(_, value)| Spanned::new(*value, word.span))
}

/// The original's references in their short spelling: `@{django.CharField}` is `@django.CharField`.
pub(super) fn without_braces(word: &str) -> String {
    let inner = word.strip_prefix("@{").and_then(|word| word.strip_suffix('}'));
    inner.map_or_else(|| word.to_owned(), |inner| format!("@{inner}"))
}
