//! Sealing what a table holds anew with the current key, a group of records at a time.

use super::seal::{SealedTable, column};
use super::session::Session;
use crate::data::error::DataError;
use crate::data::sql::{Bind, Comparison, Expr, OrderTerm, Select, Statement, Update};
use crate::data::value::Value;
use zimagi_spec::descriptor::ScalarKind;

/// What became of a group of records.
#[derive(Debug, Default)]
pub(crate) struct Resealed {
    /// Cells that were sealed anew.
    pub(crate) renewed: u64,
    /// Cells that had the current key already, or were written meanwhile.
    pub(crate) kept: u64,
    /// The last record of the group; none if there were no more.
    pub(crate) last: Option<Value>,
}

/// So many records are sealed anew in one transaction.
const GROUP: u64 = 200;

impl Session {
    /// Seals the cells of the records behind this one anew. A cell that somebody else writes meanwhile is left as it is then.
    pub(crate) async fn reseal(&mut self, table: &SealedTable, after: Option<&Value>) -> Result<Resealed, DataError> {
        let rows = self.stored_rows(&group(table, after)).await?;
        let mut resealed = Resealed::default();
        for mut row in rows {
            let cells = row.cells.split_off(1);
            let record = row.cells.remove(0);
            for (sealed, cell) in table.columns.iter().zip(&cells).filter(|(_, cell)| **cell != Value::Null) {
                let changed = match self.seal().renew(table, *sealed, &record, cell)? {
                    Some(renewed) => {
                        let swap = swap(table, sealed.column, &record, cell, renewed);
                        self.execute_sealed(&swap).await?
                    }
                    None => 0,
                };
                resealed.renewed += changed;
                resealed.kept += 1 - changed.min(1);
            }
            resealed.last = Some(record);
        }
        Ok(resealed)
    }
}

fn group(table: &SealedTable, after: Option<&Value>) -> Select {
    let (identifier, kind) = table.identifier;
    let filter = after.map(|value| {
        let bind = Expr::Bind(Bind { value: value.clone(), kind });
        Expr::Compare(Box::new(column(identifier)), Comparison::Greater, Box::new(bind))
    });
    let order = vec![OrderTerm::ascending(column(identifier))];
    Select { filter, order, limit: Some(GROUP), ..table.cells_select() }
}

/// Replaces the cell if it is still what was read.
fn swap(table: &SealedTable, name: &'static str, record: &Value, cell: &Value, renewed: Value) -> Statement {
    let (identifier, kind) = table.identifier;
    let bind = |value: &Value, kind| Expr::Bind(Bind { value: value.clone(), kind });
    Statement::Update(Update {
        table: table.place(),
        set: vec![(name, Bind { value: renewed, kind: ScalarKind::Binary })],
        filter: Expr::And(vec![
            Expr::equal(column(identifier), bind(record, kind)),
            Expr::equal(column(name), bind(cell, ScalarKind::Binary)),
        ]),
    })
}
