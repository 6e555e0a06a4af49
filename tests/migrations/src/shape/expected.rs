//! The shape that a plan wants, from the record of a migration: a second opinion on how kinds become types.

use serde_json::Value as Json;
use zimagi_spec::names::Database as Kind;

use super::{Shape, column};

/// The shape of these tables on a database.
#[must_use]
pub fn expected(tables: &[(String, Json)], kind: Kind) -> Shape {
    let tables = tables.iter().map(|(name, table)| {
        let columns = list(table, "columns").map(|one| expected_column(one, kind));
        let checks = list(table, "columns").filter_map(|one| check(table, one, kind));
        let key = &table["primary_key"];
        let primary_key = match kind {
            // MySQL's have no names.
            Kind::Mysql => format!("primary key ({})", names(&key["columns"])),
            Kind::Sqlite | Kind::Postgresql => {
                format!("primary key {} ({})", text(&key["name"]), names(&key["columns"]))
            }
        };
        let foreign_keys = list(table, "foreign_keys").map(|key| {
            let cascade = if key["on_delete"] == "cascade" { " cascade" } else { "" };
            let [name, column, target, key] = ["name", "column", "table", "target"].map(|part| text(&key[part]));
            format!("foreign key {name} ({column}) to {target} ({key}){cascade}")
        });
        let indexes = list(table, "indexes").map(|index| expected_index(table, index, kind));
        (name.clone(), columns.chain(checks).chain([primary_key]).chain(foreign_keys).chain(indexes).collect())
    });
    tables.collect()
}

fn expected_index(table: &Json, index: &Json, kind: Kind) -> String {
    let steps = list(index, "columns").map(|step| {
        let name = text(&step["column"]);
        let of = list(table, "columns").find(|column| text(&column["name"]) == name).unwrap();
        let last = if kind == Kind::Postgresql && of["is_nullable"] == true { " nulls last" } else { "" };
        if step["is_descending"] == true { format!("{name} desc{last}") } else { name.to_owned() }
    });
    let unique = if index["is_unique"] == true { "unique index" } else { "index" };
    format!("{unique} {} ({})", text(&index["name"]), steps.collect::<Vec<_>>().join(", "))
}

fn expected_column(of: &Json, kind: Kind) -> String {
    let word = word(&of["kind"]);
    let type_ = match kind {
        Kind::Sqlite => sqlite_type(word).to_owned(),
        Kind::Postgresql => postgresql_type(word, &of["kind"]),
        Kind::Mysql => mysql_type(word, &of["kind"]),
    };
    let default = of.get("default").map(|default| default_text(word, &of["kind"], default, kind));
    column(text(&of["name"]), &type_, of["is_nullable"] == true, default.as_deref())
}

fn sqlite_type(word: &str) -> &'static str {
    match word {
        "string" | "text" | "json" => "TEXT",
        "integer" | "decimal" | "duration" => "BIGINT",
        "float" => "DOUBLE",
        "boolean" => "BOOLEAN",
        "date" => "DATE",
        "date_time" => "TIMESTAMP",
        "time" => "TIME",
        _ => "BLOB",
    }
}

fn postgresql_type(word: &str, kind: &Json) -> String {
    match word {
        "string" => format!("character varying({}) C", kind["string"]),
        "text" => "text C".to_owned(),
        "json" => "jsonb".to_owned(),
        "integer" | "duration" => "bigint".to_owned(),
        "decimal" => format!("numeric({},{})", kind["decimal"][0], kind["decimal"][1]),
        "float" => "double precision".to_owned(),
        "boolean" | "date" | "uuid" => word.to_owned(),
        "date_time" => "timestamp(6) without time zone".to_owned(),
        "time" => "time(6) without time zone".to_owned(),
        _ => "bytea".to_owned(),
    }
}

