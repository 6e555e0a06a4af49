//! SQL names and the limits of the databases.

use std::collections::BTreeMap;

use crate::descriptor::ScalarKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::names::Database;
use crate::resolve::{Field, FieldKind, Identifier, Link, Model};
use crate::source::Spanned;

use super::context::Context;

/// The most bytes of an index in MySQL's usual row format.
const MYSQL_INDEX_BYTES: usize = 3072;

/// The most columns of an index that all databases allow.
const INDEX_COLUMNS: usize = 16;

pub(super) fn tables_are_distinct(cx: &mut Context<'_>) {
    let mut seen: BTreeMap<&str, &Model> = BTreeMap::new();
    for model in cx.models() {
        if let Some(first) = seen.get(model.table.as_str()) {
            cx.report(same_table(model, first));
        } else {
            seen.insert(&model.table, model);
        }
    }
    link_tables_are_distinct(cx, &seen);
}

/// The tables that are made for many-to-many relations.
fn link_tables_are_distinct<'a>(cx: &mut Context<'a>, models: &BTreeMap<&'a str, &'a Model>) {
    let mut seen: BTreeMap<&str, &Spanned<String>> =
        models.iter().map(|(table, model)| (*table, &model.name)).collect();
    for link in cx.models().flat_map(own_tables) {
        if let Some(first) = seen.get(link.table.as_str()) {
            cx.report(same_link_table(link, first));
        } else {
            seen.insert(&link.table, &link.name);
        }
    }
}

/// The many-to-many relations of a model that have a table of their own.
fn own_tables(model: &Model) -> impl Iterator<Item = &Link> {
    model.links.values().filter(|link| link.through.is_none())
}

pub(super) fn columns_are_distinct(cx: &mut Context<'_>) {
    for model in cx.models() {
        let mut seen: BTreeMap<&str, &Field> = BTreeMap::new();
        for field in model.fields.values() {
            if let Some(first) = seen.get(field.column.as_str()) {
                cx.report(same_column(field, first));
            } else {
                seen.insert(&field.column, field);
            }
        }
    }
}

pub(super) fn names_fit(cx: &mut Context<'_>) {
    let target = cx.target;
    for database in &target.databases {
        let Some(bytes_max) = database.name_bytes_max() else { continue };
        for model in cx.models() {
            check_name(cx, &model.name, "table", &model.table, (*database, bytes_max));
            for field in model.fields.values() {
                check_name(cx, &field.name, "column", &field.column, (*database, bytes_max));
            }
            for link in own_tables(model) {
                check_name(cx, &link.name, "table", &link.table, (*database, bytes_max));
                check_name(cx, &link.name, "column", &link.source_column, (*database, bytes_max));
                check_name(cx, &link.target, "column", &link.target_column, (*database, bytes_max));
            }
        }
    }
}

fn check_name(cx: &mut Context<'_>, name: &Spanned<String>, what: &str, sql: &str, (database, max): (Database, usize)) {
    if sql.len() > max {
        cx.report(name_too_long(name, what, sql, database, max));
    }
}

pub(super) fn indexes_fit(cx: &mut Context<'_>) {
    let has_mysql = cx.target.databases.contains(&Database::Mysql);
    for model in cx.whole_models() {
        let indexes = model.indexes.iter().map(|steps| steps.iter().map(|step| step.field.clone()).collect());
        for set in model.unique.iter().cloned().chain(indexes) {
            if set.len() > INDEX_COLUMNS {
                cx.report(index_too_long(&set[0], &format!("more than {INDEX_COLUMNS} fields")));
            } else if has_mysql {
                check_mysql(cx, model, &set);
            }
        }
        for link in own_tables(model).filter(|_| has_mysql) {
            check_pairs(cx, model, link);
        }
    }
}

/// The primary key of a table of pairs holds both identifiers.
fn check_pairs(cx: &mut Context<'_>, model: &Model, link: &Link) {
    let source = match &model.identifier {
        Identifier::Field(name) => model.fields.get(&name.value).and_then(|field| column_bytes(&field.kind)),
        Identifier::Hash(_) | Identifier::LegacyHash(_) => kind_bytes(ScalarKind::Identifier),
    };
    // A side that is too long for any index is reported where it is declared.
    let (Some(source), Some(target)) = (source, kind_bytes(link.stored)) else { return };
    if source + target > MYSQL_INDEX_BYTES {
        cx.report(pairs_too_long(link, source + target));
    }
}

