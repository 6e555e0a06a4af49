//! Encryption at the seam: what leaves for the database is sealed, and what comes back is opened, for columns that it holds in
//! encrypted form only.
//!
//! Statements are built and rows are read as if those columns held plain values, so nothing further in can forget it. A value is
//! bound to the model, the field and the record that it belongs to. Who may see it is not known here.

use std::collections::HashMap;
use std::sync::Arc;

use zimagi_spec::descriptor::ScalarKind;

use super::row::Row;
use crate::crypto::{KeyRing, SealError};
use crate::data::error::DataError;
use crate::data::json::address_text;
use crate::data::sql::{Alias, Bind, Comparison, Conflict, Expr, Insert, Output, Select, Table, Update};
use crate::data::value::Value;

/// Keys, and the columns that they are for.
#[derive(Debug, Default, Clone)]
pub(crate) struct Seal {
    pub(crate) keys: Arc<KeyRing>,
    pub(crate) tables: Arc<SealedTables>,
}

/// Tables that have sealed columns, by their names.
pub(crate) type SealedTables = HashMap<&'static str, SealedTable>;

/// A table with sealed columns.
#[derive(Debug, Clone)]
pub(crate) struct SealedTable {
    pub(crate) table: &'static str,
    pub(crate) model: &'static str,
    pub(crate) identifier: (&'static str, ScalarKind),
    pub(crate) columns: Vec<SealedColumn>,
}

/// A column whose values are sealed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SealedColumn {
    pub(crate) column: &'static str,
    pub(crate) field: &'static str,
    /// What the plain values are.
    pub(crate) kind: ScalarKind,
}

/// A query that also asks for the records whose values it must open.
pub(super) struct Opening<'a> {
    pub(super) select: Select,
    /// The place of each sealed output. The identifiers of their records stand behind all outputs, in the same order.
    sealed: Vec<(usize, &'a SealedTable, SealedColumn)>,
    width: usize,
}

impl Seal {
    /// The query as it must be asked; none if it reads nothing sealed.
    pub(super) fn opening(&self, select: &Select) -> Option<Opening<'_>> {
        if self.tables.is_empty() {
            return None;
        }
        let mut sealed = Vec::new();
        let mut asked = select.clone();
        for (place, output) in select.outputs.iter().enumerate() {
            let Some((table, column, record)) = self.source(select, &output.expr) else { continue };
            sealed.push((place, table, column));
            asked.outputs[place].kind = ScalarKind::Binary;
            asked.outputs.push(Output { expr: record, kind: table.identifier.1 });
        }
        (!sealed.is_empty()).then_some(Opening { select: asked, sealed, width: select.outputs.len() })
    }

    /// Opens the sealed cells and forgets what was asked for in addition.
    pub(super) fn open(&self, opening: &Opening<'_>, rows: &mut [Row]) -> Result<(), DataError> {
        for row in rows {
            let records = row.cells.split_off(opening.width);
            for ((place, table, column), record) in opening.sealed.iter().zip(&records) {
                let cell = std::mem::replace(&mut row.cells[*place], Value::Null);
                row.cells[*place] = self.open_cell(table, *column, record, &cell)?;
            }
        }
        Ok(())
    }

    /// Seals the rows of an insert. Cells of `stored` that hold the same are taken over, so that such a row is no change.
    pub(super) fn seal_insert(
        &self,
        table: &SealedTable,
        insert: &Insert,
        stored: &StoredCells,
    ) -> Result<Insert, DataError> {
        let mut sealed = insert.clone();
        let record = insert.columns.iter().position(|(column, _)| *column == table.identifier.0);
        let record = record.ok_or(DataError::Broken("a sealed value is written without its record"))?;
        for (place, (name, kind)) in insert.columns.iter().enumerate() {
            let Some(column) = table.find(name) else { continue };
            debug_assert_eq!(*kind, column.kind, "columns hold what their fields say");
            sealed.columns[place].1 = ScalarKind::Binary;
            for (row, plain) in sealed.rows.iter_mut().zip(&insert.rows) {
                let known = stored.get(&(plain[record].clone(), column.column));
                row[place] = match known {
                    Some((value, cell)) if *value == plain[place] => cell.clone(),
                    _ => self.seal_cell(table, column, &plain[record], &plain[place])?,
                };
            }
        }
        Ok(sealed)
    }

    /// Seals the values of an update, which must be of one record.
    pub(super) fn seal_update(&self, table: &SealedTable, update: &Update) -> Result<Update, DataError> {
        let mut sealed = update.clone();
        for (name, bind) in &mut sealed.set {
            let Some(column) = table.find(name) else { continue };
            if bind.value != Value::Null {
                let record = named_record(&update.filter, table.identifier.0);
                let record = record.ok_or(DataError::Broken("sealed values are written for one record at a time"))?;
                bind.value = self.seal_cell(table, column, record, &bind.value)?;
            }
            bind.kind = ScalarKind::Binary;
        }
        Ok(sealed)
    }

    /// A cell sealed anew with the current key; none if it is that already. In either case it is one that opens.
    pub(super) fn renew(
        &self,
        table: &SealedTable,
        column: SealedColumn,
        record: &Value,
        cell: &Value,
    ) -> Result<Option<Value>, DataError> {
        let plain = self.open_cell(table, column, record, cell)?;
        match cell {
            Value::Binary(bytes) if !self.keys.is_current(bytes) => {
                self.seal_cell(table, column, record, &plain).map(Some)
            }
            _ => Ok(None),
        }
    }

    pub(super) fn open_cell(
        &self,
        table: &SealedTable,
        column: SealedColumn,
        record: &Value,
        cell: &Value,
    ) -> Result<Value, DataError> {
        let fault = |source| DataError::Sealed { model: table.model, field: column.field, source };
        match cell {
            Value::Null => Ok(Value::Null),
            Value::Binary(bytes) => {
                let plain = self.keys.open(&context(table, column, record), bytes).map_err(fault)?;
                read_plain(column.kind, plain).ok_or_else(|| fault(SealError::NoEnvelope))
            }
            _ => Err(fault(SealError::NoEnvelope)),
        }
    }

    fn seal_cell(
        &self,
        table: &SealedTable,
        column: SealedColumn,
        record: &Value,
        plain: &Value,
    ) -> Result<Value, DataError> {
        if *plain == Value::Null {
            return Ok(Value::Null);
        }
        let text = address_text(plain);
        let sealed = self.keys.seal(&context(table, column, record), text.as_bytes());
        let fault = |source| DataError::Sealed { model: table.model, field: column.field, source };
        sealed.map(Value::Binary).map_err(fault)
    }

    /// The sealed column that an output shows, also at the end of relations, and what gives the identifier of its record.
    fn source(&self, within: &Select, expr: &Expr) -> Option<(&SealedTable, SealedColumn, Expr)> {
        match expr {
            Expr::Column { alias, column } => {
                let joined = within.joins.iter().map(|join| join.table);
                let from = std::iter::once(within.from).chain(joined).find(|table| table.alias == *alias)?;
                let table = self.tables.get(from.name)?;
                Some((table, table.find(column)?, Expr::Column { alias: *alias, column: table.identifier.0 }))
            }
            Expr::Scalar(select) => {
                let [output] = select.outputs.as_slice() else { return None };
                let (table, column, record) = self.source(select, &output.expr)?;
                let outputs = vec![Output { expr: record, kind: table.identifier.1 }];
                Some((table, column, Expr::Scalar(Box::new(Select { outputs, ..(**select).clone() }))))
            }
            _ => None,
        }
    }
}

