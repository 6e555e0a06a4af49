//! Which columns are sealed, as the descriptors say, and sealing all that is stored anew after the current key has changed.

use zimagi_spec::descriptor::Store;

use super::super::catalogue::{Catalogue, Field, Model};
use super::super::error::DataError;
use super::super::session::{Resealed, SealedColumn, SealedTable, SealedTables, Session};
use super::super::value::Value;
use super::Engine;

/// What became of the sealed cells of one model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SealedCells {
    pub(crate) model: &'static str,
    /// Sealed anew with the current key.
    pub(crate) renewed: u64,
    /// Sealed with it already.
    pub(crate) kept: u64,
}

impl Engine {
    /// Seals every value that is not sealed with the current key anew, in short transactions beside which others read and write;
    /// the others are tried too, so that afterwards everything is known to open.
    ///
    /// # Errors
    ///
    /// If a value cannot be opened; what was sealed anew until then stays so, and nothing is lost.
    pub(crate) async fn reseal(&self) -> Result<Vec<SealedCells>, DataError> {
        let mut models = Vec::new();
        for table in self.db.sealed_tables() {
            let mut cells = SealedCells { model: table.model, renewed: 0, kept: 0 };
            let mut after: Option<Value> = None;
            loop {
                let write = async |session: &mut Session| session.reseal(&table, after.as_ref()).await;
                let Resealed { renewed, kept, last } = self.db.write(Store::Main, write).await?;
                cells.renewed += renewed;
                cells.kept += kept;
                if last.is_none() {
                    break;
                }
                after = last;
            }
            models.push(cells);
        }
        Ok(models)
    }
}

/// The tables with encrypted fields.
pub(super) fn sealed_tables(catalogue: &Catalogue) -> SealedTables {
    let tables = catalogue.models().iter().map(|model| (model.descriptor.table, sealed_table(model)));
    tables.filter(|(_, table)| !table.columns.is_empty()).collect()
}

fn sealed_table(model: &Model) -> SealedTable {
    let sealed = model.fields.iter().filter(|field| field.is_sealed());
    let identifier = (model.identifier().column(), model.identifier().kind);
    SealedTable {
        table: model.descriptor.table,
        model: model.name(),
        identifier,
        columns: sealed.map(column).collect(),
    }
}

fn column(field: &Field) -> SealedColumn {
    SealedColumn { column: field.column(), field: field.name(), kind: field.kind }
}
