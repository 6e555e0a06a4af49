//! Diesel schemas: tables, row structs and which tables may meet.

use std::collections::BTreeMap;

use zimagi_spec::descriptor::ScalarKind;
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
        sql_type: wrapped("Nullable", sql_type(field.stored()), is_nullable),
        help: field.help.clone(),
        rust_type: wrapped("Option", row_type(field.stored()), is_nullable),
    }
}

fn wrapped(wrapper: &str, inner: &str, is_nullable: bool) -> String {
    if is_nullable { format!("{wrapper}<{inner}>") } else { inner.to_owned() }
}

/// Identifiers are plain bytes for Diesel, which knows no type of ours.
const fn row_type(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::Identifier => "Vec<u8>",
        _ => rust_type(kind),
    }
}

const fn sql_type(kind: ScalarKind) -> &'static str {
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text => "Text",
        ScalarKind::Integer => "BigInt",
        ScalarKind::Float => "Double",
        ScalarKind::Boolean => "Bool",
        ScalarKind::Date => "Date",
        ScalarKind::DateTime => "Timestamp",
        ScalarKind::Identifier | ScalarKind::Uuid | ScalarKind::Binary => "Binary",
        ScalarKind::Decimal { .. } => "Numeric",
        ScalarKind::Time => "Time",
        ScalarKind::Duration => "BigInt",
        ScalarKind::Json(_) => "Json",
    }
}
