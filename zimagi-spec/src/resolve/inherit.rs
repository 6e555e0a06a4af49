//! Inheritance: what an entry inherits from, the weakest first.
//!
//! An entry is stronger than its mixins, a later mixin stronger than an earlier one, and mixins are stronger than the base.
//! What is inherited on two ways counts where it is weakest.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Suggestion};
use crate::document::{DataDoc, DataKind};
use crate::source::Spanned;

use super::Origin;
use super::join::DataEntry;

type Entries = IndexMap<(DataKind, String), DataEntry>;
type Reference<'e> = (DataKind, &'e Spanned<String>);

/// One entry that is inherited from, or the entry itself.
#[derive(Clone)]
pub(super) struct Layer<'e> {
    pub(super) entry: &'e DataEntry,
    pub(super) origin: Origin,
}

/// All layers of an entry.
pub(super) struct Layers<'e> {
    pub(super) layers: Vec<Layer<'e>>,
    /// Whether every base and mixin was found and read well.
    pub(super) is_whole: bool,
}

/// Reports bases and mixins that are not declared, and cycles; each once.
pub(super) fn check(entries: &Entries, has_lost_files: bool, diagnostics: &mut Diagnostics) {
    let mut done = BTreeSet::new();
    for ((kind, name), entry) in entries {
        if !has_lost_files {
            for reference in references(&entry.document) {
                if find(entries, reference).is_none() {
                    diagnostics.push(unknown(entries, reference));
                }
            }
        }
        visit(entries, (*kind, name.as_str()), &mut Vec::new(), &mut done, diagnostics);
    }
}

fn visit<'e>(
    entries: &'e Entries,
    at: (DataKind, &'e str),
    above: &mut Vec<(DataKind, &'e str)>,
    done: &mut BTreeSet<(DataKind, &'e str)>,
    diagnostics: &mut Diagnostics,
) {
    let Some(entry) = entries.get(&(at.0, at.1.to_owned())) else { return };
    if done.contains(&at) {
        return;
    }
    above.push(at);
    for (kind, name) in references(&entry.document) {
        let next = (kind, name.value.as_str());
        match above.iter().position(|one| *one == next) {
            Some(start) => diagnostics.push(cycle(name, &above[start..])),
            None => visit(entries, next, above, done, diagnostics),
        }
    }
    above.pop();
    done.insert(at);
}

/// The layers of an entry, the weakest first, itself last.
pub(super) fn layers<'e>(entries: &'e Entries, entry: &'e DataEntry) -> Layers<'e> {
    let mut found = Layers { layers: Vec::new(), is_whole: true };
    found.collect(entries, entry, Origin::Own, &mut Vec::new());
    found
}

impl<'e> Layers<'e> {
    fn collect(&mut self, entries: &'e Entries, entry: &'e DataEntry, origin: Origin, above: &mut Vec<Origin>) {
        self.is_whole &= !entry.document.is_mistaken;
        above.push(origin.clone());
        for reference in references(&entry.document) {
            let next = origin_of(reference);
            match find(entries, reference).filter(|_| !above.contains(&next)) {
                Some(base) => self.collect(entries, base, next, above),
                None => self.is_whole = false,
            }
        }
        above.pop();
        if self.layers.iter().all(|layer| layer.origin != origin) {
            self.layers.push(Layer { entry, origin });
        }
    }
}

fn references(document: &DataDoc) -> impl Iterator<Item = Reference<'_>> {
    // What is extended takes the place of a base.
    let base = document.base.iter().filter(|_| document.extend.is_none()).map(|name| (DataKind::Base, name));
    base.chain(document.mixins.iter().map(|name| (DataKind::Mixin, name)))
}

fn find<'e>(entries: &'e Entries, (kind, name): Reference<'_>) -> Option<&'e DataEntry> {
    entries.get(&(kind, name.value.clone()))
}

fn origin_of((kind, name): Reference<'_>) -> Origin {
    match kind {
        DataKind::Base => Origin::Base(name.value.clone()),
        DataKind::Mixin | DataKind::Model => Origin::Mixin(name.value.clone()),
    }
}

fn unknown(entries: &Entries, (kind, name): Reference<'_>) -> Diagnostic {
    let (code, what, other, edit) = match kind {
        DataKind::Base => (Code::UnknownBase, "base", DataKind::Mixin, "mixins: ["),
        DataKind::Mixin | DataKind::Model => (Code::UnknownMixin, "mixin", DataKind::Base, "base: "),
    };
    let known = entries.keys().filter(|(one, _)| *one == kind).map(|(_, name)| name.as_str()).collect();
    let help = match entries.contains_key(&(other, name.value.clone())) {
        true => Some(format!("write `{edit}{}{}`", name.value, if edit.ends_with('[') { "]" } else { "" })),
        false => Suggestion { what: &format!("{what}s"), known }.text(&name.value),
    };
    Diagnostic::at(code, name.span, format!("unknown {what} `{}`", name.value)).label("not declared").help_if(help)
}

fn cycle(name: &Spanned<String>, way: &[(DataKind, &str)]) -> Diagnostic {
    let way: Vec<_> = way.iter().map(|(_, name)| *name).chain([name.value.as_str()]).collect();
    Diagnostic::at(Code::InheritanceCycle, name.span, format!("`{}` inherits from itself", name.value))
        .label(format!("the way is {}", way.join(" → ")))
        .help("remove one of these bases or mixins")
}
