//! The fence of a run: whoever took the run away counts its number up, and then nothing of the old process is stored any more.

use zimagi_spec::descriptor::{ScalarKind, Store};
use zimagi_spec::names::Database;

use super::super::catalogue::{Field, Model};
use super::super::error::DataError;
use super::super::lowering::{Lowering, Rows, Shape};
use super::super::session::Session;
use super::super::sql::{Bind, Expr};
use super::super::value::Value;
use super::Engine;

/// Which run writes, and the number it was started under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fence {
    /// The name of the run's record.
    pub(crate) run: String,
    pub(crate) number: i64,
}

const RUN_MODEL: &str = "log";
const RUNNING: &str = "running";

impl Engine {
    /// Checks inside a transaction on main data that the run may still write. Other stores hold no records of runs; what is written
    /// there is not fenced.
    pub(super) async fn check_fence(&self, session: &mut Session, store: Store) -> Result<(), DataError> {
        let Some(fence) = self.fence.as_deref().filter(|_| store == Store::Main) else { return Ok(()) };
        let model = self.catalogue.find(RUN_MODEL).ok_or(DataError::Broken("there is no model for runs"))?;
        let is_running = match self.db.database() {
            // The one writer holds the lock already, so reading is enough.
            Database::Sqlite => is_running(session, model, fence).await?,
            Database::Postgresql | Database::Mysql => keep_running(session, model, fence).await?,
        };
        if is_running { Ok(()) } else { Err(DataError::Fenced) }
    }
}

async fn is_running(session: &mut Session, model: &Model, fence: &Fence) -> Result<bool, DataError> {
    let place = Lowering::new(Rows::All, Shape::Correlated).place(model);
    let filter = Expr::And(tests(model, fence, |field| place.column(field))?);
    let select = place.select(vec![place.output(model.identifier())], Some(filter));
    Ok(!session.rows(&select).await?.is_empty())
}

/// Writes the number over itself: that locks the record until the transaction ends.
async fn keep_running(session: &mut Session, model: &Model, fence: &Fence) -> Result<bool, DataError> {
    let place = Lowering::new(Rows::All, Shape::Correlated).place(model);
    let filter = Expr::And(tests(model, fence, |field| place.column(field))?);
    let number = Bind { value: Value::Integer(fence.number), kind: ScalarKind::Integer };
    let set = vec![(field(model, "fence")?.column(), number)];
    Ok(session.execute(&place.update(set, filter)).await? == 1)
}

fn tests(model: &Model, fence: &Fence, column: impl Fn(&Field) -> Expr) -> Result<Vec<Expr>, DataError> {
    let values = [
        ("name", Value::Text(fence.run.clone())),
        ("fence", Value::Integer(fence.number)),
        ("status", Value::Text(RUNNING.to_owned())),
    ];
    let tests = values.into_iter().map(|(name, value)| {
        let field = field(model, name)?;
        Ok(Expr::equal(column(field), Expr::Bind(Bind { value, kind: field.kind })))
    });
    tests.collect()
}

fn field<'c>(model: &'c Model, name: &str) -> Result<&'c Field, DataError> {
    model.find(name).ok_or(DataError::Broken("the model of runs lacks a field"))
}
