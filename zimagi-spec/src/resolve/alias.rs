//! Other names of bases and mixins (`aliases`): who inherits by such a name inherits from the entry itself.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::DataKind;
use crate::source::Spanned;

use super::join::DataEntry;

type Entries = IndexMap<(DataKind, String), DataEntry>;
type Aliases = BTreeMap<(DataKind, String), String>;

/// Writes the names of entries where their aliases stand. May be done again after entries were added.
pub(super) fn bind(entries: &mut Entries) {
    let aliases = aliases(entries);
    if aliases.is_empty() {
        return;
    }
    for entry in entries.values_mut() {
        let document = &mut entry.document;
        document.base.iter_mut().for_each(|name| bind_name(name, DataKind::Base, &aliases));
        document.mixins.iter_mut().for_each(|name| bind_name(name, DataKind::Mixin, &aliases));
    }
}

/// Reports aliases of data models, which have one table and so one name, and aliases that are taken.
pub(super) fn check(entries: &Entries, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<(DataKind, &str), &Spanned<String>> =
        entries.iter().map(|((kind, name), entry)| ((*kind, name.as_str()), &entry.document.name)).collect();
    for ((kind, _), entry) in entries {
        for alias in &entry.document.aliases {
            if *kind == DataKind::Model {
                diagnostics.push(of_model(alias, &entry.document.name));
            } else if let Some(first) = taken.get(&(*kind, alias.value.as_str())) {
                diagnostics.push(taken_already(alias, first));
            } else {
                taken.insert((*kind, alias.value.as_str()), alias);
            }
        }
    }
}

fn aliases(entries: &Entries) -> Aliases {
    let named = entries.iter().filter(|((kind, _), _)| *kind != DataKind::Model);
    let pairs = named.flat_map(|((kind, name), entry)| {
        entry.document.aliases.iter().map(|alias| ((*kind, alias.value.clone()), name.clone()))
    });
    pairs.filter(|(alias, _)| !entries.contains_key(alias)).collect()
}

fn bind_name(name: &mut Spanned<String>, kind: DataKind, aliases: &Aliases) {
    if let Some(entry) = aliases.get(&(kind, name.value.clone())) {
        name.value.clone_from(entry);
    }
}

fn of_model(alias: &Spanned<String>, model: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::AliasUnfit, alias.span, format!("the data model `{}` has a second name", model.value))
        .label("a data model has one table and one name")
        .with_other(model.span, "its name")
        .help("remove the alias; to share fields, put them into a mixin")
}

fn taken_already(alias: &Spanned<String>, first: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::AliasUnfit, alias.span, format!("the alias `{}` is taken", alias.value))
        .label("second use")
        .with_other(first.span, "first use")
        .help("choose another alias")
}
