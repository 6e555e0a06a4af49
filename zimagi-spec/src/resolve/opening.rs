//! What bases and mixins open: a module that adds one to the model of another owner may bring `api: true` with it, or
//! take a base away that hides fields. The keys of the model itself are compared where entries are joined.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::DataKind;
use crate::load::ModuleKind;
use crate::source::Span;

use super::Origin;
use super::draft::draft;
use super::inherit::{Layers, layers};
use super::join::DataEntry;
use super::model::record_groups;

type Entries = IndexMap<(DataKind, String), DataEntry>;

/// How far a model is open before another owner adds to it.
pub(super) struct Openness {
    is_served: bool,
    says_itself: bool,
    inherited_hidden: BTreeSet<String>,
    sealed: BTreeSet<String>,
    has_groups: bool,
    origins: Vec<Origin>,
}

/// How far every model is open.
pub(super) fn openness(entries: &Entries) -> BTreeMap<String, Openness> {
    let models = entries.iter().filter(|((kind, _), _)| *kind == DataKind::Model);
    models.map(|((_, name), entry)| (name.clone(), openness_of(entry, &layers(entries, entry)))).collect()
}

fn openness_of(entry: &DataEntry, layers: &Layers<'_>) -> Openness {
    let inherited = layers.layers.iter().filter(|layer| layer.origin != Origin::Own);
    let hidden = inherited.flat_map(|layer| layer.entry.document.hidden_fields.iter().flat_map(|names| &names.value));
    let draft = draft(layers, &mut Diagnostics::default());
    let sealed = draft.fields.iter().filter(|(_, field)| field.body.is_sealed());
    Openness {
        is_served: draft.is_served.unwrap_or(true),
        has_groups: record_groups(&draft).is_some(),
        sealed: sealed.map(|(name, _)| (*name).to_owned()).collect(),
        says_itself: entry.document.api.is_some(),
        inherited_hidden: hidden.map(|name| name.value.clone()).collect(),
        origins: layers.layers.iter().map(|layer| layer.origin.clone()).collect(),
    }
}

/// Compares each model with what it was before an owner was joined.
pub(super) fn report(
    before: &BTreeMap<String, Openness>,
    entries: &Entries,
    kind: ModuleKind,
    diagnostics: &mut Diagnostics,
) {
    for (name, before) in before {
        let Some(entry) = entries.get(&(DataKind::Model, name.clone())) else { continue };
        let layers = layers(entries, entry);
        let after = openness_of(entry, &layers);
        if let Some(opening) = opening(before, &after, entry, &layers) {
            diagnostics.push(opening.diagnostic(entry, kind));
        }
    }
}

/// How a model was opened.
struct Opening {
    code: Code,
    place: Span,
    what: String,
}

fn opening(before: &Openness, after: &Openness, entry: &DataEntry, layers: &Layers<'_>) -> Option<Opening> {
    if after.is_served && !before.is_served {
        let winner = layers.layers.iter().rev().find(|layer| layer.entry.document.api.is_some());
        return match winner {
            Some(own) if own.origin == Origin::Own => {
                let place = own.entry.document.api.as_ref()?.span;
                let what = "`api: true`".to_owned();
                (!before.says_itself).then_some(Opening { code: Code::ApiWidened, place, what })
            }
            Some(layer) => {
                let api = layer.entry.document.api.as_ref()?.span;
                let name = &layer.entry.document.name.value;
                let place = reference(entry, name).unwrap_or(api);
                Some(Opening {
                    code: Code::InheritanceWidened,
                    place,
                    what: format!("`{name}`, which says `api: true`,"),
                })
            }
            None => base_opening(entry, "another base, whose records are served,"),
        };
    }
    if before.has_groups && !after.has_groups {
        return Some(ungrouping(entry, layers));
    }
    if let Some(opening) = unsealing(before, after, layers) {
        return Some(opening);
    }
    let lost = before.inherited_hidden.difference(&after.inherited_hidden).next();
    let lost = lost.filter(|_| before.origins != after.origins)?;
    base_opening(entry, &format!("another base, which does not hide `{lost}`,"))
}

/// Records were for members of their groups only, and are for everyone who may see the model.
fn ungrouping(entry: &DataEntry, layers: &Layers<'_>) -> Opening {
    let own = layers
        .layers
        .last()
        .and_then(|own| own.entry.document.fields.iter().find(|field| field.name.value == "groups"));
    let base = entry.document.base.as_ref();
    let place = own.map(|field| field.name.span).or(base.map(|base| base.span)).unwrap_or(entry.document.name.span);
    Opening { code: Code::InheritanceWidened, place, what: "a model whose records have no groups any more".to_owned() }
}

/// A field that was encrypted is there in plain form: the entry has one of its own now, or another base or mixin.
fn unsealing(before: &Openness, after: &Openness, layers: &Layers<'_>) -> Option<Opening> {
    let draft = draft(layers, &mut Diagnostics::default());
    let mut lost = before.sealed.difference(&after.sealed).filter_map(|name| draft.fields.get(name.as_str()));
    let field = lost.find(|field| !field.body.is_sealed())?;
    let own = &layers.layers.last()?.entry.document;
    let name = &field.name.value;
    match &field.origin {
        Origin::Base(by) | Origin::Mixin(by) => Some(Opening {
            code: Code::InheritanceWidened,
            place: own
                .base
                .iter()
                .chain(&own.mixins)
                .find(|one| one.value == *by)
                .map_or(own.name.span, |one| one.span),
            what: format!("`{by}`, where `{name}` is not encrypted,"),
        }),
        // A field of the entry itself was compared where entries are joined.
        Origin::Own | Origin::Platform => None,
        Origin::Addition(_) => Some(Opening {
            code: Code::EncryptionDropped,
            place: field.name.span,
            what: format!("`{name}`, which is not encrypted any more,"),
        }),
    }
}

fn base_opening(entry: &DataEntry, what: &str) -> Option<Opening> {
    let place = entry.document.base.as_ref()?.span;
    Some(Opening { code: Code::InheritanceWidened, place, what: what.to_owned() })
}

/// Where the entry names a base or mixin.
fn reference(entry: &DataEntry, name: &str) -> Option<Span> {
    let document = &entry.document;
    document.base.iter().chain(&document.mixins).find(|one| one.value == name).map(|one| one.span)
}

impl Opening {
    fn diagnostic(self, entry: &DataEntry, kind: ModuleKind) -> Diagnostic {
        let name = &entry.document.name;
        let message = format!("{} opens access to `{}`", self.what, name.value);
        match kind {
            ModuleKind::Application => Diagnostic::at(Code::OpensAccess, self.place, message)
                .label("opens access")
                .with_other(name.span, "the entry is declared here"),
            ModuleKind::Platform | ModuleKind::Module => Diagnostic::at(self.code, self.place, message)
                .label("a module may only narrow the access to entries of others")
                .with_other(name.span, "the entry is declared here")
                .help("remove it; the application may open the access"),
        }
    }
}
