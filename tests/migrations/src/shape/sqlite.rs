//! SQLite's catalogue: pragmas, and for names of constraints and for checks the text of the table.

use std::collections::BTreeSet;

use super::{Shape, cell, column};
use crate::database::Database;

pub(super) fn read(database: &mut Database) -> Shape {
    let question =
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let tables = database.rows(question);
    tables.iter().map(|row| (cell(row, 0).to_owned(), read_table(database, cell(row, 0), cell(row, 1)))).collect()
}

fn read_table(database: &mut Database, table: &str, text: &str) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    let mut key: Vec<(String, String)> = Vec::new();
    for row in
        database.rows(&format!("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{table}')"))
    {
        lines.insert(column(cell(&row, 0), cell(&row, 1), cell(&row, 2) == "0", row[3].as_deref()));
        key.push((cell(&row, 4).to_owned(), cell(&row, 0).to_owned()));
    }
    key.retain(|(at, _)| at != "0");
    key.sort();
    let columns = key.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(", ");
    let text = text.replace('"', "");
    lines.insert(format!("primary key {} ({columns})", name_before(&text, "PRIMARY KEY").unwrap_or_default()));
    let keys = format!("SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list('{table}')");
    for row in database.rows(&keys) {
        let [from, target, to] = [0, 1, 2].map(|at| cell(&row, at));
        let cascade = if cell(&row, 3) == "CASCADE" { " cascade" } else { "" };
        let name = name_before(&text, &format!("FOREIGN KEY ({from})"));
        let name = name.or_else(|| name_of_inline(&text, from, target)).unwrap_or_default();
        lines.insert(format!("foreign key {name} ({from}) to {target} ({to}){cascade}"));
    }
    lines.extend(text.split(" CHECK (").skip(1).map(|rest| {
        let check = rest.split_once(')').map(|(start, rest)| text_of(start, rest));
        format!("check {}", check.unwrap_or_default())
    }));
    lines.extend(read_indexes(database, table));
    lines
}

/// `length(name) <= 32` up to the closing parenthesis of the check.
fn text_of(start: &str, rest: &str) -> String {
    format!("{start}){}", rest.split_once(')').map_or("", |(end, _)| end))
}

/// The word after `CONSTRAINT` before these words.
fn name_before<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let before = text[..text.find(words)?].trim_end();
    before.rsplit(' ').next()
}

/// `column TYPE … CONSTRAINT name REFERENCES target`, as a column that was added has it.
fn name_of_inline<'a>(text: &'a str, column: &str, target: &str) -> Option<&'a str> {
    let lines = text.split([',', '\n']).map(str::trim);
    let line = lines.into_iter().find(|line| line.starts_with(&format!("{column} ")) && line.contains("REFERENCES"))?;
    name_before(line, &format!("REFERENCES {target}"))
}

fn read_indexes(database: &mut Database, table: &str) -> Vec<String> {
    let question = format!("SELECT name, \"unique\" FROM pragma_index_list('{table}') WHERE origin = 'c'");
    let mut lines = Vec::new();
    for row in database.rows(&question) {
        let steps = database.rows(&format!(
            "SELECT name, \"desc\", coll FROM pragma_index_xinfo('{}') WHERE key = 1 ORDER BY seqno",
            cell(&row, 0)
        ));
        let steps = steps.iter().map(|step| {
            assert_eq!(cell(step, 2), "BINARY");
            if cell(step, 1) == "1" { format!("{} desc", cell(step, 0)) } else { cell(step, 0).to_owned() }
        });
        let kind = if cell(&row, 1) == "1" { "unique index" } else { "index" };
        lines.push(format!("{kind} {} ({})", cell(&row, 0), steps.collect::<Vec<_>>().join(", ")));
    }
    lines
}
