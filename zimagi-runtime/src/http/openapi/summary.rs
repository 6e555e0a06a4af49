//! What clients need to know of a type before they ask for it: its identifier, its key and the names of its fields by kind.

use serde_json::{Map, Value as Json, json};
use zimagi_spec::descriptor::Writability;

use super::served::ServedType;
use crate::data::catalogue::Field;

/// The entry of a type in `x-data`.
pub(super) fn summary(type_: &ServedType<'_>) -> Json {
    let descriptor = type_.model.descriptor;
    let names = |is_meant: &dyn Fn(&Field) -> bool| {
        type_.fields().filter(|field| is_meant(field)).map(Field::name).collect::<Vec<_>>()
    };
    let is_unique = |field: &Field| descriptor.unique.iter().any(|set| set.contains(&field.name()));
    let relations = type_.relations().map(|(field, target)| (field.name().to_owned(), Json::from(target.name())));
    let links = type_.links().map(|(link, target)| (link.name().to_owned(), Json::from(target.name())));
    let reverse = type_.reverse().map(|(reverse, model)| (reverse.name.to_owned(), Json::from(model.name())));
    let relations: Map<_, _> = relations.chain(links).collect();
    let scope = relations.iter().filter(|(name, _)| descriptor.scope.contains(&name.as_str()));
    json!({
        "id": type_.model.identifier().name(),
        "key": type_.key_name(),
        "system": names(&|field| field.descriptor.writability == Writability::System),
        "unique": names(&is_unique),
        "dynamic": [],
        "atomic": names(&|field| field.relation.is_none()),
        "scope": scope.map(|(name, target)| (name.clone(), target.clone())).collect::<Map<_, _>>(),
        "relations": relations,
        "reverse": reverse.collect::<Map<_, _>>(),
    })
}
