//! Tables of the tests, written as the generator of migrations writes them.

use zimagi_spec::descriptor::{
    FieldDescriptor, FieldKind, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, ScalarKind, Storage, Store,
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
    lines.push(format!("PRIMARY KEY ({})", identifier(model, database)));
    for set in model.unique {
        let columns: Vec<_> = set.iter().map(|name| quoted(find(model, name).column, database)).collect();
        lines.push(format!("UNIQUE ({})", columns.join(", ")));
    }
    format!("CREATE TABLE {} ({});", quoted(model.table, database), lines.join(", "))
}

fn link_table(model: &ModelDescriptor, link: &LinkDescriptor, database: Database) -> String {
    let target = MODELS.iter().find(|model| model.name == link.target).unwrap();
    let side = |column: &str, model: &ModelDescriptor| {
        let type_ = type_(identifier_kind(model), database);
        let table = quoted(model.table, database);
        format!(
            "{} {type_} NOT NULL REFERENCES {table} ({}) ON DELETE CASCADE",
            quoted(column, database),
            identifier(model, database)
        )
    };
    let (source, target) = (side(link.source_column, model), side(link.target_column, target));
    let key = format!("{}, {}", quoted(link.source_column, database), quoted(link.target_column, database));
    format!("CREATE TABLE {} ({source}, {target}, PRIMARY KEY ({key}));", quoted(link.table, database))
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
        FieldKind::Scalar(_) if field.storage == Storage::Sealed => (ScalarKind::Binary, String::new()),
        FieldKind::Scalar(kind) => (kind, String::new()),
        FieldKind::Relation(relation) => {
            let target = MODELS.iter().find(|model| model.name == relation.target).unwrap();
            (
                relation.stored,
                format!(" REFERENCES {} ({})", quoted(target.table, database), identifier(target, database)),
            )
        }
    };
    let presence = if field.presence.is_nullable() { "" } else { " NOT NULL" };
    format!("{} {}{presence}{reference}", quoted(field.column, database), type_(kind, database))
}

fn type_(kind: ScalarKind, database: Database) -> String {
    let [sqlite, postgresql, mysql] = match kind {
        ScalarKind::String { max_length } if database == Database::Postgresql => {
            return format!("varchar({max_length}) COLLATE \"C\"");
        }
        ScalarKind::String { max_length } if database == Database::Mysql => {
            return format!("varchar({max_length}) COLLATE utf8mb4_nopad_bin");
        }
        ScalarKind::Decimal { digits, places } if database != Database::Sqlite => {
            return format!("numeric({digits}, {places})");
        }
        ScalarKind::String { .. } => ["TEXT"; 3],
        ScalarKind::Decimal { .. } => ["BIGINT"; 3],
        ScalarKind::Text => ["TEXT", "text COLLATE \"C\"", "longtext COLLATE utf8mb4_nopad_bin"],
        ScalarKind::Integer | ScalarKind::Duration => ["BIGINT"; 3],
        ScalarKind::Float => ["DOUBLE", "double precision", "double"],
        ScalarKind::Boolean => ["BOOLEAN"; 3],
        ScalarKind::Date => ["DATE"; 3],
        ScalarKind::DateTime => ["TIMESTAMP", "timestamp(6) without time zone", "datetime(6)"],
        ScalarKind::Identifier => ["BLOB", "bytea", "binary(32)"],
        ScalarKind::Binary => ["BLOB", "bytea", "longblob"],
        ScalarKind::Time => ["TEXT", "time(6) without time zone", "time(6)"],
        ScalarKind::Uuid => ["BLOB", "uuid", "binary(16)"],
        ScalarKind::Json(_) => ["TEXT", "jsonb", "json"],
    };
    match database {
        Database::Sqlite => sqlite,
        Database::Postgresql => postgresql,
        Database::Mysql => mysql,
    }
    .to_owned()
}

fn identifier(model: &ModelDescriptor, database: Database) -> String {
    match model.identifier {
        IdentifierDescriptor::Field(name) => quoted(find(model, name).column, database),
        IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_) => quoted("id", database),
    }
}

fn find(model: &ModelDescriptor, name: &str) -> FieldDescriptor {
    *model.fields.iter().find(|field| field.name == name).unwrap()
}

/// SQLite takes MySQL's quotes too.
fn quoted(name: &str, database: Database) -> String {
    if database == Database::Postgresql { format!("\"{name}\"") } else { format!("`{name}`") }
}
