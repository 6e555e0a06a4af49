//! Relations between models: what is stored of the target, and how the target sees them.

use indexmap::IndexMap;

use crate::descriptor::{Multiplicity, ScalarKind};
use crate::source::Spanned;

use super::draft::Draft;
use super::field::{kept, multiplicity};
use super::{Extends, FieldKind, Identifier, Link, Model, Reverse};

/// A reverse relation with the model it belongs to.
pub(super) struct ReverseOf {
    target: String,
    reverse: Reverse,
}

/// How the targets of a model's relations see them; `related_name: '+'` hides one.
pub(super) fn reverse(model: &str, draft: &Draft<'_>) -> Vec<ReverseOf> {
    let relations = draft.fields.iter().filter_map(|(field, drafted)| {
        let target = drafted.body.relation.as_ref()?;
        let name = match &drafted.body.related_name {
            Some(name) => name.clone().map(|name| without_placeholders(&name, model)),
            None => Spanned::new(model.to_owned(), drafted.name.span),
        };
        let multiplicity = multiplicity(drafted.body);
        let reverse = Reverse { name, model: model.to_owned(), field: (*field).to_owned(), multiplicity };
        Some(ReverseOf { target: target.value.clone(), reverse })
    });
    relations.filter(|one| one.reverse.name.value != "+").collect()
}

/// How an extended record sees the one that extends it: by the name of its model.
pub(super) fn reverse_of_pointer(model: &str, extends: &Extends) -> ReverseOf {
    let reverse = Reverse {
        name: Spanned::new(model.to_owned(), extends.model.span),
        model: model.to_owned(),
        field: extends.pointer.clone(),
        multiplicity: Multiplicity::One,
    };
    ReverseOf { target: extends.model.value.clone(), reverse }
}

/// The original's placeholders all stand for the referring model.
fn without_placeholders(name: &str, model: &str) -> String {
    ["%(data_name)s", "%(class)s", "%(model_name)s", "%(app_label)s"]
        .iter()
        .fold(name.to_owned(), |name, placeholder| name.replace(placeholder, model))
}

/// Gives targets their reverse relations, and relations the kind of what they store.
pub(super) fn bind(models: &mut IndexMap<String, Model>, reverse: Vec<ReverseOf>) {
    for one in reverse {
        let field = one.reverse.field.as_str();
        let is_there = models
            .get(&one.reverse.model)
            .is_some_and(|model| model.fields.contains_key(field) || model.links.contains_key(field));
        if let Some(target) = models.get_mut(&one.target).filter(|_| is_there) {
            target.reverse.push(one.reverse);
        }
    }
    let stored: IndexMap<_, _> = models.keys().map(|name| (name.clone(), stored(models, name, models.len()))).collect();
    for field in models.values_mut().flat_map(|model| model.fields.values_mut()) {
        if let FieldKind::Relation(relation) = &mut field.kind
            && let Some(kind) = stored.get(&relation.target.value)
        {
            relation.stored = *kind;
            field.default = field.default.take().map(|default| kept(*kind, default));
        }
    }
    let pairs: Vec<_> =
        models.values().flat_map(|model| model.links.values().map(|link| pairs(models, model, link))).collect();
    let links = models.values_mut().flat_map(|model| model.links.values_mut());
    for (link, pairs) in links.zip(pairs) {
        link.stored = stored.get(&link.target.value).copied().unwrap_or(link.stored);
        if let Some(pairs) = pairs {
            (link.table, link.source_column, link.target_column) = pairs;
        }
    }
}

/// The table and the columns of a link whose pairs are records of a model: of two relations to the same model the first is
/// the link's own side. A model that does not relate both sides is refused by a rule.
fn pairs(models: &IndexMap<String, Model>, model: &Model, link: &Link) -> Option<(String, String, String)> {
    let through = models.get(&link.through.as_ref()?.value)?;
    let mut to_source = columns_to(through, &model.name.value);
    let mut to_target = columns_to(through, &link.target.value);
    let (source, target) = match model.name.value == link.target.value {
        true => (to_source.next()?, to_source.next()?),
        false => (to_source.next()?, to_target.next()?),
    };
    Some((through.table.clone(), source.to_owned(), target.to_owned()))
}

fn columns_to<'m>(model: &'m Model, target: &str) -> impl Iterator<Item = &'m str> {
    model.fields.values().filter_map(move |field| match &field.kind {
        FieldKind::Relation(relation) if relation.target.value == target => Some(field.column.as_str()),
        FieldKind::Relation(_) | FieldKind::Scalar(_) => None,
    })
}

/// The kind of a model's identifier. An identifier may be a relation to a model whose identifier is one; a cycle of such
/// is refused by a rule and ends here when no step is left.
fn stored(models: &IndexMap<String, Model>, name: &str, steps: usize) -> ScalarKind {
    let Some(Identifier::Field(field)) = models.get(name).map(|model| &model.identifier) else {
        return ScalarKind::Identifier;
    };
    match models[name].fields.get(&field.value).map(|field| &field.kind) {
        Some(FieldKind::Scalar(kind)) => *kind,
        Some(FieldKind::Relation(relation)) if steps > 0 => stored(models, &relation.target.value, steps - 1),
        Some(FieldKind::Relation(_)) | None => ScalarKind::Identifier,
    }
}
