//! Models as text.

use zimagi_spec::descriptor::{Direction, Operation, Store};

use super::access::render_access;
use super::field::{render_field, render_link};
use super::page::Page;
use crate::plan::{Home, IdentifierPlan, IndexPlan, ModelPlan, Plan};

pub(super) fn render_model(page: &mut Page, plan: &Plan, model: &ModelPlan) {
    page.line(0, format_args!("model {}  {}", model.name, model.place));
    render_facts(page, model);
    render_access(page, plan, model);
    for field in &model.fields {
        render_field(page, field, &plan.databases);
    }
    for link in &model.links {
        render_link(page, link);
    }
    for reverse in &model.reverse {
        page.line(1, format_args!("reverse {} from {}.{}", reverse.name, reverse.model, reverse.field));
    }
    for index in &model.indexes {
        page.line(1, index_text(index));
    }
}

fn render_facts(page: &mut Page, model: &ModelPlan) {
    page.entry("help", &model.help);
    page.entry("owner", &model.owner);
    page.entry("rust", rust_text(model));
    page.entry("table", format_args!("{}{}", model.table, store_text(model.store)));
    page.entry("identifier", identifier_text(&model.identifier));
    page.entry("key", key_text(model));
    page.entry("ordering", ordering_text(model));
    page.entry("disabled", model.disabled.iter().map(|one| operation_text(*one)).collect::<Vec<_>>().join(", "));
    page.entry("extends", model.extends.as_deref().unwrap_or_default());
    page.entry("groups", model.record_groups.as_deref().unwrap_or_default());
    page.entry("display", model.display.as_deref().unwrap_or_default());
    page.entry("dynamic", model.dynamic_fields.join(", "));
    page.entry("auto", if model.is_created_on_reference { "created when others refer to it" } else { "" });
    page.entry("checks", model.triggers.check.join(", "));
    page.entry("sets", model.triggers.save.join(", "));
    page.entry("hooks", model.hooks.as_ref().map_or("", |hooks| &hooks.code));
    page.entry("diesel", model.diesel.as_ref().map_or("", |diesel| &diesel.table_ident));
}

/// How the primary key is made.
pub(crate) fn identifier_text(identifier: &IdentifierPlan) -> String {
    match identifier {
        IdentifierPlan::Field(field) => field.clone(),
        IdentifierPlan::Hash(fields) => format!("digest of {}", fields.join(", ")),
        IdentifierPlan::LegacyHash(fields) => format!("legacy digest of {}", fields.join(", ")),
    }
}

/// How people address a record.
fn key_text(model: &ModelPlan) -> String {
    let key = model.key.as_deref().unwrap_or_default();
    if model.scope.is_empty() { key.to_owned() } else { format!("{key} within {}", model.scope.join(", ")) }
}

const fn operation_text(operation: Operation) -> &'static str {
    match operation {
        Operation::List => "list",
        Operation::Retrieve => "retrieve",
        Operation::Update => "update",
        Operation::Destroy => "destroy",
        Operation::Clear => "clear",
    }
}

fn rust_text(model: &ModelPlan) -> String {
    match &model.home {
        Home::Own => format!("data::{}::{}", model.module, model.type_name),
        Home::External(path) => format!("{path}::{}::{}", model.module, model.type_name),
    }
}

const fn store_text(store: Store) -> &'static str {
    match store {
        Store::Main => "",
        Store::Messages => " in the store of messages",
    }
}

fn ordering_text(model: &ModelPlan) -> String {
    let steps = model.ordering.iter().map(|step| format!("{}{}", step.field, direction_text(step.direction)));
    steps.collect::<Vec<_>>().join(", ")
}

const fn direction_text(direction: Direction) -> &'static str {
    match direction {
        Direction::Ascending => "",
        Direction::Descending => " descending",
    }
}

fn index_text(index: &IndexPlan) -> String {
    let steps = index.steps.iter().map(|step| format!("{}{}", step.column, direction_text(step.direction)));
    let kind = if index.is_unique { "unique" } else { "index" };
    format!("{kind} {} ({})", index.name, steps.collect::<Vec<_>>().join(", "))
}
