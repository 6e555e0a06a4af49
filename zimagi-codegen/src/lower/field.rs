//! Fields: presence, Rust members and methods.

use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names;
use zimagi_spec::resolve::{Field, FieldKind, Limits, Link, Literal};
use zimagi_spec::source::Spanned;

use super::Context;
use super::literal::lower_literal;
use crate::plan::{FieldKindPlan, FieldPlan, LimitsPlan, LinkPlan, MemberPlan, PresencePlan, RelationPlan};

/// One field of a model.
pub(super) fn lower_field(cx: &Context<'_>, field: &Field) -> FieldPlan {
    let kind = lower_kind(&field.kind);
    FieldPlan {
        name: field.name.value.clone(),
        help: field.help.clone(),
        column: field.column.clone(),
        presence: lower_presence(field, stored_kind(&kind)),
        writability: field.writability,
        visibility: field.visibility,
        storage: field.storage,
        limits: lower_limits(&field.limits, stored_kind(&kind)),
        origin: cx.origin(&field.origin),
        member: MemberPlan { ident: member_ident(field), type_: member_type(stored_kind(&kind), field.is_nullable) },
        kind,
    }
}

/// A many-to-many relation.
pub(super) fn lower_link(cx: &Context<'_>, link: &Link) -> LinkPlan {
    LinkPlan {
        name: link.name.value.clone(),
        help: link.help.clone(),
        origin: cx.origin(&link.origin),
        target: link.target.value.clone(),
        through: link.through.as_ref().map(|model| model.value.clone()),
        table: link.table.clone(),
        source_column: link.source_column.clone(),
        target_column: link.target_column.clone(),
        stored: link.stored,
        writability: link.writability,
        visibility: link.visibility,
    }
}

fn lower_limits(limits: &Limits, kind: ScalarKind) -> LimitsPlan {
    let lower = |literal: &Spanned<Literal>| lower_literal(&literal.value, kind);
    LimitsPlan {
        min: limits.min.as_ref().map(lower),
        max: limits.max.as_ref().map(lower),
        choices: limits.choices.iter().map(|choice| (lower(&choice.value), choice.label.clone())).collect(),
    }
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
        ScalarKind::Decimal { .. } => "contract::Decimal",
        ScalarKind::Time => "contract::Time",
        ScalarKind::Duration => "contract::Duration",
        ScalarKind::Uuid => "contract::Uuid",
        ScalarKind::Binary => "Vec<u8>",
        ScalarKind::Json(_) => "contract::Json",
    }
}

fn lower_kind(kind: &FieldKind) -> FieldKindPlan {
    match kind {
        FieldKind::Scalar(kind) => FieldKindPlan::Scalar(*kind),
        FieldKind::Relation(relation) => FieldKindPlan::Relation(RelationPlan {
            target: relation.target.value.clone(),
            stored: relation.stored,
            on_delete: relation.on_delete,
            multiplicity: relation.multiplicity,
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

/// The Rust type of a field.
pub(super) fn member_type(kind: ScalarKind, is_nullable: bool) -> String {
    let type_ = rust_type(kind);
    if is_nullable { format!("Option<{type_}>") } else { type_.to_owned() }
}
