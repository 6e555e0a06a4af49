//! The table itself: cells by row and caller, and what was found wrong. It knows no surfaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use e2e::{Answer, SpecModel};
use serde_json::Value;

use super::callers::{CALLERS, Caller};
use super::surfaces::{LEGEND, Sight};

pub(crate) struct Matrix<'a> {
    pub(crate) models: &'a BTreeMap<String, SpecModel>,
    pub(crate) callers: &'a [Caller],
    pub(crate) rows: BTreeMap<String, [String; CALLERS.len()]>,
    pub(crate) cells: usize,
    pub(crate) leaks: BTreeSet<String>,
}

/// One request.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: String,
    /// Null if there is none.
    pub(crate) body: Value,
}

impl<'a> Matrix<'a> {
    pub(crate) const fn new(models: &'a BTreeMap<String, SpecModel>, callers: &'a [Caller]) -> Self {
        Self { models, callers, rows: BTreeMap::new(), cells: 0, leaks: BTreeSet::new() }
    }

    /// Both tables, which are about different callers.
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.cells += other.cells;
        self.leaks.extend(other.leaks);
        for (row, cells) in other.rows {
            cells.iter().enumerate().for_each(|(index, letters)| {
                self.note(index, &row, if letters == "-" { "" } else { letters });
            });
        }
        self
    }

    /// Asks by a name and by an invented one, and compares everything.
    pub(crate) fn expect_alike(&mut self, index: usize, secret: &str, request: impl Fn(&str) -> Request<'static>) {
        self.cells += 1;
        let invented = invent(secret);
        let asked = request(secret);
        let real = self.send(index, &asked);
        let mut other = self.send(index, &request(&invented));
        other.body = other.text().replace(&invented, secret).into_bytes();
        let what = format!("{} {}: {} instead of {}", asked.method, asked.path, shown(&real), shown(&other));
        self.leak_if(real != other, index, &what);
    }

    pub(crate) fn send(&self, index: usize, request: &Request<'_>) -> Answer {
        let client = &self.callers[index].client;
        match &request.body {
            Value::Null => client.send(request.method, &request.path),
            body => client.send_json(request.method, &request.path, body),
        }
    }

    /// Whether the specs let a caller see a field of a model that it may view.
    pub(crate) fn sees(&self, index: usize, model: &SpecModel, field: &str) -> bool {
        let Some((_, target)) = model.fields.iter().find(|(name, _)| name == field) else { return false };
        let is_hidden = model.hidden.iter().any(|hidden| hidden == field);
        let is_open = |target: &String| self.callers[index].may_view(&self.models[target]);
        !is_hidden && target.as_ref().is_none_or(is_open)
    }

    pub(crate) fn leak_if(&mut self, is_leak: bool, index: usize, what: &str) {
        if is_leak {
            self.leaks.insert(format!("{}: {what}", self.callers[index].name));
        }
    }

    pub(crate) fn note(&mut self, index: usize, row: &str, letters: &str) {
        let cells = self.rows.entry(row.to_owned()).or_insert_with(|| std::array::from_fn(|_| "-".to_owned()));
        if !letters.is_empty() {
            letters.clone_into(&mut cells[index]);
        }
    }

    pub(crate) fn render(&self) -> String {
        let mut text = format!("{} cells\n{LEGEND}\n", self.cells);
        let heads = CALLERS.map(|(name, _)| name);
        let _ = writeln!(text, "{:34} {}", "", in_columns(&heads));
        for (row, cells) in &self.rows {
            let _ = writeln!(text, "{row:34} {}", in_columns(cells));
        }
        text
    }
}

pub(crate) fn sight(model: &SpecModel, field: &str, is_visible: bool) -> Sight {
    match (is_visible, model.encrypted.iter().any(|encrypted| encrypted == field)) {
        (false, _) => Sight::Hidden,
        (true, true) => Sight::Shown,
        (true, false) => Sight::ShownAndCompared,
    }
}

fn in_columns(cells: &[impl AsRef<str>]) -> String {
    cells.iter().map(|cell| format!("{:26}", cell.as_ref())).collect::<String>().trim_end().to_owned()
}

/// Another name of the same length that no model or field has.
fn invent(name: &str) -> String {
    name.chars().map(|letter| if letter == '_' { letter } else { 'q' }).collect()
}

fn shown(answer: &Answer) -> String {
    format!("{} {:?} {}", answer.status, answer.headers, answer.text())
}
