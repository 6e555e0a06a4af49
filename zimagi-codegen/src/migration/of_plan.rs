//! The schema that a plan wants of one history.

use zimagi_spec::descriptor::{Direction, ScalarKind, Storage};
use zimagi_spec::names::{self, Database};
use zimagi_spec::resolve::Literal;

use super::History;
use super::of_link::tables_of_links;
use super::schema::{
    Column, ColumnDefault, ColumnKind, ForeignKey, Index, IndexColumn, OnDelete, PrimaryKey, Schema, Table,
};
use super::sql::{Labels, MYSQL_COLLATION, render_type};
use crate::plan::{FieldKindPlan, FieldPlan, IndexPlan, ModelPlan, Plan};

/// The tables of all models that a history holds, and of their links.
pub(super) fn schema_of(plan: &Plan, history: History) -> Schema {
    let models = plan.models.iter().filter(|model| history.holds(model.store));
    let tables = models.flat_map(|model| {
        let own = (model.table.clone(), table_of(plan, model));
        std::iter::once(own).chain(tables_of_links(plan, model))
    });
    Schema { tables: tables.collect() }
}

/// What people call the tables and columns of all models.
pub(super) fn labels_of(plan: &Plan) -> Labels {
    let columns = plan.models.iter().flat_map(|model| {
        model.fields.iter().map(|field| ((model.table.clone(), field.column.clone()), field.name.clone()))
    });
    let links = plan.models.iter().flat_map(|model| {
        let own = model.links.iter().filter(|link| link.through.is_none());
        own.map(|link| (link.table.clone(), format!("data.{}.{}", model.name, link.name)))
    });
    let models = plan.models.iter().map(|model| (model.table.clone(), format!("data.{}", model.name)));
    Labels { tables: links.chain(models).collect(), columns: columns.collect() }
}

/// The type of a field's column, as a database calls it; of MySQL's and MariaDB's names for a collation the latter.
pub(crate) fn column_type(field: &FieldPlan, database: Database) -> String {
    render_type(column_of(field).kind, database).replace(MYSQL_COLLATION, "utf8mb4_nopad_bin")
}

fn table_of(plan: &Plan, model: &ModelPlan) -> Table {
    Table {
        primary_key: PrimaryKey {
            name: names::primary_key_name(&model.table),
            columns: vec![model.identifier_field().column.clone()],
        },
        columns: model.fields.iter().map(column_of).collect(),
        foreign_keys: model.fields.iter().filter_map(|field| foreign_key_of(plan, model, field)).collect(),
        indexes: model.indexes.iter().map(index_of).collect(),
    }
}

fn column_of(field: &FieldPlan) -> Column {
    Column {
        name: field.column.clone(),
        kind: match field.storage {
            Storage::Plain => kind_of(field.stored()),
            Storage::Sealed => ColumnKind::Sealed,
        },
        is_nullable: field.presence.is_nullable(),
        // The database must not hold the plain form of what is encrypted.
        default: field.presence.default().filter(|_| field.storage == Storage::Plain).map(default_of),
    }
}

/// The kind of column for a kind of value.
pub(super) const fn kind_of(kind: ScalarKind) -> ColumnKind {
    match kind {
        ScalarKind::String { max_length } => ColumnKind::String(max_length),
        ScalarKind::Text => ColumnKind::Text,
        ScalarKind::Integer => ColumnKind::Integer,
        ScalarKind::Float => ColumnKind::Float,
        ScalarKind::Boolean => ColumnKind::Boolean,
        ScalarKind::Date => ColumnKind::Date,
        ScalarKind::DateTime => ColumnKind::DateTime,
        ScalarKind::Identifier => ColumnKind::Identifier,
        ScalarKind::Decimal { digits, places } => ColumnKind::Decimal(digits, places),
        ScalarKind::Time => ColumnKind::Time,
        ScalarKind::Duration => ColumnKind::Duration,
        ScalarKind::Uuid => ColumnKind::Uuid,
        ScalarKind::Binary => ColumnKind::Binary,
        ScalarKind::Json(_) => ColumnKind::Json,
    }
}

fn default_of(literal: &Literal) -> ColumnDefault {
    match literal {
        Literal::Boolean(fact) => ColumnDefault::Boolean(*fact),
        Literal::Integer(number) => ColumnDefault::Integer(*number),
        Literal::Float(number) => ColumnDefault::Float(*number),
        Literal::Text(text) => ColumnDefault::Text(text.clone()),
        Literal::Json(text) => ColumnDefault::Json(text.clone()),
    }
}

fn foreign_key_of(plan: &Plan, model: &ModelPlan, field: &FieldPlan) -> Option<ForeignKey> {
    let FieldKindPlan::Relation(relation) = &field.kind else { return None };
    let target = plan.model(&relation.target);
    Some(ForeignKey {
        name: names::foreign_key_name(&model.table, &field.column),
        column: field.column.clone(),
        table: target.table.clone(),
        target: target.identifier_field().column.clone(),
        on_delete: OnDelete::NoAction,
    })
}

fn index_of(index: &IndexPlan) -> Index {
    let columns = index.steps.iter().map(|step| IndexColumn {
        column: step.column.clone(),
        is_descending: step.direction == Direction::Descending,
    });
    Index { name: index.name.clone(), is_unique: index.is_unique, columns: columns.collect() }
}
