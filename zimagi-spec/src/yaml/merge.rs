//! The merge key `<<`: the keys of other mappings, own keys win. Knows nothing of anchors: aliases are expanded before.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

use super::{Entry, Kind, Node};

/// Adds what `<<` names before the own entries; of several mappings the first that has a key wins.
pub(super) fn merged(own: Vec<Entry>, source: Option<Node>, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let Some(source) = source else { return own };
    let mut all: Vec<Entry> = Vec::new();
    for mapping in mappings(source, diagnostics) {
        for entry in mapping {
            if all.iter().all(|known| known.key.value != entry.key.value) {
                all.push(entry);
            }
        }
    }
    for entry in own {
        match all.iter_mut().find(|known| known.key.value == entry.key.value) {
            Some(known) => *known = entry,
            None => all.push(entry),
        }
    }
    all
}

fn mappings(source: Node, diagnostics: &mut Diagnostics) -> Vec<Vec<Entry>> {
    match source.kind {
        Kind::Sequence(items) => items.into_iter().filter_map(|item| mapping(item, diagnostics)).collect(),
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => mapping(source, diagnostics).into_iter().collect(),
    }
}

fn mapping(node: Node, diagnostics: &mut Diagnostics) -> Option<Vec<Entry>> {
    if let Kind::Mapping(entries) = node.kind {
        return Some(entries);
    }
    diagnostics.push(
        Diagnostic::at(Code::BadMerge, node.span, "`<<` merges something that is no mapping")
            .label("expected an alias of a mapping, or a list of them")
            .help("name an anchor: `<<: *anchor`"),
    );
    None
}
