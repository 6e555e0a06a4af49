//! Columns as SQL.

use zimagi_spec::names::Database;

use super::literal::render_literal;
use super::quote::quoted;
use crate::migration::schema::{Column, ColumnKind, ForeignKey, OnDelete};

/// A column in `CREATE TABLE`.
pub(super) fn render_column(column: &Column, is_reference: bool, database: Database) -> String {
    let mut text = format!("{} {}", quoted(&column.name, database), render_type(column.kind, database));
    if !column.is_nullable {
        text += " NOT NULL";
    }
    if let Some(default) = &column.default {
        text += &format!(" DEFAULT {}", render_literal(default, column.kind, database));
    }
    // A reference holds what its target holds, whose check has passed.
    if !is_reference && database == Database::Sqlite {
        text += &render_check(column);
    }
    text
}

/// A column in SQLite's `ALTER TABLE … ADD`, with its reference.
pub(super) fn render_added_column(column: &Column, foreign_key: Option<&ForeignKey>, database: Database) -> String {
    let text = format!("COLUMN {}", render_column(column, foreign_key.is_some(), database));
    let Some(key) = foreign_key else { return text };
    format!("{text} CONSTRAINT {} {}", quoted(&key.name, database), render_target(key, database))
}

/// A foreign key as a constraint of a table.
pub(super) fn render_foreign_key(key: &ForeignKey, database: Database) -> String {
    let (name, column) = (quoted(&key.name, database), quoted(&key.column, database));
    format!("CONSTRAINT {name} FOREIGN KEY ({column}) {}", render_target(key, database))
}

fn render_target(key: &ForeignKey, database: Database) -> String {
    let on_delete = match key.on_delete {
        OnDelete::NoAction => "",
        OnDelete::Cascade => " ON DELETE CASCADE",
    };
    format!("REFERENCES {} ({}){on_delete}", quoted(&key.table, database), quoted(&key.target, database))
}

/// The type of a column.
pub(in crate::migration) fn render_type(kind: ColumnKind, database: Database) -> String {
    match database {
        Database::Sqlite => sqlite_type(kind).to_owned(),
        Database::Postgresql => postgresql_type(kind),
        Database::Mysql => mysql_type(kind),
    }
}

/// The type without a collation, as casts want it.
pub(super) fn render_plain_type(kind: ColumnKind, database: Database) -> String {
    let text = render_type(kind, database);
    text.split(" COLLATE").next().unwrap_or_default().to_owned()
}

const fn sqlite_type(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::String(_) | ColumnKind::Text => "TEXT",
        ColumnKind::Integer => "BIGINT",
        ColumnKind::Float => "DOUBLE",
        ColumnKind::Boolean => "BOOLEAN",
        ColumnKind::Date => "DATE",
        ColumnKind::DateTime => "TIMESTAMP",
        ColumnKind::Identifier | ColumnKind::Uuid | ColumnKind::Binary | ColumnKind::Sealed => "BLOB",
        ColumnKind::Decimal(..) | ColumnKind::Duration => "BIGINT",
        ColumnKind::Time => "TIME",
        ColumnKind::Json => "TEXT",
    }
}

fn postgresql_type(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::String(length) => format!("varchar({length}) COLLATE \"C\""),
        ColumnKind::Text => "text COLLATE \"C\"".to_owned(),
        ColumnKind::Integer => "bigint".to_owned(),
        ColumnKind::Float => "double precision".to_owned(),
        ColumnKind::Boolean => "boolean".to_owned(),
        ColumnKind::Date => "date".to_owned(),
        ColumnKind::DateTime => "timestamp(6) without time zone".to_owned(),
        ColumnKind::Identifier | ColumnKind::Binary | ColumnKind::Sealed => "bytea".to_owned(),
        ColumnKind::Decimal(digits, places) => format!("numeric({digits}, {places})"),
        ColumnKind::Time => "time(6) without time zone".to_owned(),
        ColumnKind::Duration => "bigint".to_owned(),
        ColumnKind::Uuid => "uuid".to_owned(),
        ColumnKind::Json => "jsonb".to_owned(),
    }
}

/// Byte by byte, and without the rule that blanks at the end do not count: MariaDB has one name for it and MySQL another.
pub(in crate::migration) const MYSQL_COLLATION: &str = "/*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */";

fn mysql_type(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::String(length) => format!("varchar({length}) COLLATE {MYSQL_COLLATION}"),
        ColumnKind::Text => format!("longtext COLLATE {MYSQL_COLLATION}"),
        ColumnKind::Integer => "bigint".to_owned(),
        ColumnKind::Float => "double".to_owned(),
        ColumnKind::Boolean => "boolean".to_owned(),
        ColumnKind::Date => "date".to_owned(),
        ColumnKind::DateTime => "datetime(6)".to_owned(),
        ColumnKind::Identifier => "binary(32)".to_owned(),
        ColumnKind::Decimal(digits, places) => format!("decimal({digits}, {places})"),
        ColumnKind::Time => "time(6)".to_owned(),
        ColumnKind::Duration => "bigint".to_owned(),
        ColumnKind::Uuid => "binary(16)".to_owned(),
        ColumnKind::Binary | ColumnKind::Sealed => "longblob".to_owned(),
        ColumnKind::Json => "json".to_owned(),
    }
}

/// SQLite's types limit nothing, so checks do.
fn render_check(column: &Column) -> String {
    let name = quoted(&column.name, Database::Sqlite);
    match column.kind {
        ColumnKind::String(length) => format!(" CHECK (length({name}) <= {length})"),
        ColumnKind::Identifier => format!(" CHECK (length({name}) = 32)"),
        _ => String::new(),
    }
}
