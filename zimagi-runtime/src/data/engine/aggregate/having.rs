//! Which groups are answered: `{"n.gte": 10}`, of what is made of their records.

use serde_json::{Map, Value as Json};
use zimagi_spec::descriptor::ScalarKind;

use super::super::super::mistake::QueryMistake;
use super::super::super::parse::{expected, parse};
use super::super::super::sql::{Bind, Comparison, Expr};
use super::super::super::value::Value;
use super::column::{Column, no_such_column};

/// One condition on groups.
#[derive(Debug)]
pub(super) struct Having {
    pub(super) column: usize,
    comparison: Comparison,
    value: Value,
    kind: ScalarKind,
}

const WORDS: [(&str, Comparison); 5] = [
    ("exact", Comparison::Equal),
    ("lt", Comparison::Less),
    ("lte", Comparison::LessOrEqual),
    ("gt", Comparison::Greater),
    ("gte", Comparison::GreaterOrEqual),
];

/// The conditions of a JSON object; all must hold. Mistakes are added to the list.
pub(super) fn resolve_having(
    columns: &[Column<'_>],
    text: Option<&str>,
    mistakes: &mut Vec<QueryMistake>,
) -> Vec<Having> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Vec::new() };
    let Ok(members) = serde_json::from_str::<Map<String, Json>>(text) else {
        mistakes.push(QueryMistake::wrong_value("having", "a JSON object like `{\"n.gte\": 10}`"));
        return Vec::new();
    };
    let mut conditions = Vec::new();
    for (name, value) in &members {
        match resolve(columns, name, value) {
            Ok(condition) => conditions.push(condition),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    conditions
}

impl Having {
    pub(super) fn lower(&self, expr: Expr) -> Expr {
        let bind = Expr::Bind(Bind { value: self.value.clone(), kind: self.kind });
        Expr::Compare(Box::new(expr), self.comparison, Box::new(bind))
    }
}

/// Only what is made of a group is tested here; what its records have in common is a filter.
fn resolve(columns: &[Column<'_>], written: &str, value: &Json) -> Result<Having, QueryMistake> {
    let (name, comparison) = split(written);
    let found = columns.iter().enumerate().find(|(_, column)| column.name == name && !column.is_group());
    let Some((place, column)) = found else { return Err(no_such_column("having", written, columns)) };
    let text = match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    match parse(column.kind, &text).filter(|_| !text.contains('\0')) {
        Some(value) => Ok(Having { column: place, comparison, value, kind: column.kind }),
        None => Err(QueryMistake::wrong_value("having", format!("{} for `{written}`", expected(column.kind)))),
    }
}

fn split(written: &str) -> (&str, Comparison) {
    let parts = written.rsplit_once("__").or_else(|| written.rsplit_once('.'));
    let comparison = |word: &str| WORDS.iter().find(|(known, _)| *known == word).map(|(_, comparison)| *comparison);
    match parts.and_then(|(name, word)| Some((name, comparison(word)?))) {
        Some(found) => found,
        None => (written, Comparison::Equal),
    }
}
