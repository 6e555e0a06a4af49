//! Fields: presence, Rust members and methods.

use zimagi_spec::descriptor::{ScalarKind, Visibility};
use zimagi_spec::names;
use zimagi_spec::resolve::{Field, FieldKind};

use super::literal::lower_literal;
use crate::plan::{FieldKindPlan, FieldPlan, MemberPlan, PresencePlan, RelationPlan, Unit};

/// One field of a model.
pub(super) fn lower_field(field: &Field, unit: Unit) -> FieldPlan {
    let kind = lower_kind(&field.kind);
    FieldPlan {
        name: field.name.value.clone(),
        help: field.help.clone(),
        column: field.column.clone(),
        presence: lower_presence(field, stored_kind(&kind)),
        writability: field.writability,
        visibility: field.visibility,
        member: MemberPlan { ident: member_ident(field), type_: member_type(stored_kind(&kind), field.is_nullable) },
        method: has_method(field, unit).then(|| names::rust_ident(&field.name.value)),
        kind,
    }
}

/// Hidden fields exist for no caller, so that only the platform's own code can name its own.
fn has_method(field: &Field, unit: Unit) -> bool {
    field.visibility == Visibility::Shown || unit == Unit::Platform
}

/// The Rust type of a kind of value, as written in generated code.
pub(super) const fn rust_type(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text => "String",
        ScalarKind::Integer => "i64",
        ScalarKind::Float => "f64",
        ScalarKind::Boolean => "bool",
        ScalarKind::Date => "contract::Date",
        ScalarKind::DateTime => "contract::DateTime",
        ScalarKind::Identifier => "contract::Identifier",
    }
}

fn lower_kind(kind: &FieldKind) -> FieldKindPlan {
    match kind {
        FieldKind::Scalar(kind) => FieldKindPlan::Scalar(*kind),
        FieldKind::Relation(relation) => FieldKindPlan::Relation(RelationPlan {
            target: relation.target.value.clone(),
            target_module: names::module_ident(&relation.target.value),
            stored: relation.stored,
            on_delete: relation.on_delete,
        }),
    }
}

const fn stored_kind(kind: &FieldKindPlan) -> ScalarKind {
    match kind {
        FieldKindPlan::Scalar(kind) => *kind,
        FieldKindPlan::Relation(relation) => relation.stored,
    }
}

fn lower_presence(field: &Field, stored: ScalarKind) -> PresencePlan {
    let default = field.default.as_ref().map(|default| lower_literal(&default.value, stored));
    match (field.is_nullable, default) {
        (false, None) => PresencePlan::Required,
        (true, None) => PresencePlan::Nullable,
        (false, Some(default)) => PresencePlan::Default(default),
        (true, Some(default)) => PresencePlan::NullableDefault(default),
    }
}

/// A relation's member holds the identifier, so it is named like the column.
fn member_ident(field: &Field) -> String {
    match field.kind {
        FieldKind::Scalar(_) => names::rust_ident(&field.name.value),
        FieldKind::Relation(_) => names::rust_ident(&names::relation_column(&field.name.value)),
    }
}

fn member_type(kind: ScalarKind, is_nullable: bool) -> String {
    let type_ = rust_type(kind);
    if is_nullable { format!("Option<{type_}>") } else { type_.to_owned() }
}
