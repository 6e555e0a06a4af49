//! Entries that wait for their meaning, of all owners.

use indexmap::IndexMap;

use crate::document::{Mention, ModuleDoc, PartDoc, PartKind};

use super::join::{ImportEntry, Joined};
use super::{OwnerId, Part};

/// All of them. An import that requires one that waits waits too, because it runs after it.
pub(super) fn collect(modules: &[ModuleDoc], imports: &mut IndexMap<String, ImportEntry<'_>>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (index, module) in modules.iter().enumerate() {
        let documents = module.specs.iter().flat_map(|spec| &spec.parts);
        parts.extend(documents.map(|document| Part { owner: OwnerId(index), document: document.clone() }));
    }
    loop {
        let waits = |name: &str| {
            let mut documents = parts.iter().map(|part| &part.document);
            documents.any(|part| part.kind == PartKind::Import && part.name.value == name)
        };
        let next = imports.iter().position(|(_, one)| one.document.requires.iter().any(|name| waits(&name.value)));
        let Some((_, entry)) = next.and_then(|next| imports.shift_remove_index(next)) else { return parts };
        parts.push(Part { owner: entry.owner, document: waiting(&entry) });
    }
}

fn waiting(entry: &ImportEntry<'_>) -> PartDoc {
    PartDoc {
        kind: PartKind::Import,
        name: entry.document.name.clone(),
        aliases: Vec::new(),
        parts: entry.document.requires.clone(),
        parameters: Vec::new(),
        mentions: Vec::new(),
    }
}

/// The names of other entries in commands.
pub(super) fn mentions(joined: &Joined<'_>) -> Vec<Mention> {
    joined.commands.values().flat_map(|entry| &entry.document.mentions).cloned().collect()
}
