//! The table of a model within a statement. Its records are those that the statement may meet, and its relations lead to such
//! records only: what is not met is null.

use super::super::catalogue::{Field, Model};
use super::super::sql::{Alias, Bind, Delete, Expr, Join, Output, Select, Statement, Table, Update};
use super::Rows;

/// A table within a statement, and the model it holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'c> {
    pub(crate) model: &'c Model,
    pub(super) alias: Alias,
    pub(super) rows: Rows<'c>,
}

impl<'c> Place<'c> {
    /// What a record has in a field.
    pub(crate) fn column(&self, field: &Field) -> Expr {
        match self.referred(field) {
            Some(select) => Expr::Scalar(Box::new(select)),
            None => self.stored(field),
        }
    }

    /// What is stored in a field. A relation may lead to a record that is not met: it is for joining those that are.
    pub(crate) fn stored(&self, field: &Field) -> Expr {
        Expr::Column { alias: self.alias, column: field.column() }
    }

    pub(crate) fn output(&self, field: &Field) -> Output {
        Output { expr: self.column(field), kind: field.kind }
    }

    pub(crate) fn stored_output(&self, field: &Field) -> Output {
        Output { expr: self.stored(field), kind: field.kind }
    }

    /// That the record which a relation refers to is met; none if that needs no asking.
    pub(super) fn is_met(&self, field: &Field) -> Option<Expr> {
        self.referred(field).map(|select| Expr::Exists(Box::new(Select { outputs: Vec::new(), ..select })))
    }

    /// A query from this table.
    pub(crate) fn select(&self, outputs: Vec<Output>, filter: Option<Expr>) -> Select {
        Select::new(self.table(), outputs, joined(filter, self.condition()))
    }

    /// The records of this table beside others, for which the expression ties them: where that record is not met there is none.
    pub(crate) fn joined(&self, on: Expr) -> Join {
        let on = joined(Some(on.clone()), self.condition()).unwrap_or(on);
        Join { table: self.table(), on }
    }

    /// Changes records of this table.
    pub(crate) fn update(&self, set: Vec<(&'static str, Bind)>, filter: Expr) -> Statement {
        Statement::Update(Update { table: self.table(), set, filter: self.among(filter) })
    }

    /// Deletes records of this table.
    pub(crate) fn delete(&self, filter: Expr) -> Statement {
        Statement::Delete(Delete { table: self.table(), filter: self.among(filter) })
    }

    const fn table(&self) -> Table {
        Table { name: self.model.descriptor.table, alias: self.alias }
    }

    fn among(&self, filter: Expr) -> Expr {
        match self.condition() {
            Some(condition) => Expr::And(vec![filter, condition]),
            None => filter,
        }
    }

    /// That a record is met; none if all are.
    pub(super) fn condition(&self) -> Option<Expr> {
        self.rows.condition(self.model, self.stored(self.model.identifier()))
    }

    /// The identifier of the record that a relation refers to, as long as that record is met; none if it is for certain.
    fn referred(&self, field: &Field) -> Option<Select> {
        let target = self.rows.limited_target(self.model, field)?;
        let there = Place { model: target, alias: Alias::REFERRED, rows: self.rows };
        let same = Expr::equal(there.stored(target.identifier()), self.stored(field));
        Some(there.select(vec![there.stored_output(target.identifier())], Some(same)))
    }
}

/// Both, as far as they are there.
pub(super) fn joined(filter: Option<Expr>, condition: Option<Expr>) -> Option<Expr> {
    match (filter, condition) {
        (Some(Expr::And(mut parts)), Some(condition)) => {
            parts.push(condition);
            Some(super::all_of(parts))
        }
        (Some(filter), Some(condition)) => Some(Expr::And(vec![filter, condition])),
        (filter, condition) => filter.or(condition),
    }
}
