//! Models as text.

use zimagi_spec::descriptor::{Direction, Multiplicity, OnDelete, Operation, Storage, Store, Visibility, Writability};

use super::page::{Page, kind_text, literal_text};
use crate::plan::{FieldKindPlan, FieldPlan, Home, IdentifierPlan, IndexPlan, LinkPlan, ModelPlan, PresencePlan};

pub(super) fn render_model(page: &mut Page, model: &ModelPlan) {
    page.line(0, format_args!("model {}  {}", model.name, model.place));
    page.entry("help", &model.help);
    page.entry("owner", &model.owner);
    page.entry("rust", rust_text(model));
    page.entry("table", format_args!("{}{}", model.table, store_text(model.store)));
    page.entry("route", if model.is_served { format!("/{}/", model.name) } else { String::new() });
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
    page.entry("view", model.access.view.join(", "));
    page.entry("edit", model.access.edit.join(", "));
    page.entry("diesel", model.diesel.as_ref().map_or("", |diesel| &diesel.table_ident));
    for field in &model.fields {
        render_field(page, field);
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

fn render_field(page: &mut Page, field: &FieldPlan) {
    let words = [
        presence_text(&field.presence),
        column_text(field),
        writability_text(field.writability).to_owned(),
        visibility_text(field.visibility).to_owned(),
        storage_text(field.storage).to_owned(),
        limits_text(field),
        field.origin.clone(),
    ];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let member = format!("{}: {}", field.member.ident, field.member.type_);
    page.line(1, format_args!("field {:<16} {:<28} {member}", field.name, field_kind_text(&field.kind)));
    page.line(2, words.join(", "));
}

fn render_link(page: &mut Page, link: &LinkPlan) {
    let LinkPlan { name, target, table, source_column, target_column, .. } = link;
    page.line(1, format_args!("link {name:<17} many {target} through {table} ({source_column}, {target_column})"));
    let words = [writability_text(link.writability), visibility_text(link.visibility), &link.origin];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if !words.is_empty() {
        page.line(2, words.join(", "));
    }
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

const fn storage_text(storage: Storage) -> &'static str {
    match storage {
        Storage::Plain => "",
        Storage::Sealed => "encrypted",
    }
}

fn limits_text(field: &FieldPlan) -> String {
    let min = field.limits.min.as_ref().map(|min| format!("at least {}", literal_text(min)));
    let max = field.limits.max.as_ref().map(|max| format!("at most {}", literal_text(max)));
    let choices: Vec<String> = field.limits.choices.iter().map(|(value, _)| literal_text(value)).collect();
    let choices = (!choices.is_empty()).then(|| format!("one of {}", choices.join(" ")));
    min.into_iter().chain(max).chain(choices).collect::<Vec<_>>().join(", ")
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

fn identifier_text(identifier: &IdentifierPlan) -> String {
    match identifier {
        IdentifierPlan::Field(field) => field.clone(),
        IdentifierPlan::Hash(fields) => format!("digest of {}", fields.join(", ")),
        IdentifierPlan::LegacyHash(fields) => format!("legacy digest of {}", fields.join(", ")),
    }
}

fn key_text(model: &ModelPlan) -> String {
    let key = model.key.as_deref().unwrap_or_default();
    if model.scope.is_empty() { key.to_owned() } else { format!("{key} within {}", model.scope.join(", ")) }
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

fn field_kind_text(kind: &FieldKindPlan) -> String {
    match kind {
        FieldKindPlan::Scalar(kind) => kind_text(*kind),
        FieldKindPlan::Relation(relation) => {
            let on_delete = match relation.on_delete {
                OnDelete::Cascade => "cascade",
                OnDelete::Protect => "protect",
                OnDelete::SetNull => "set null",
                OnDelete::Restrict => "restrict",
                OnDelete::SetDefault => "set default",
                OnDelete::DoNothing => "do nothing",
            };
            let one = if relation.multiplicity == Multiplicity::One { "one " } else { "" };
            format!("{one}{} by {}, {on_delete}", relation.target, kind_text(relation.stored))
        }
    }
}

fn presence_text(presence: &PresencePlan) -> String {
    match presence {
        PresencePlan::Required => "required".to_owned(),
        PresencePlan::Nullable => "may be null".to_owned(),
        PresencePlan::Default(literal) => format!("default {}", literal_text(literal)),
        PresencePlan::NullableDefault(literal) => format!("may be null, default {}", literal_text(literal)),
    }
}

fn column_text(field: &FieldPlan) -> String {
    if field.column == field.name { String::new() } else { format!("column {}", field.column) }
}

const fn writability_text(writability: Writability) -> &'static str {
    match writability {
        Writability::Editable => "",
        Writability::OnCreate => "set once",
        Writability::System => "set by the system",
    }
}

const fn visibility_text(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Shown => "",
        Visibility::Hidden => "hidden",
    }
}
