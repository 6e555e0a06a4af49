//! Fields and links as text.

use zimagi_spec::descriptor::{Multiplicity, OnDelete, Storage, Visibility, Writability};
use zimagi_spec::names::Database;

use super::page::{Page, kind_text, literal_text};
use crate::migration::column_type;
use crate::plan::{FieldKindPlan, FieldPlan, LinkPlan, PresencePlan};

/// A field: what it is, what is said about it, and its type in each database.
pub(super) fn render_field(page: &mut Page, field: &FieldPlan, databases: &[Database]) {
    let words = [
        presence_text(&field.presence),
        column_text(field),
        writability_text(field.writability).to_owned(),
        visibility_text(field.visibility).to_owned(),
        storage_text(field.storage).to_owned(),
        limits_text(field),
        origin_text(&field.origin),
    ];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let member = format!("{}: {}", field.member.ident, field.member.type_);
    page.line(1, format_args!("field {:<16} {:<28} {member}", field.name, field_kind_text(&field.kind)));
    page.line(2, words.join(", "));
    page.line(2, types_text(field, databases));
}

/// A many-to-many relation.
pub(super) fn render_link(page: &mut Page, link: &LinkPlan) {
    let LinkPlan { name, target, table, source_column, target_column, .. } = link;
    page.line(1, format_args!("link {name:<17} many {target} by {}", kind_text(link.stored)));
    let place = match &link.through {
        Some(through) => format!("pairs are the records of {through}: table {table}"),
        None => format!("pairs in table {table}"),
    };
    page.line(2, format_args!("{place} ({source_column}, {target_column})"));
    let words = [writability_text(link.writability), visibility_text(link.visibility), &origin_text(&link.origin)];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if !words.is_empty() {
        page.line(2, words.join(", "));
    }
}

/// What a field holds.
pub(crate) fn field_kind_text(kind: &FieldKindPlan) -> String {
    match kind {
        FieldKindPlan::Scalar(kind) => kind_text(*kind),
        FieldKindPlan::Relation(relation) => {
            let one = if relation.multiplicity == Multiplicity::One { "one " } else { "" };
            let on_delete = on_delete_text(relation.on_delete);
            format!("{one}{} by {}, {on_delete}", relation.target, kind_text(relation.stored))
        }
    }
}

/// What happens to a record whose target is deleted.
pub(super) const fn on_delete_text(on_delete: OnDelete) -> &'static str {
    match on_delete {
        OnDelete::Cascade => "cascade",
        OnDelete::Protect => "protect",
        OnDelete::SetNull => "set null",
        OnDelete::Restrict => "restrict",
        OnDelete::SetDefault => "set default",
        OnDelete::DoNothing => "do nothing",
    }
}

/// Whether there must be a value.
pub(crate) fn presence_text(presence: &PresencePlan) -> String {
    match presence {
        PresencePlan::Required => "required".to_owned(),
        PresencePlan::Nullable => "may be null".to_owned(),
        PresencePlan::Default(literal) => format!("default {}", literal_text(literal)),
        PresencePlan::NullableDefault(literal) => format!("may be null, default {}", literal_text(literal)),
    }
}

/// The type in each database.
fn types_text(field: &FieldPlan, databases: &[Database]) -> String {
    let types = databases.iter().map(|database| format!("{}: {}", database.word(), column_type(field, *database)));
    types.collect::<Vec<_>>().join("; ")
}

fn origin_text(origin: &str) -> String {
    let is_inherited = !origin.is_empty() && !origin.starts_with("added by");
    if is_inherited { format!("from {origin}") } else { origin.to_owned() }
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
const fn storage_text(storage: Storage) -> &'static str {
    match storage {
        Storage::Plain => "",
        Storage::Sealed => "encrypted",
    }
}

/// Which values are legal.
pub(crate) fn limits_text(field: &FieldPlan) -> String {
    let min = field.limits.min.as_ref().map(|min| format!("at least {}", literal_text(min)));
    let max = field.limits.max.as_ref().map(|max| format!("at most {}", literal_text(max)));
    let choices: Vec<String> = field.limits.choices.iter().map(|(value, _)| literal_text(value)).collect();
    let choices = (!choices.is_empty()).then(|| format!("one of {}", choices.join(" ")));
    min.into_iter().chain(max).chain(choices).collect::<Vec<_>>().join(", ")
}