fn check_mysql(cx: &mut Context<'_>, model: &Model, set: &[Spanned<String>]) {
    match bytes(model, set) {
        None => cx.report(index_too_long(&set[0], "MySQL has no index over text of any length")),
        Some(bytes) if bytes > MYSQL_INDEX_BYTES => {
            let why = format!("{bytes} bytes in MySQL, at most {MYSQL_INDEX_BYTES} are possible");
            cx.report(index_too_long(&set[0], &why));
        }
        Some(_) => {}
    }
}

/// The bytes of an index in MySQL, `None` if it holds text of any length.
fn bytes(model: &Model, set: &[Spanned<String>]) -> Option<usize> {
    let fields = set.iter().filter_map(|name| model.fields.get(&name.value));
    fields.map(|field| column_bytes(&field.kind)).sum()
}

fn column_bytes(kind: &FieldKind) -> Option<usize> {
    match kind {
        FieldKind::Scalar(kind) => kind_bytes(*kind),
        FieldKind::Relation(relation) => kind_bytes(relation.stored),
    }
}

const fn kind_bytes(kind: ScalarKind) -> Option<usize> {
    match kind {
        ScalarKind::String { max_length } => Some(4 * max_length as usize),
        ScalarKind::Text | ScalarKind::Binary | ScalarKind::Json(_) => None,
        ScalarKind::Identifier => Some(32),
        ScalarKind::Uuid => Some(16),
        ScalarKind::Decimal { .. } => Some(13),
        ScalarKind::Integer | ScalarKind::Float | ScalarKind::DateTime | ScalarKind::Duration => Some(8),
        ScalarKind::Time => Some(6),
        ScalarKind::Date => Some(3),
        ScalarKind::Boolean => Some(1),
    }
}

fn same_table(model: &Model, first: &Model) -> Diagnostic {
    Diagnostic::at(Code::SameTable, model.name.span, format!("two data models have the table `{}`", model.table))
        .label("second")
        .with_other(first.name.span, "first")
        .help("rename one of them")
}

fn same_link_table(link: &Link, first: &Spanned<String>) -> Diagnostic {
    let message = format!("the pairs of `{}` need the table `{}`, which exists", link.name.value, link.table);
    Diagnostic::at(Code::SameTable, link.name.span, message)
        .label("a table is made for it")
        .with_other(first.span, "has that table already")
        .help("rename one of them")
}

fn same_column(field: &Field, first: &Field) -> Diagnostic {
    Diagnostic::at(Code::SameColumn, field.name.span, format!("two fields have the column `{}`", field.column))
        .label("second")
        .with_other(first.name.span, "first")
        .help("rename one of them; the column of a relation ends in `_id`")
}

fn name_too_long(name: &Spanned<String>, what: &str, sql: &str, database: Database, max: usize) -> Diagnostic {
    let message = format!("the {what} `{sql}` is too long for {}", database.word());
    Diagnostic::at(Code::SqlNameTooLong, name.span, message)
        .label(format!("{} bytes, at most {max} are possible", sql.len()))
        .help("choose a shorter name")
}

fn index_too_long(name: &Spanned<String>, why: &str) -> Diagnostic {
    Diagnostic::at(Code::IndexTooLong, name.span, format!("the index that begins with `{}` is too long", name.value))
        .label(why)
        .help("leave fields out, or give them a smaller `max_length`")
}

fn pairs_too_long(link: &Link, bytes: usize) -> Diagnostic {
    let message = format!("the identifiers that `{}` pairs are too long together", link.name.value);
    Diagnostic::at(Code::IndexTooLong, link.name.span, message)
        .label(format!("{bytes} bytes in MySQL, at most {MYSQL_INDEX_BYTES} are possible"))
        .help("give one of the identifiers a smaller `max_length`")
}
