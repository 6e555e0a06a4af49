//! What a command inherits from: bases and mixins, the weakest first.
//!
//! As with data models: a command is stronger than its mixins, a later mixin stronger than an earlier one, and mixins are
//! stronger than the base. What is inherited on two ways counts where it is weakest. Names that are not declared are
//! passed over here; the rules report them.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{CommandDoc, CommandLevel};
use crate::source::Spanned;

use super::join::CommandEntry;

/// Commands, bases and mixins by their names.
pub(super) type Entries = IndexMap<(CommandLevel, String), CommandEntry>;

type Reference<'e> = (CommandLevel, &'e Spanned<String>);
type Place<'e> = (CommandLevel, &'e str);

/// What a command inherits from and itself, the weakest first.
pub(super) fn layers<'e>(entries: &'e Entries, document: &'e CommandDoc) -> Vec<&'e CommandDoc> {
    let mut found = Vec::new();
    collect(entries, document, &mut Vec::new(), &mut found);
    found
}

/// Reports entries that inherit from themselves.
pub(super) fn check(entries: &Entries, diagnostics: &mut Diagnostics) {
    let mut done = BTreeSet::new();
    for ((level, name), entry) in entries {
        visit(entries, (*level, name), &entry.document, &mut Vec::new(), &mut done, diagnostics);
    }
}

/// The strongest word on something.
pub(super) fn strongest<'e, T>(
    layers: &[&'e CommandDoc],
    said: impl Fn(&'e CommandDoc) -> Option<&'e T>,
) -> Option<&'e T> {
    layers.iter().rev().find_map(|layer| said(layer))
}

fn collect<'e>(
    entries: &'e Entries,
    document: &'e CommandDoc,
    above: &mut Vec<&'e CommandDoc>,
    found: &mut Vec<&'e CommandDoc>,
) {
    above.push(document);
    for reference in references(document) {
        let next = find(entries, reference).map(|(_, entry)| &entry.document);
        if let Some(next) = next.filter(|next| above.iter().all(|one| !std::ptr::eq(*one, *next))) {
            collect(entries, next, above, found);
        }
    }
    above.pop();
    if found.iter().all(|one| !std::ptr::eq(*one, document)) {
        found.push(document);
    }
}

fn visit<'e>(
    entries: &'e Entries,
    at: Place<'e>,
    document: &'e CommandDoc,
    above: &mut Vec<Place<'e>>,
    done: &mut BTreeSet<Place<'e>>,
    diagnostics: &mut Diagnostics,
) {
    if done.contains(&at) {
        return;
    }
    above.push(at);
    for reference in references(document) {
        let Some(((level, name), entry)) = find(entries, reference) else { continue };
        let next = (*level, name.as_str());
        match above.iter().position(|one| *one == next) {
            Some(start) => diagnostics.push(cycle(reference.1, &above[start..])),
            None => visit(entries, next, &entry.document, above, done, diagnostics),
        }
    }
    above.pop();
    done.insert(at);
}

/// In a mixin `base` names a mixin.
fn references(document: &CommandDoc) -> impl Iterator<Item = Reference<'_>> {
    let level = if document.level == CommandLevel::Mixin { CommandLevel::Mixin } else { CommandLevel::Base };
    let base = document.base.iter().map(move |name| (level, name));
    base.chain(document.mixins.iter().map(|name| (CommandLevel::Mixin, name)))
}

/// The entry of a name or of an alias.
fn find<'e>(
    entries: &'e Entries,
    (level, name): Reference<'_>,
) -> Option<(&'e (CommandLevel, String), &'e CommandEntry)> {
    let has_alias = |entry: &CommandEntry| entry.document.aliases.iter().any(|alias| alias.value == name.value);
    let by_alias = || entries.iter().find(|((one, _), entry)| *one == level && has_alias(entry));
    entries.get_key_value(&(level, name.value.clone())).or_else(by_alias)
}

fn cycle(name: &Spanned<String>, way: &[Place<'_>]) -> Diagnostic {
    let way: Vec<_> = way.iter().map(|(_, name)| *name).chain([name.value.as_str()]).collect();
    Diagnostic::at(Code::InheritanceCycle, name.span, format!("`{}` inherits from itself", name.value))
        .label(format!("the way is {}", way.join(" → ")))
        .help("remove one of these bases or mixins")
}
