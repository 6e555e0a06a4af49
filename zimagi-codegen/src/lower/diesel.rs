//! Diesel schemas: tables, row structs and which tables may meet.

use std::collections::BTreeMap;

use zimagi_spec::descriptor::{ScalarKind, Storage};
use zimagi_spec::names;
use zimagi_spec::resolve::{Identifier, Model};

use super::field::rust_type;
use crate::plan::{DieselColumnPlan, DieselPlan, FieldKindPlan, FieldPlan, JoinPlan, ModelPlan};

/// The Diesel schema of one model.
pub(super) fn lower_diesel(model: &Model, fields: &[FieldPlan]) -> DieselPlan {
    let columns: Vec<DieselColumnPlan> = fields.iter().map(lower_column).collect();
    let primary_key = match &model.identifier {
        Identifier::Field(field) => &field.value,
        Identifier::Hash(_) | Identifier::LegacyHash(_) => "id",
    };
    let position = fields.iter().position(|field| field.name == *primary_key);
    DieselPlan {
        table_ident: names::rust_ident(&model.table),
        row_name: format!("{}Row", model.type_name.value),
        primary_key: columns[position.expect("every model has its identifier among its fields")].ident.clone(),
        columns,
    }
}

/// Every pair of related models that both have a schema, once.
pub(super) fn lower_joins(models: &[ModelPlan]) -> Vec<JoinPlan> {
    let mut pairs: BTreeMap<(&str, &str), Vec<JoinPlan>> = BTreeMap::new();
    for (left, right, column) in relations(models) {
        let join = JoinPlan { left: left.to_owned(), right: right.to_owned(), column: Some(column) };
        pairs.entry((left.min(right), left.max(right))).or_default().push(join);
    }
    pairs.into_values().map(unambiguous).collect()
}

/// Diesel takes one way to join two tables; where there are several, a query says which it means.
fn unambiguous(mut joins: Vec<JoinPlan>) -> JoinPlan {
    let is_unique = joins.len() == 1;
    let join = joins.swap_remove(0);
    JoinPlan { column: join.column.filter(|_| is_unique), ..join }
}

fn relations(models: &[ModelPlan]) -> impl Iterator<Item = (&str, &str, String)> {
    models.iter().filter_map(|model| Some((model, model.diesel.as_ref()?))).flat_map(move |(model, diesel)| {
        model.fields.iter().zip(&diesel.columns).filter_map(move |(field, column)| {
            let FieldKindPlan::Relation(relation) = &field.kind else { return None };
            let target = models.iter().find(|target| target.name == relation.target)?.diesel.as_ref()?;
            let is_other = target.table_ident != diesel.table_ident;
            is_other.then(|| (diesel.table_ident.as_str(), target.table_ident.as_str(), column.ident.clone()))
        })
    })
}

fn lower_column(field: &FieldPlan) -> DieselColumnPlan {
    let ident = names::diesel_column_ident(&field.column);
    let is_nullable = field.presence.is_nullable();
    DieselColumnPlan {
        sql_name: (ident != field.column).then(|| field.column.clone()),
        ident,
        sql_type: wrapped("Nullable", &sql_type(field), is_nullable),
        help: field.help.clone(),
        rust_type: wrapped("Option", row_type(field), is_nullable),
    }
}

fn wrapped(wrapper: &str, inner: &str, is_nullable: bool) -> String {
    if is_nullable { format!("{wrapper}<{inner}>") } else { inner.to_owned() }
}

/// Identifiers are plain bytes for Diesel and durations microseconds; what databases store differently has a type of ours.
fn row_type(field: &FieldPlan) -> &'static str {
    match (field.storage, field.stored()) {
        (Storage::Sealed, _) => "contract::SealedValue",
        (Storage::Plain, ScalarKind::Identifier) => "Vec<u8>",
        (Storage::Plain, ScalarKind::Duration) => "i64",
        (Storage::Plain, ScalarKind::Decimal { .. }) => "contract::Stored<contract::Decimal>",
        (Storage::Plain, ScalarKind::Uuid) => "contract::Stored<contract::Uuid>",
        (Storage::Plain, ScalarKind::Json(_)) => "contract::Stored<contract::Json>",
        (Storage::Plain, kind) => rust_type(kind),
    }
}

fn sql_type(field: &FieldPlan) -> String {
    let own = |name: &str| format!("::zimagi_runtime::contract::sql_types::{name}");
    match (field.storage, field.stored()) {
        (Storage::Sealed, _) => own("Sealed"),
        (Storage::Plain, ScalarKind::Decimal { places, .. }) => own(&format!("FixedPoint<{places}>")),
        (Storage::Plain, ScalarKind::Uuid) => own("Uuid"),
        (Storage::Plain, ScalarKind::Json(_)) => own("Json"),
        (Storage::Plain, kind) => shared_sql_type(kind).to_owned(),
    }
}

/// Diesel's own type for a kind that every database stores alike.
fn shared_sql_type(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text => "Text",
        ScalarKind::Integer | ScalarKind::Duration => "BigInt",
        ScalarKind::Float => "Double",
        ScalarKind::Boolean => "Bool",
        ScalarKind::Date => "Date",
        ScalarKind::DateTime => "Timestamp",
        ScalarKind::Time => "Time",
        ScalarKind::Identifier | ScalarKind::Binary | ScalarKind::Uuid => "Binary",
        ScalarKind::Decimal { .. } => "Numeric",
        ScalarKind::Json(_) => "Json",
    }
}
