//! Rows of every kind of column, as statements, and what became of them.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use zimagi_spec::names::Database as Kind;

use crate::database::{Database, Row};

/// How many rows a table gets.
pub const ROWS: u32 = 3;

/// Fills the tables that have no row, those that others refer to first.
///
/// # Panics
///
/// If the database refuses a row, or tables refer to each other in a circle of columns that must have a value.
pub fn fill(database: &mut Database, tables: &[(String, Json)]) {
    let mut waiting: Vec<&(String, Json)> = tables.iter().collect();
    let mut done: Vec<&str> = Vec::new();
    while !waiting.is_empty() {
        let is_ready = |(_, table): &&&(String, Json)| {
            keys(table).filter(|key| !is_nullable(table, key)).all(|key| done.contains(&text(&key["table"])))
        };
        let next = waiting.iter().position(|table| is_ready(&table)).expect("no circle of references that must be");
        let (name, table) = waiting.remove(next);
        let count = database.rows(&format!("SELECT count(*) FROM {}", quoted(name, database.kind)));
        if count[0][0].as_deref() == Some("0") {
            (1..=ROWS).for_each(|number| insert(database, (name, table), tables, (number, &done)));
        }
        done.push(name);
    }
}

fn insert(database: &mut Database, (name, table): (&str, &Json), tables: &[(String, Json)], state: (u32, &[&str])) {
    let (number, done) = state;
    let kind = database.kind;
    let columns: Vec<&Json> = table["columns"].as_array().unwrap().iter().collect();
    let value = |column: &&Json| match keys(table).find(|key| key["column"] == column["name"]) {
        Some(key) if !done.contains(&text(&key["table"])) => "NULL".to_owned(),
        Some(key) => {
            let (_, target) = tables.iter().find(|(name, _)| name == text(&key["table"])).unwrap();
            let columns = target["columns"].as_array().unwrap();
            value(&columns.iter().find(|column| column["name"] == key["target"]).unwrap()["kind"], number, kind)
        }
        None => value(&column["kind"], number, kind),
    };
    let values = columns.iter().map(value).collect::<Vec<_>>().join(", ");
    let names = columns.iter().map(|column| quoted(text(&column["name"]), kind)).collect::<Vec<_>>().join(", ");
    let statement = format!("INSERT INTO {} ({names}) VALUES ({values})", quoted(name, kind));
    database.run(&statement).unwrap_or_else(|error| panic!("{error}\n{statement}"));
}

/// A value of a kind, another one for each number.
fn value(kind: &Json, number: u32, database: Kind) -> String {
    let word = kind.as_str().unwrap_or_else(|| kind.as_object().unwrap().keys().next().unwrap());
    let bytes = |hex: String| match database {
        Kind::Postgresql => format!("'\\x{hex}'"),
        Kind::Sqlite | Kind::Mysql => format!("X'{hex}'"),
    };
    match word {
        "integer" | "duration" => number.to_string(),
        "float" => format!("{number}.5"),
        "boolean" => (if number.is_multiple_of(2) { "TRUE" } else { "FALSE" }).to_owned(),
        "date" => format!("'2013-01-0{number}'"),
        "date_time" => format!("'2013-01-0{number} 05:00:00'"),
        "time" => format!("'0{number}:30:00'"),
        "decimal" if database == Kind::Sqlite => {
            (u64::from(number) * 10_u64.pow(u32::try_from(kind["decimal"][1].as_u64().unwrap()).unwrap())).to_string()
        }
        "decimal" => number.to_string(),
        "identifier" => bytes(format!("{number:064x}")),
        "uuid" if database == Kind::Postgresql => format!("'{number:08x}-0000-4000-8000-000000000000'"),
        "uuid" => bytes(format!("{number:08x}000040008000000000000000")),
        "binary" | "sealed" => bytes(format!("{number:02x}")),
        "json" => format!("'[{number}]'"),
        _ => format!("'v{number}'"),
    }
}

/// The values of columns in all rows, ordered by the first of them, in a form of the database that shows every byte.
pub fn values(database: &mut Database, table: &str, columns: &[String]) -> Vec<Row> {
    let kind = database.kind;
    let shown = columns.iter().map(|column| {
        let column = quoted(column, kind);
        match kind {
            Kind::Sqlite => format!("quote({column})"),
            Kind::Postgresql => format!("{column}::text"),
            Kind::Mysql => format!("hex({column})"),
        }
    });
    let shown = shown.collect::<Vec<_>>().join(", ");
    database.rows(&format!("SELECT {shown} FROM {} ORDER BY 1", quoted(table, kind)))
}

/// The values of several tables.
pub type Values = BTreeMap<String, Vec<Row>>;

fn keys(table: &Json) -> impl Iterator<Item = &Json> {
    table["foreign_keys"].as_array().into_iter().flatten()
}

fn is_nullable(table: &Json, key: &Json) -> bool {
    let columns = table["columns"].as_array().unwrap();
    columns.iter().any(|column| column["name"] == key["column"] && column["is_nullable"] == true)
}

fn quoted(name: &str, kind: Kind) -> String {
    match kind {
        Kind::Mysql => format!("`{name}`"),
        Kind::Sqlite | Kind::Postgresql => format!("\"{name}\""),
    }
}

fn text(of: &Json) -> &str {
    of.as_str().unwrap()
}
