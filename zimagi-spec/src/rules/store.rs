//! Stores: which file of an embedded database holds a table.

use crate::descriptor::Store;
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::Model;
use crate::source::Spanned;

use super::context::Context;
use super::relation::relations;

/// The platform is always the first owner.
const PLATFORM: usize = 0;

pub(super) fn is_for_the_platform(cx: &mut Context<'_>) {
    for model in cx.models().filter(|model| model.store == Store::Messages && model.owner.0 != PLATFORM) {
        cx.report(platform_only(&model.name));
    }
}

/// A foreign key cannot point into another file.
pub(super) fn relations_stay_in_one_store(cx: &mut Context<'_>) {
    for (model, field, relation) in cx.models().flat_map(relations) {
        if let Some(target) = cx.resolved.models.get(&relation.target.value).filter(|one| one.store != model.store) {
            cx.report(across_stores(&field.name, target));
        }
    }
    for (model, link) in cx.models().flat_map(|model| model.links.values().map(move |link| (model, link))) {
        if let Some(target) = cx.resolved.models.get(&link.target.value).filter(|one| one.store != model.store) {
            cx.report(across_stores(&link.name, target));
        }
    }
}

fn platform_only(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::PlatformOnly, name.span, format!("`{}` asks for the store of messages", name.value))
        .label("only data models of the platform may")
        .help("remove `store`")
}

fn across_stores(name: &Spanned<String>, target: &Model) -> Diagnostic {
    let message = format!("`{}` refers to a record in another database file", name.value);
    Diagnostic::at(Code::RelationAcrossStores, name.span, message)
        .label("a foreign key cannot point into another file")
        .with_other(target.name.span, "has another `store`")
        .help("store the identifier in a plain field")
}
