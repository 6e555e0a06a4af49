//! Changing the pairs of a link: what is new and what is gone, found out and carried out in the transaction that writes. Pairs with
//! records that do not exist for the caller stay as they are.

use std::collections::HashSet;

use super::super::catalogue::{Link, Model};
use super::super::error::DataError;
use super::super::lowering::{Lowering, PairsPlace, Rows, Shape, pair_columns};
use super::super::path::Way;
use super::super::session::Session;
use super::super::sql::{Bind, Conflict, Expr, Insert, Statement};
use super::super::value::Value;
use super::super::view::View;
use crate::data::question::lookup::LIST_MAX;

/// A wished change of the records that one record is linked with.
#[derive(Debug)]
pub(super) struct PairChange<'c> {
    pub(super) link: &'c Link,
    pub(super) target: &'c Model,
    pub(super) change: Change,
    pub(super) with: Vec<Value>,
    pub(super) without: Vec<Value>,
}

/// How much of the set is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// All of it: what is not named is taken out.
    Whole,
    /// Only what is added or taken out.
    Some,
}

/// What differs from the pairs that are stored.
#[derive(Debug)]
pub(super) struct Difference<'c> {
    link: &'c Link,
    target: &'c Model,
    new: Vec<Value>,
    gone: Vec<Value>,
}

impl<'c> PairChange<'c> {
    /// What the change means for a record that is not stored yet.
    pub(super) fn of_nothing(self) -> Difference<'c> {
        self.difference(Vec::new())
    }

    /// What the change means for a stored record of a model.
    pub(super) async fn of_stored(
        self,
        session: &mut Session,
        view: View<'_>,
        (model, record): (&Model, &Value),
    ) -> Result<Difference<'c>, DataError> {
        let pairs = Pairs { link: self.link, model, target: self.target };
        let stored = match self.change {
            Change::Whole => pairs.stored(session, view, record, None).await?,
            Change::Some => {
                let named: Vec<Value> = self.with.iter().chain(&self.without).cloned().collect();
                let mut stored = Vec::new();
                for named in named.chunks(LIST_MAX) {
                    stored.extend(pairs.stored(session, view, record, Some(named)).await?);
                }
                stored
            }
        };
        Ok(self.difference(stored))
    }

    fn difference(self, stored: Vec<Value>) -> Difference<'c> {
        let without: HashSet<Value> = self.without.into_iter().collect();
        let mut wished: HashSet<Value> = HashSet::with_capacity(self.with.len());
        let mut new: Vec<Value> = self.with.into_iter().filter(|value| !without.contains(value)).collect();
        new.retain(|value| wished.insert(value.clone()));
        let is_gone = |value: &Value| match self.change {
            Change::Whole => !wished.contains(value),
            Change::Some => without.contains(value),
        };
        let gone = stored.iter().filter(|value| is_gone(value)).cloned().collect();
        let stored: HashSet<Value> = stored.into_iter().collect();
        new.retain(|value| !stored.contains(value));
        Difference { link: self.link, target: self.target, new, gone }
    }
}

impl Difference<'_> {
    pub(super) const fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty()
    }

    pub(super) const fn link(&self) -> &Link {
        self.link
    }

    /// The records that the record was not linked with.
    pub(super) fn added(&self) -> &[Value] {
        &self.new
    }

    /// Stores the difference for a record of a model.
    pub(super) async fn store(
        &self,
        session: &mut Session,
        (model, record): (&Model, &Value),
    ) -> Result<(), DataError> {
        let pairs = Pairs { link: self.link, model, target: self.target };
        for gone in self.gone.chunks(LIST_MAX) {
            session.execute(&pairs.delete(record, gone)).await?;
        }
        for new in self.new.chunks(LIST_MAX) {
            session.execute(&pairs.insert(record, new)).await?;
        }
        Ok(())
    }
}

/// The table of a link, for statements about one record.
#[derive(Clone, Copy)]
struct Pairs<'c> {
    link: &'c Link,
    model: &'c Model,
    target: &'c Model,
}

impl Pairs<'_> {
    /// The records that the record is linked with; of some, which of them.
    async fn stored(
        self,
        session: &mut Session,
        view: View<'_>,
        record: &Value,
        some: Option<&[Value]>,
    ) -> Result<Vec<Value>, DataError> {
        let pairs = Lowering::new(view, Shape::Correlated).pairs(self.link, Way::Forward);
        let output = pairs.output(pairs.far(), self.target);
        let rows = session.rows(&pairs.select(vec![output], Some(self.filter(pairs, record, some)))).await?;
        Ok(rows.into_iter().filter_map(|row| row.cells.into_iter().next()).collect())
    }

    /// What is gone was met.
    fn delete(self, record: &Value, gone: &[Value]) -> Statement {
        let pairs = Lowering::new(Rows::All, Shape::Correlated).pairs(self.link, Way::Forward);
        pairs.delete(self.filter(pairs, record, Some(gone)))
    }

    fn filter(self, pairs: PairsPlace<'_>, record: &Value, some: Option<&[Value]>) -> Expr {
        let bind = |value: &Value, of: &Model| Bind { value: value.clone(), kind: of.identifier().kind };
        let of_record = Expr::equal(pairs.near(), Expr::Bind(bind(record, self.model)));
        let Some(some) = some else { return of_record };
        let binds = some.iter().map(|value| bind(value, self.target)).collect();
        Expr::And(vec![of_record, Expr::In(Box::new(pairs.far()), binds)])
    }

    /// A pair that another writer has stored meanwhile is there already.
    fn insert(self, record: &Value, new: &[Value]) -> Statement {
        let (near, far) = pair_columns(self.link, Way::Forward);
        let kind = |model: &Model| model.identifier().kind;
        Statement::Insert(Insert {
            table: self.link.descriptor.table,
            columns: vec![(near, kind(self.model)), (far, kind(self.target))],
            rows: new.iter().map(|value| vec![record.clone(), value.clone()]).collect(),
            conflict: Conflict::Ignore { target: vec![near, far] },
        })
    }
}
