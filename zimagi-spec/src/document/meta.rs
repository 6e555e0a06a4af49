//! What the original writes below `meta` and we also write flat.

use crate::source::Spanned;

use super::key::{Key, ignored, key, not_yet};
use super::mapping::{Mapping, either};
use super::reader::Reader;
use super::{Names, names};

pub(super) const KEYS: &[Key] = &[
    key("ordering", "a list of fields", "As `ordering` of the entry."),
    key("unique_together", "a list of fields, or a list of such lists", "As `unique` of the entry."),
    key("scope", "a relation or a list of them", "As `scope` of the entry."),
    key("verbose_name_plural", "text", "The plural in sentences, by default made from the name."),
    ignored("verbose_name", "The singular in sentences; names follow the spec name."),
    ignored("command_base", "Never read by the original."),
    not_yet("dynamic_fields", "Fields computed by code."),
    not_yet("provider_name", "The plugin behind the model."),
    not_yet("indexes", "Indexes in the original's own objects: write `index` on the entry."),
];

/// The settings of `meta` and their flat spellings, joined.
pub(super) struct MetaDoc {
    pub(super) ordering: Option<Names>,
    pub(super) unique: Option<Spanned<Vec<Names>>>,
    pub(super) scope: Option<Names>,
    pub(super) index: Option<Spanned<Vec<Names>>>,
    pub(super) plural: Option<Spanned<String>>,
}

/// Reads `meta` of an entry, and the flat spellings beside it.
pub(super) fn read_meta(entry: &Mapping<'_>, reader: &mut Reader<'_>) -> MetaDoc {
    let flat = MetaDoc {
        ordering: entry.names("ordering", reader),
        unique: sets(entry, "unique", reader),
        scope: entry.names("scope", reader),
        index: sets(entry, "index", reader),
        plural: None,
    };
    let Some(meta) = entry.entry("meta") else { return flat };
    let Some(meta) = Mapping::open(meta.key.span, "`meta`", &meta.value, KEYS, reader) else { return flat };
    let ordering = meta.names("ordering", reader);
    let unique = sets(&meta, "unique_together", reader);
    let scope = meta.names("scope", reader);
    MetaDoc {
        ordering: either("ordering", flat.ordering, ordering, reader),
        unique: either("unique", flat.unique, unique, reader),
        scope: either("scope", flat.scope, scope, reader),
        index: flat.index,
        plural: meta.text("verbose_name_plural", reader),
    }
}

fn sets(mapping: &Mapping<'_>, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<Vec<Names>>> {
    mapping.entry(key).and_then(|entry| names::sets(&entry.value, &format!("`{key}`"), reader))
}
