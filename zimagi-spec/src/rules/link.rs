//! Many-to-many relations: pairs in a table of their own, so that they are no fields.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Identifier, Link, Model};
use crate::source::{Span, Spanned};

use super::context::Context;
use super::relation::relations;

pub(super) fn is_no_field(cx: &mut Context<'_>) {
    for model in cx.models().filter(|model| !model.links.is_empty()) {
        for (key, name) in names(model) {
            if let Some(link) = model.links.get(&name.value) {
                cx.report(no_field(key, name, link));
            }
        }
    }
}

/// The records of `through` are the pairs: one relation to each side, no more, so that no pair means two things.
pub(super) fn through_relates_both_sides(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        for link in model.links.values() {
            let Some(through) = &link.through else { continue };
            if cx.is_model_missing(&through.value) {
                let known = cx.model_names();
                cx.report(super::relation::unknown_model(through, known));
            }
            let Some(pairs) = cx.resolved.models.get(&through.value) else { continue };
            let is_whole = !cx.resolved.reported.models.contains(&through.value);
            if is_whole && !relates(pairs, &model.name.value, &link.target.value) {
                cx.report(not_both_sides(model, link, through, pairs.name.span));
            }
        }
    }
}

fn relates(pairs: &Model, source: &str, target: &str) -> bool {
    let count = |to: &str| relations(pairs).filter(|(_, _, relation)| relation.target.value == to).count();
    if source == target { count(source) == 2 } else { count(source) == 1 && count(target) == 1 }
}

/// Every name of a field of the model itself, with the key that names it.
fn names(model: &Model) -> Vec<(&'static str, &Spanned<String>)> {
    let (key, names) = match &model.identifier {
        Identifier::Field(name) => ("id", std::slice::from_ref(name)),
        Identifier::Hash(names) | Identifier::LegacyHash(names) => ("id_fields", names.as_slice()),
    };
    let identifier = names.iter().map(move |name| (key, name));
    let address = model.key.iter().map(|name| ("key", name)).chain(model.scope.iter().map(|name| ("scope", name)));
    let address = address.filter(|(_, name)| names.iter().all(|one| one.span != name.span));
    let ordering = model.ordering.iter().map(|step| ("ordering", &step.field));
    let is_said = |name: &&Spanned<String>| model.key.as_ref() != Some(*name) && !model.scope.contains(name);
    let unique = model.unique.iter().flatten().filter(is_said).map(|name| ("unique", name));
    let is_asked = |name: &&Spanned<String>| model.ordering.iter().all(|step| step.field != **name);
    let indexes = model.indexes.iter().flatten().map(|step| &step.field).filter(is_asked).map(|name| ("index", name));
    identifier.chain(address).chain(ordering).chain(unique).chain(indexes).collect()
}

fn no_field(key: &str, name: &Spanned<String>, link: &Link) -> Diagnostic {
    Diagnostic::at(
        Code::LinkUnfit,
        name.span,
        format!("`{key}` cannot name the many-to-many relation `{}`", name.value),
    )
    .label("has no column of its own")
    .with_other(link.name.span, "any number of records")
    .help(format!("leave it out of `{key}`"))
}

fn not_both_sides(model: &Model, link: &Link, through: &Spanned<String>, place: Span) -> Diagnostic {
    let (source, target) = (&model.name.value, &link.target.value);
    let wanted = match source == target {
        true => format!("exactly two relations to `{source}`"),
        false => format!("exactly one relation to `{source}` and one to `{target}`"),
    };
    Diagnostic::at(Code::ThroughShape, through.span, format!("`{}` does not relate both sides", through.value))
        .label(format!("needs {wanted}"))
        .with_other(place, "the data model of the pairs")
        .help(format!("give `{}` these relations, or remove `through`", through.value))
}
