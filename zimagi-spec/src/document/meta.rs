//! What the original writes below `meta` and we also write flat.

use crate::source::Spanned;

use super::key::{Key, dead, ignored, key, takes};
use super::mapping::{Mapping, either};
use super::reader::Reader;
use super::takes::{Named, Takes};
use super::{Names, names};

pub(super) const KEYS: &[Key] = &[
    key("ordering", "a list of fields", "As `ordering` of the entry.").takes(Takes::Texts),
    key("unique_together", "a list of fields, or a list of such lists", "As `unique` of the entry.").takes(names::SETS),
    key("scope", "a relation or a list of them", "As `scope` of the entry.").takes(Takes::Texts),
    key("verbose_name_plural", "text", "The plural in sentences, by default made from the name.").takes(Takes::Text),
    ignored("verbose_name", "The singular in sentences; names follow the spec name."),
    ignored("command_base", "Never read by the original."),
    takes("dynamic_fields", Takes::Texts, "Fields that the application's code computes."),
    takes("provider_name", Takes::Name(Named::Plugin), "The plugin behind the data model; needs the mixin `provider`."),
    dead("indexes", "the original took objects of Python here: write `index` on the entry"),
    dead("relation", "remove it: every relation is a field"),
    dead("provider_relation", "remove it: every relation is a field"),
    dead("search_fields", "remove it: every text field that one may see is searched"),
];

/// The settings of `meta` and their flat spellings, joined.
pub(super) struct MetaDoc {
    pub(super) ordering: Option<Names>,
    pub(super) unique: Option<Spanned<Vec<Names>>>,
    pub(super) scope: Option<Names>,
    pub(super) index: Option<Spanned<Vec<Names>>>,
    pub(super) plural: Option<Spanned<String>>,
    pub(super) dynamic_fields: Option<Names>,
    pub(super) provider_name: Option<Spanned<String>>,
}

/// Reads `meta` of an entry, and the flat spellings beside it.
pub(super) fn read_meta(entry: &Mapping<'_>, reader: &mut Reader<'_>) -> MetaDoc {
    let flat = MetaDoc {
        ordering: entry.names("ordering", reader),
        unique: sets(entry, "unique", reader),
        scope: entry.names("scope", reader),
        index: sets(entry, "index", reader),
        plural: None,
        dynamic_fields: None,
        provider_name: None,
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
        dynamic_fields: meta.names("dynamic_fields", reader),
        provider_name: meta.text("provider_name", reader),
    }
}

fn sets(mapping: &Mapping<'_>, key: &str, reader: &mut Reader<'_>) -> Option<Spanned<Vec<Names>>> {
    mapping.entry(key).and_then(|entry| names::sets(&entry.value, &format!("`{key}`"), reader))
}