fn mysql_type(word: &str, kind: &Json) -> String {
    match word {
        "string" => format!("varchar({}) {TEXT}", kind["string"]),
        "text" => format!("longtext {TEXT}"),
        // MariaDB's own word for JSON.
        "json" => "longtext utf8mb4_bin".to_owned(),
        "integer" | "duration" => "bigint(20)".to_owned(),
        "decimal" => format!("decimal({},{})", kind["decimal"][0], kind["decimal"][1]),
        "float" => "double".to_owned(),
        "boolean" => "tinyint(1)".to_owned(),
        "date" => "date".to_owned(),
        "date_time" => "datetime(6)".to_owned(),
        "time" => "time(6)".to_owned(),
        "identifier" => "binary(32)".to_owned(),
        "uuid" => "binary(16)".to_owned(),
        _ => "longblob".to_owned(),
    }
}

/// The collation of texts on MariaDB.
const TEXT: &str = "utf8mb4_nopad_bin";

/// SQLite's types limit nothing.
fn check(table: &Json, of: &Json, kind: Kind) -> Option<String> {
    let name = text(&of["name"]);
    let is_reference = list(table, "foreign_keys").any(|key| text(&key["column"]) == name);
    if kind != Kind::Sqlite || is_reference {
        return None;
    }
    match word(&of["kind"]) {
        "string" => Some(format!("check length({name}) <= {}", of["kind"]["string"])),
        "identifier" => Some(format!("check length({name}) = 32")),
        _ => None,
    }
}

/// The stored form of a default, in the words of the catalogue.
fn default_text(word: &str, kind: &Json, default: &Json, database: Kind) -> String {
    let value = default.as_object().unwrap().values().next().unwrap();
    let string = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match (word, database) {
        ("boolean", Kind::Mysql) => (if string == "true" { "1" } else { "0" }).to_owned(),
        ("date_time" | "time", _) => stored_time(&string, database),
        ("decimal", Kind::Sqlite) => {
            let places = kind["decimal"][1].as_i64().unwrap();
            (string.parse::<f64>().unwrap() * 10_f64.powi(i32::try_from(places).unwrap())).round().to_string()
        }
        ("duration", _) => seconds(&string).to_string(),
        ("uuid", Kind::Mysql) => super::BYTES.to_owned(),
        ("uuid", Kind::Sqlite) => format!("X'{}'", string.replace('-', "")),
        ("binary", _) => format!("X'{}'", BYTES.iter().find(|(text, _)| *text == string).unwrap().1),
        _ => string,
    }
}

/// The bytes of the corpus, in both forms.
const BYTES: [(&str, &str); 2] = [("AAH/", "0001ff"), ("", "")];

fn stored_time(text: &str, database: Kind) -> String {
    let text = text.trim_end_matches('Z').replacen('T', " ", 1);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    match (fraction, database) {
        (some, Kind::Mysql) => format!("{whole}.{some:0<6}"),
        ("", _) => whole.to_owned(),
        // PostgreSQL keeps the value, the others its text.
        (short, Kind::Postgresql) => format!("{whole}.{short}"),
        (short, _) if short.len() <= 3 => format!("{whole}.{short:0<3}"),
        (long, _) => format!("{whole}.{long:0<6}"),
    }
}

/// `PT86490S` in microseconds.
fn seconds(text: &str) -> f64 {
    text.trim_start_matches("PT").trim_end_matches('S').parse::<f64>().unwrap() * 1_000_000.0
}

/// `string` of `{"string": 32}` and `text` of `"text"`.
fn word(kind: &Json) -> &str {
    match kind {
        Json::String(word) => word,
        _ => kind.as_object().unwrap().keys().next().unwrap(),
    }
}

fn list<'a>(of: &'a Json, part: &str) -> impl Iterator<Item = &'a Json> {
    of[part].as_array().into_iter().flatten()
}

fn names(of: &Json) -> String {
    of.as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(", ")
}

fn text(of: &Json) -> &str {
    of.as_str().unwrap()
}