/// What a table holds for some records: by record and column the plain value and the cell.
pub(super) type StoredCells = HashMap<(Value, &'static str), (Value, Value)>;

impl SealedTable {
    pub(super) fn find(&self, column: &str) -> Option<SealedColumn> {
        self.columns.iter().copied().find(|sealed| sealed.column == column)
    }

    /// Asks for the cells of the records that an upsert may change; none if it compares nothing sealed.
    pub(super) fn stored_select(&self, insert: &Insert) -> Option<Select> {
        let Conflict::UpdateIfDifferent { compared, .. } = &insert.conflict else { return None };
        if compared.iter().all(|column| self.find(column).is_none()) {
            return None;
        }
        let place = insert.columns.iter().position(|(column, _)| *column == self.identifier.0)?;
        let bind = |row: &Vec<Value>| Bind { value: row[place].clone(), kind: self.identifier.1 };
        let records = insert.rows.iter().map(bind).collect();
        Some(Select { filter: Some(Expr::In(Box::new(column(self.identifier.0)), records)), ..self.cells_select() })
    }

    /// Asks for identifiers and cells as they are stored.
    pub(super) fn cells_select(&self) -> Select {
        let cells = self.columns.iter().map(|sealed| (sealed.column, ScalarKind::Binary));
        let outputs = std::iter::once(self.identifier).chain(cells);
        let outputs = outputs.map(|(name, kind)| Output { expr: column(name), kind }).collect();
        Select::new(self.place(), outputs, None)
    }

    pub(super) const fn place(&self) -> Table {
        Table { name: self.table, alias: Alias(0) }
    }
}

/// A column of the only table of a statement.
pub(super) const fn column(column: &'static str) -> Expr {
    Expr::Column { alias: Alias(0), column }
}

/// What a sealed value is bound to. Lengths come first, so that no two places read the same.
fn context(table: &SealedTable, column: SealedColumn, record: &Value) -> Vec<u8> {
    let parts = [table.model.to_owned(), column.field.to_owned(), address_text(record)];
    let mut context = Vec::new();
    for part in parts {
        context.extend_from_slice(&(part.len() as u64).to_be_bytes());
        context.extend_from_slice(part.as_bytes());
    }
    context
}

fn read_plain(kind: ScalarKind, plain: Vec<u8>) -> Option<Value> {
    match kind {
        ScalarKind::Json(_) => serde_json::from_slice(&plain).ok().map(Value::Json),
        _ => String::from_utf8(plain).ok().map(Value::Text),
    }
}

/// The one record for which a filter can hold.
fn named_record<'e>(filter: &'e Expr, identifier: &str) -> Option<&'e Value> {
    match filter {
        Expr::And(parts) => parts.iter().find_map(|part| named_record(part, identifier)),
        Expr::Compare(left, Comparison::Equal, right) => match (&**left, &**right) {
            (Expr::Column { column, .. }, Expr::Bind(bind)) if *column == identifier => Some(&bind.value),
            _ => None,
        },
        _ => None,
    }
}
