//! The plan as JSON: for programs, with sorted keys, the same for the same specs.
//!
//! The form is documented in `docs/book/tool.md`; keys are added and never change their meaning.

use serde_json::{Value, json};
use zimagi_spec::descriptor::{Direction, Storage, Visibility, Writability};
use zimagi_spec::names::Database;
use zimagi_spec::resolve::Literal;

use super::field::{field_kind_text, on_delete_text};
use super::model::identifier_text;
use crate::migration::column_type;
use crate::plan::{
    AudiencePlan, CodePlan, CommandPlan, FieldKindPlan, FieldPlan, ImportPlan, IndexPlan, LinkPlan, ModelPlan, Part,
    Plan, Selection,
};

impl Plan {
    /// The entries meant as one object.
    #[must_use]
    pub fn to_json(&self, selection: &Selection<'_>) -> Value {
        let models = self.models.iter().filter(|model| selection.holds(Part::Models, &model.name));
        let commands = self.commands.iter().filter(|one| selection.holds(Part::Commands, &one.path.join(" ")));
        let imports = self.imports.iter().filter(|import| selection.holds(Part::Imports, &import.name));
        let roles = self.roles.iter().filter(|role| selection.holds(Part::Roles, &role.name));
        let mut value = json!({
            "name": self.name,
            "databases": self.databases.iter().map(|database| database.word()).collect::<Vec<_>>(),
            "roles": roles.map(|role| json!({"name": role.name, "help": role.help})).collect::<Vec<_>>(),
            "models": models.map(|model| model_value(self, model)).collect::<Vec<_>>(),
            "commands": commands.map(command_value).collect::<Vec<_>>(),
            "imports": imports.map(import_value).collect::<Vec<_>>(),
            "migrations": migrations_value(self, selection),
        });
        value.sort_all_objects();
        value
    }
}

fn migrations_value(plan: &Plan, selection: &Selection<'_>) -> Vec<Value> {
    let all = plan.migrations.iter().flat_map(|set| set.migrations.iter().map(move |one| (set.history, one)));
    let all = all.filter(|(_, migration)| selection.holds(Part::Migrations, &migration.folder));
    all.map(|(history, migration)| json!({"history": history.folder(), "folder": migration.folder})).collect()
}

fn model_value(plan: &Plan, model: &ModelPlan) -> Value {
    let openings = plan.openings.iter().filter(|opening| opening.is_about(&model.name));
    json!({
        "name": model.name,
        "place": model.place,
        "owner": model.owner,
        "help": model.help,
        "table": model.table,
        "identifier": identifier_text(&model.identifier),
        "key": model.key,
        "scope": model.scope,
        "ordering": model.ordering.iter().map(|step| ordered(&step.field, step.direction)).collect::<Vec<_>>(),
        "rights": model.rights().map(|right| json!({
            "act": right.act.word(),
            "who": right.who.text(),
            "routes": right.routes,
        })).collect::<Vec<_>>(),
        "opens": openings.map(|one| json!({"message": one.message, "place": one.place})).collect::<Vec<_>>(),
        "fields": model.fields.iter().map(|field| field_value(field, &plan.databases)).collect::<Vec<_>>(),
        "links": model.links.iter().map(link_value).collect::<Vec<_>>(),
        "reverse": model.reverse.iter().map(|reverse| json!({
            "name": reverse.name,
            "model": reverse.model,
            "field": reverse.field,
        })).collect::<Vec<_>>(),
        "unique": model.unique,
        "indexes": model.indexes.iter().map(index_value).collect::<Vec<_>>(),
        "extends": model.extends,
        "record_groups": model.record_groups,
    })
}

fn field_value(field: &FieldPlan, databases: &[Database]) -> Value {
    let types = databases.iter().map(|one| (one.word().to_owned(), Value::from(column_type(field, *one))));
    json!({
        "name": field.name,
        "help": field.help,
        "kind": field_kind_text(&field.kind),
        "relation": match &field.kind {
            FieldKindPlan::Scalar(_) => Value::Null,
            FieldKindPlan::Relation(relation) => {
                json!({"model": relation.target, "on_delete": on_delete_text(relation.on_delete)})
            }
        },
        "column": field.column,
        "types": Value::Object(types.collect()),
        "null": field.presence.is_nullable(),
        "default": field.presence.default().map(literal_value),
        "writable": writable_word(field.writability),
        "hidden": field.visibility == Visibility::Hidden,
        "encrypted": field.storage == Storage::Sealed,
        "choices": field.limits.choices.iter().map(|(value, _)| literal_value(value)).collect::<Vec<_>>(),
        "min": field.limits.min.as_ref().map(literal_value),
        "max": field.limits.max.as_ref().map(literal_value),
        "origin": origin_value(&field.origin),
        "rust": field.member.type_,
    })
}

fn link_value(link: &LinkPlan) -> Value {
    json!({
        "name": link.name,
        "help": link.help,
        "model": link.target,
        "through": link.through,
        "table": link.table,
        "columns": [link.source_column, link.target_column],
        "writable": writable_word(link.writability),
        "hidden": link.visibility == Visibility::Hidden,
        "origin": origin_value(&link.origin),
    })
}

/// Null for the model itself.
fn origin_value(origin: &str) -> Option<&str> {
    (!origin.is_empty()).then_some(origin)
}

fn index_value(index: &IndexPlan) -> Value {
    let columns: Vec<String> = index.steps.iter().map(|step| ordered(&step.column, step.direction)).collect();
    json!({"name": index.name, "unique": index.is_unique, "columns": columns})
}

/// A descending step begins with `-`, as in a request.
fn ordered(name: &str, direction: Direction) -> String {
    match direction {
        Direction::Ascending => name.to_owned(),
        Direction::Descending => format!("-{name}"),
    }
}

const fn writable_word(writability: Writability) -> &'static str {
    match writability {
        Writability::Editable => "always",
        Writability::OnCreate => "once",
        Writability::System => "never",
    }
}

fn command_value(command: &CommandPlan) -> Value {
    let audience = match &command.audience {
        AudiencePlan::Admin => json!(["admin"]),
        AudiencePlan::Roles(roles) => json!(roles),
        AudiencePlan::Authenticated => json!("authenticated"),
    };
    json!({
        "name": command.path.join(" "),
        "pending": matches!(command.code, CodePlan::Pending(_) | CodePlan::Resource { .. }),
        "inherits": command.inherits,
        "place": command.place.split_whitespace().next_back(),
        "owner": command.owner,
        "help": command.help,
        "audience": audience,
        "parameters": command.parameters.iter().map(|one| json!({
            "name": one.name,
            "help": one.help,
            "rust": one.member.type_,
            "default": one.default.as_ref().map(literal_value),
        })).collect::<Vec<_>>(),
    })
}

fn import_value(import: &ImportPlan) -> Value {
    json!({
        "name": import.name,
        "place": import.place,
        "owner": import.owner,
        "tags": import.tags,
        "requires": import.requires,
        "models": import.targets.iter().map(|target| target.model.as_str()).collect::<Vec<_>>(),
    })
}

fn literal_value(literal: &Literal) -> Value {
    match literal {
        Literal::Boolean(fact) => json!(fact),
        Literal::Integer(number) => json!(number),
        Literal::Float(number) => json!(number),
        Literal::Text(text) => json!(text),
        Literal::Json(text) => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
    }
}
