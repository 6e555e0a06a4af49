//! Imports that use what has no meaning yet: they are checked by the tables alone.

use crate::yaml::{Entry, Kind, Node};

use super::key::{Key, Standing};
use super::mapping::Mapping;
use super::part::{PartDoc, PartKind, texts};
use super::reader::{Reader, is_false};
use super::shape::{AtSign, Walk};
use super::table::{Rest, Table};
use super::{import, import_target};

/// Whether an import waits, and what keys mean that its table does not list: another source has settings of its own.
pub(super) fn waits(entry: &Entry) -> Option<Rest> {
    if has_other_source(entry) {
        return Some(Rest::Free);
    }
    let targets = entry.value.get("data").map_or(&[][..], entries);
    (uses(&entry.value, import::KEYS) || targets.iter().any(target_waits)).then_some(Rest::Unknown)
}

/// A source that a plugin gives; what is near to a known word is a slip.
fn has_other_source(entry: &Entry) -> bool {
    let source = entry.value.get("source").map(|node| &node.kind);
    matches!(source, Some(Kind::Scalar(one)) if one.text != "csv_file" && strsim::damerau_levenshtein(&one.text, "csv_file") > 2)
}

fn target_waits(target: &Entry) -> bool {
    let map_waits = |map: &Entry| {
        uses(&map.value, import_target::MAP_KEYS)
            || matches!(map.value.get("column").map(|node| &node.kind), Some(Kind::Sequence(_)))
    };
    let relation_waits = |relation: &Entry| uses(&relation.value, import_target::RELATION_KEYS);
    uses(&target.value, import_target::KEYS)
        || target.value.get("map").is_some_and(|map| entries(map).iter().any(map_waits))
        || target.value.get("relations").is_some_and(|relations| entries(relations).iter().any(relation_waits))
}

fn uses(node: &Node, keys: &[Key]) -> bool {
    let is_said = |node: &Node| !node.is_null() && !is_false(node);
    keys.iter().any(|key| key.standing == Standing::Waiting && node.get(key.name).is_some_and(is_said))
}

fn entries(node: &Node) -> &[Entry] {
    match &node.kind {
        Kind::Mapping(entries) => entries,
        Kind::Null | Kind::Scalar(_) | Kind::Sequence(_) => &[],
    }
}

pub(super) fn read_waiting(entry: &Entry, rest: Rest, reader: &mut Reader<'_>) -> PartDoc {
    let name = entry.key.clone();
    let what = format!("the import `{}`", name.value);
    let mut walk = Walk::new(AtSign::Reference, reader);
    let mapping = walk.table_with(name.span, &what, &entry.value, Table::Import, rest);
    let mentions = walk.mentions;
    let requires = mapping.as_ref().map(|mapping: &Mapping<'_>| texts(mapping, "requires")).unwrap_or_default();
    PartDoc { parts: requires, ..PartDoc::new(PartKind::Import, name, mentions) }
}
