//! Options of a field from both places where they may stand.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;
use crate::yaml::{Entry, Kind};

use super::choice::{ChoiceDoc, read_choices};
use super::closed;
use super::literal::{Form, Literal, read_as};
use super::mapping::{Mapping, given_twice};
use super::reader::Reader;

/// A field and its mapping `options`.
pub(super) struct Options<'n> {
    pub(super) field: Mapping<'n>,
    pub(super) nested: Option<Mapping<'n>>,
    /// The field in sentences.
    pub(super) what: String,
}

impl<'n> Options<'n> {
    /// The entry of an option, null or not; it may stand in one of the two places.
    fn written(&self, key: &str, reader: &mut Reader<'_>) -> Option<&'n Entry> {
        let flat = self.field.written(key);
        let nested_key = if key == "index" { "db_index" } else { key };
        let nested = self.nested.as_ref().and_then(|nested| nested.written(nested_key));
        if let (Some(flat), Some(nested)) = (flat, nested) {
            reader.report(given_twice(nested.value.span, flat.value.span, &format!("`{key}`")));
        }
        flat.or(nested)
    }

    fn entry(&self, key: &str, reader: &mut Reader<'_>) -> Option<&'n Entry> {
        self.written(key, reader).filter(|entry| !entry.value.is_null())
    }

    fn what(&self, key: &str) -> String {
        format!("`{key}` of {}", self.what)
    }

    pub(super) fn boolean(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<bool>> {
        self.entry(key, reader).and_then(|entry| reader.boolean(&entry.value, &self.what(key)))
    }

    pub(super) fn integer(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<i64>> {
        self.entry(key, reader).and_then(|entry| reader.integer(&entry.value, &self.what(key)))
    }

    pub(super) fn text(&self, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<String>> {
        self.entry(key, reader).and_then(|entry| reader.text(&entry.value, &self.what(key)))
    }

    pub(super) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&'static str, T)],
        reader: &mut Reader<'_>,
    ) -> Option<Spanned<T>> {
        let word = self.text(key, reader)?.map(|word| closed::without_braces(&word));
        closed::read(&word, &self.what(key), words, reader)
    }

    /// A default; the inner `None` is null.
    pub(super) fn default(&self, form: Form, reader: &mut Reader<'_>) -> Option<Spanned<Option<Literal>>> {
        let entry = self.written("default", reader)?;
        if let Kind::Scalar(scalar) = &entry.value.kind
            && scalar.text.starts_with("@settings.")
        {
            reader.report(setting(&Spanned::new(scalar.text.clone(), entry.value.span)));
            return None;
        }
        read_as(form, &entry.value, &self.what("default"), reader)
    }

    pub(super) fn literal(&self, key: &str, form: Form, reader: &mut Reader<'_>) -> Option<Spanned<Literal>> {
        let entry = self.entry(key, reader)?;
        let read = read_as(form, &entry.value, &self.what(key), reader)?;
        read.value.map(|value| Spanned::new(value, read.span))
    }

    pub(super) fn choices(
        &self,
        form: Form,
        is_text: bool,
        reader: &mut Reader<'_>,
    ) -> Option<Spanned<Vec<ChoiceDoc>>> {
        let entry = self.entry("choices", reader)?;
        read_choices(&entry.value, form, is_text, &self.what("choices"), reader)
    }

    /// The original's fields that set themselves.
    pub(super) fn refuse_time(&self, key: &str, reader: &mut Reader<'_>) {
        let Some(entry) = self.entry(key, reader) else { return };
        if reader.boolean(&entry.value, &self.what(key)).is_some_and(|is_set| is_set.value) {
            let twin = if key == "auto_now" { "updated" } else { "created" };
            reader.report(
                Diagnostic::at(Code::AutomaticTime, entry.key.span, format!("{} sets itself", self.what))
                    .label(format!("every data model has `{twin}`"))
                    .help(format!("remove the field and use `{twin}`")),
            );
        }
    }
}

pub(super) fn setting(text: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::SettingReference, text.span, format!("`{}` is a setting of the running original", text.value))
        .label("not known when specs are compiled")
        .help("write the value itself")
}
