//! Tables of the tests, written as the generator of migrations writes them.

use zimagi_spec::descriptor::{FieldDescriptor, FieldKind, IdentifierDescriptor, ModelDescriptor, ScalarKind, Store};
use zimagi_spec::names::Database;

use super::models::MODELS;
use crate::data::migration::{MigrationEntry, MigrationSet};

/// All tables, as one migration. It lives as long as the test process.
pub(super) fn migrations(database: Database) -> [MigrationSet; 1] {
    let tables: Vec<_> = MODELS.iter().map(|model| table(model, database)).collect();
    let up = String::leak(tables.join("\n"));
    let entry = MigrationEntry { version: "20130101000000", name: "first", up, down: "" };
    [MigrationSet { database, store: Store::Main, migrations: Vec::leak(vec![entry]) }]
}

fn table(model: &ModelDescriptor, database: Database) -> String {
    let mut lines: Vec<_> = model.fields.iter().map(|field| column(field, database)).collect();
    lines.push(format!("PRIMARY KEY ({})", identifier(model)));
    for set in model.unique {
        let columns: Vec<_> = set.iter().map(|name| quoted(find(model, name).column)).collect();
        lines.push(format!("UNIQUE ({})", columns.join(", ")));
    }
    format!("CREATE TABLE {} ({});", quoted(model.table), lines.join(", "))
}

fn column(field: &FieldDescriptor, database: Database) -> String {
    let (kind, reference) = match field.kind {
        FieldKind::Scalar(kind) => (kind, String::new()),
        FieldKind::Relation(relation) => {
            let target = MODELS.iter().find(|model| model.name == relation.target).unwrap();
            (relation.stored, format!(" REFERENCES {} ({})", quoted(target.table), identifier(target)))
        }
    };
    let presence = if field.presence.is_nullable() { "" } else { " NOT NULL" };
    format!("{} {}{presence}{reference}", quoted(field.column), type_(kind, database))
}

fn type_(kind: ScalarKind, database: Database) -> String {
    let is_sqlite = database == Database::Sqlite;
    match kind {
        ScalarKind::String { .. } | ScalarKind::Text if is_sqlite => "TEXT".to_owned(),
        ScalarKind::String { max_length } => format!("varchar({max_length}) COLLATE \"C\""),
        ScalarKind::Text => "text COLLATE \"C\"".to_owned(),
        ScalarKind::Integer => "BIGINT".to_owned(),
        ScalarKind::Float => if is_sqlite { "DOUBLE" } else { "double precision" }.to_owned(),
        ScalarKind::Boolean => "BOOLEAN".to_owned(),
        ScalarKind::Date => "DATE".to_owned(),
        ScalarKind::DateTime => if is_sqlite { "TIMESTAMP" } else { "timestamp(6) without time zone" }.to_owned(),
        ScalarKind::Identifier | ScalarKind::Binary => if is_sqlite { "BLOB" } else { "bytea" }.to_owned(),
        ScalarKind::Decimal { .. } if is_sqlite => "BIGINT".to_owned(),
        ScalarKind::Decimal { digits, places } => format!("numeric({digits}, {places})"),
        ScalarKind::Time => if is_sqlite { "TEXT" } else { "time(6) without time zone" }.to_owned(),
        ScalarKind::Duration => "BIGINT".to_owned(),
        ScalarKind::Uuid => if is_sqlite { "BLOB" } else { "uuid" }.to_owned(),
        ScalarKind::Json(_) => if is_sqlite { "TEXT" } else { "jsonb" }.to_owned(),
    }
}

fn identifier(model: &ModelDescriptor) -> String {
    match model.identifier {
        IdentifierDescriptor::Field(name) => quoted(find(model, name).column),
        IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_) => quoted("id"),
    }
}

fn find(model: &ModelDescriptor, name: &str) -> FieldDescriptor {
    *model.fields.iter().find(|field| field.name == name).unwrap()
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
