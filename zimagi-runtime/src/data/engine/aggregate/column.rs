//! The columns of a question for groups: `carrier`, `n=id:count`.

use zimagi_spec::descriptor::ScalarKind;

use super::super::super::catalogue::Model;
use super::super::super::lowering::{Lowering, Place};
use super::super::super::mistake::{QueryFault, QueryMistake};
use super::super::super::nearest::nearest_names;
use super::super::super::path::{NoSuchField, ResolvedPath, resolve};
use super::super::super::sql::Expr;
use super::super::super::view::View;
use crate::data::question::aggregate::{Aggregate, words};
use crate::data::question::ordering::has_order;

/// One column of the answer.
#[derive(Debug)]
pub(super) struct Column<'c> {
    /// What the caller calls it.
    pub(super) name: String,
    path: ResolvedPath<'c>,
    pub(super) made: Made,
    /// The kind of its values.
    pub(super) kind: ScalarKind,
}

/// How a column's value comes from the records of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// They all have it.
    Group,
    /// It is made of theirs.
    Aggregate(Aggregate),
}

/// The columns of a comma list. Mistakes are added to the list.
pub(super) fn resolve_columns<'c>(
    view: View<'c>,
    model: &'c Model,
    fields: Option<&str>,
    mistakes: &mut Vec<QueryMistake>,
) -> Vec<Column<'c>> {
    let mut columns: Vec<Column<'c>> = Vec::new();
    for written in fields.unwrap_or_default().split(',').map(str::trim).filter(|written| !written.is_empty()) {
        match Column::resolve(view, model, written) {
            // What is said twice is answered once.
            Ok(column) if columns.iter().any(|other| other.is(&column)) => {}
            Ok(column) if columns.iter().any(|other| other.name == column.name) => {
                let expected = format!("one column that is called `{}`", column.name);
                mistakes.push(QueryMistake::wrong_value("fields", expected));
            }
            Ok(column) => columns.push(column),
            Err(fault) => mistakes.push(QueryMistake::new("fields", fault)),
        }
    }
    if columns.is_empty() && mistakes.is_empty() {
        let key = model.identifier().name();
        mistakes.push(QueryMistake::wrong_value("fields", format!("columns like `number={key}:count`, with commas")));
    }
    columns
}

/// A column that is ordered or limited by and is none of the answer.
pub(super) fn no_such_column(parameter: &str, name: &str, columns: &[Column<'_>]) -> QueryMistake {
    let known: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let fault = NoSuchField { written: name.to_owned(), nearest: nearest_names(name, &known) };
    QueryMistake::new(parameter, QueryFault::NoSuchField(fault))
}

impl<'c> Column<'c> {
    fn resolve(view: View<'c>, model: &'c Model, written: &str) -> Result<Self, QueryFault> {
        let (name, expression) = written.split_once('=').unwrap_or((written, written));
        let (name, expression) = (name.trim().to_owned(), expression.trim());
        let (path_text, word) = match expression.split_once(':') {
            Some((path, word)) => (path, Some(word)),
            None => (expression, None),
        };
        let path = resolve(view, model, path_text).map_err(QueryFault::NoSuchField)?.shortened();
        let Some(word) = word else { return Self::group(name, path_text, path) };
        let possible = |aggregate: &Aggregate| aggregate.fits(&path);
        match Aggregate::parse(word).filter(possible) {
            Some(aggregate) => {
                let kind = aggregate.kind(path.field).unwrap_or(path.field.kind);
                Ok(Self { name, path, made: Made::Aggregate(aggregate), kind })
            }
            None => Err(QueryFault::WrongValue { expected: words(path_text, possible) }),
        }
    }

    fn group(name: String, written: &str, path: ResolvedPath<'c>) -> Result<Self, QueryFault> {
        if !path.is_single() {
            return Err(QueryFault::ManyValues { path: written.to_owned() });
        }
        if !has_order(path.field.kind) {
            return Err(QueryFault::NoOrder { path: written.to_owned() });
        }
        let kind = path.field.kind;
        Ok(Self { name, path, made: Made::Group, kind })
    }

    fn is(&self, other: &Self) -> bool {
        self.name == other.name && self.made == other.made && self.path.is(&other.path)
    }

    pub(super) fn is_group(&self) -> bool {
        self.made == Made::Group
    }

    pub(super) fn lower(&self, lowering: &mut Lowering<'_>, at: Place<'_>) -> Expr {
        match self.made {
            Made::Group => lowering.value(at, &self.path),
            Made::Aggregate(aggregate) => {
                let summary = lowering.summary(at, &self.path, (aggregate, self.kind));
                if self.path.is_single() { summary } else { Expr::aggregate(aggregate.of_parts(), self.kind, summary) }
            }
        }
    }
}
