//! From the cells of a record to the values of each target, or to the reason why not.

use std::collections::HashSet;

use csv::ByteRecord;
use zimagi_spec::descriptor::ScalarKind;

use super::batch::{Batch, Place, Reason, Rejection, Row, TargetBatch, shown};
use super::bind::{Absent, BoundImport, BoundTarget, Filling, Slot};
use super::error::SourceError;
use crate::data::parse::parse;
use crate::data::value::Value;

/// Reads records under one header.
pub(super) struct RowReader<'a> {
    targets: Vec<TargetReader<'a>>,
    null_values: &'static [&'static str],
    cell_count: usize,
}

struct TargetReader<'a> {
    target: &'a BoundTarget,
    /// Of each slot, the index of its cell; 0 if it reads none.
    cells: Vec<usize>,
}

impl<'a> RowReader<'a> {
    /// Finds the columns of every target in the header.
    pub(super) fn new(
        import: &'a BoundImport,
        file: &str,
        header: &[String],
        null_values: &'static [&'static str],
    ) -> Result<Self, SourceError> {
        let slots = || import.targets.iter().flat_map(|target| &target.slots);
        let position = |column: &str| header.iter().position(|name| name == column);
        // Each once, in the order of their first mention.
        let mut told = HashSet::new();
        let columns = slots().filter_map(Slot::column);
        let missing: Vec<_> = columns.filter(|column| position(column).is_none() && told.insert(*column)).collect();
        if !missing.is_empty() {
            return Err(SourceError::MissingColumns { file: file.to_owned(), missing, header: header.to_vec() });
        }
        let cell = |slot: &Slot| slot.column().and_then(position).unwrap_or_default();
        let reader = |target: &'a BoundTarget| TargetReader { target, cells: target.slots.iter().map(cell).collect() };
        Ok(Self { targets: import.targets.iter().map(reader).collect(), null_values, cell_count: header.len() })
    }

    /// An empty batch.
    pub(super) fn batch(&self) -> Batch {
        Batch { read: 0, targets: self.targets.iter().map(|_| TargetBatch::default()).collect() }
    }

    /// Adds a record to the batch, for every target.
    pub(super) fn read(&self, record: &ByteRecord, place: Place, batch: &mut Batch) {
        batch.read += 1;
        for (reader, target) in self.targets.iter().zip(&mut batch.targets) {
            match self.values(reader, record) {
                Ok(values) => target.rows.push(Row { place, values }),
                Err(Fault { column, value, reason }) => {
                    target.rejections.push(Rejection { place, column, value, reason });
                }
            }
        }
    }

    fn values(&self, reader: &TargetReader<'_>, record: &ByteRecord) -> Result<Vec<Value>, Fault> {
        if record.len() != self.cell_count {
            return Err(Fault { column: None, value: None, reason: Reason::CellCount });
        }
        let slots = reader.target.slots.iter().zip(&reader.cells);
        slots.map(|(slot, cell)| self.value(slot, &record[*cell])).collect()
    }

    fn value(&self, slot: &Slot, cell: &[u8]) -> Result<Value, Fault> {
        match &slot.filling {
            Filling::Constant(value) => Ok(value.clone()),
            Filling::Cell { kind, .. } | Filling::Key { kind, .. } if !self.is_null(cell) => {
                read_cell(slot, *kind, cell)
            }
            Filling::Cell { .. } | Filling::Key { .. } => match &slot.absent {
                Absent::Value(value) => Ok(value.clone()),
                Absent::Rejected => Err(Fault { column: slot.column(), value: None, reason: Reason::Missing }),
            },
        }
    }

    fn is_null(&self, cell: &[u8]) -> bool {
        self.null_values.iter().any(|null| null.as_bytes() == cell)
    }
}

/// What is wrong with a record for one target.
struct Fault {
    column: Option<&'static str>,
    value: Option<String>,
    reason: Reason,
}

fn read_cell(slot: &Slot, kind: ScalarKind, cell: &[u8]) -> Result<Value, Fault> {
    let fault =
        |reason, text: &str| Fault { column: slot.column(), value: slot.is_shown().then(|| shown(text)), reason };
    let text = std::str::from_utf8(cell).map_err(|_| fault(Reason::NotText, &String::from_utf8_lossy(cell)))?;
    let value = parse(kind, text).ok_or_else(|| fault(Reason::Unreadable(kind), text))?;
    match slot.limits.as_ref().and_then(|limits| limits.fault(&value)) {
        Some((_, why)) => Err(fault(Reason::Illegal(why), text)),
        None => Ok(value),
    }
}
