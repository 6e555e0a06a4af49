//! Tables of the tests, written as the generator of migrations writes them.

use zimagi_spec::descriptor::{
    FieldDescriptor, FieldKind, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, ScalarKind, Store,
};
use zimagi_spec::names::Database;

use super::models::MODELS;
use crate::data::migration::{MigrationEffect, MigrationEntry, MigrationSet};

/// All tables, as one migration. It lives as long as the test process.
pub(super) fn migrations(database: Database) -> [MigrationSet; 1] {
    let links = MODELS.iter().flat_map(|model| model.links.iter().map(move |link| (model, link)));
    let own = links.filter(|(_, link)| link.through.is_none()).map(|(model, link)| link_table(model, link, database));
    let tables: Vec<_> = MODELS.iter().map(|model| table(model, database)).chain(own).collect();
    let up = String::leak(tables.join("\n"));
    let entry =
        MigrationEntry { version: "20130101000000", name: "first", effect: MigrationEffect::Breaking, up, down: "" };
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

fn link_table(model: &ModelDescriptor, link: &LinkDescriptor, database: Database) -> String {
    let target = MODELS.iter().find(|model| model.name == link.target).unwrap();
    let side = |column: &str, model: &ModelDescriptor| {
        let type_ = type_(identifier_kind(model), database);
        let table = quoted(model.table);
        format!("{} {type_} NOT NULL REFERENCES {table} ({}) ON DELETE CASCADE", quoted(column), identifier(model))
    };
    let (source, target) = (side(link.source_column, model), side(link.target_column, target));
    let key = format!("{}, {}", quoted(link.source_column), quoted(link.target_column));
    format!("CREATE TABLE {} ({source}, {target}, PRIMARY KEY ({key}));", quoted(link.table))
}

fn identifier_kind(model: &ModelDescriptor) -> ScalarKind {
    match model.identifier {
        IdentifierDescriptor::Field(name) => match find(model, name).kind {
            FieldKind::Scalar(kind) => kind,
            FieldKind::Relation(relation) => relation.stored,
        },
        IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_) => ScalarKind::Identifier,
    }
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
