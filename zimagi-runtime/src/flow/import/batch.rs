//! Rows on their way from a source to the database.

use std::fmt;

use zimagi_spec::descriptor::ScalarKind;

use crate::data::parse::expected;
use crate::data::value::Value;

/// Some rows of a source, ready to be stored for each target.
#[derive(Debug)]
pub(super) struct Batch {
    /// How many rows of the source these are.
    pub(super) read: u64,
    /// In the order of the import's targets.
    pub(super) targets: Vec<TargetBatch>,
}

/// The rows of a batch for one target.
#[derive(Debug, Default)]
pub(super) struct TargetBatch {
    pub(super) rows: Vec<Row>,
    pub(super) rejections: Vec<Rejection>,
}

/// One row: the values of the target's fields. Before relations are resolved, theirs are keys.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) values: Vec<Value>,
}

/// Where a row stands in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Counts from 1, without the header.
    pub(super) row: u64,
    /// The line of the file on which it begins, from 1.
    pub(super) line: u64,
}

/// A row that is not stored, and why. A row has one reason: the first that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rejection {
    pub(super) place: Place,
    /// The column at fault, if it is one.
    pub(super) column: Option<&'static str>,
    /// What the column held, if it may be shown.
    pub(super) value: Option<String>,
    pub(super) reason: Reason,
}

/// Why a row is not stored. The texts name no values, so that rows with the same reason can be counted together.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reason {
    /// The field must have a value.
    Missing,
    /// The cell is not UTF-8.
    NotText,
    /// The cell cannot be read as a value of this kind.
    Unreadable(ScalarKind),
    /// The value is outside the limits of the field.
    Illegal(String),
    /// The row has fewer or more cells than the header.
    CellCount,
    /// There is no related record of this model with this key.
    Unresolved(&'static str),
    /// The database refused it, for this reason.
    Refused(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("has no value"),
            Self::NotText => f.write_str("is not UTF-8"),
            Self::Unreadable(kind) => write!(f, "is not {}", expected(*kind)),
            Self::CellCount => f.write_str("the row has another number of cells than the header"),
            Self::Unresolved(model) => write!(f, "names no {model}"),
            Self::Illegal(reason) | Self::Refused(reason) => f.write_str(reason),
        }
    }
}

/// More of a cell is not repeated in a report.
const SHOWN_CHARACTERS: usize = 80;

/// A cell as it is shown in a report.
pub(super) fn shown(cell: &str) -> String {
    match cell.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}
