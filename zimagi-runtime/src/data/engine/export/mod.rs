//! All records of a query as one stream of JSON, lines of JSON or CSV, in memory that does not grow with the answer.
//!
//! Rows are read in groups, each in a short session of its own that begins behind the last row of the group before; the receiver is
//! waited for outside of sessions. So an export is no snapshot: what changes meanwhile may be in it or not.

mod columns;
mod group;

use bytes::Bytes;
use tokio::sync::mpsc;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::mistake::QueryMistake;
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::{Engine, require_viewable};
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::ordering::{ResolvedOrder, resolve_ordering};
use crate::data::question::query::ExportQuery;
use crate::permit::Permit;
use columns::Columns;

/// How many rows are read first, so that the answer begins at once.
const ROWS_FIRST: u64 = 50;
/// How many rows are read in one session at most.
const ROWS_MAX: u64 = 2000;
/// How many bytes a piece should have: after rows that are wide fewer are read.
const PIECE_BYTES: u64 = 256 * 1024;

impl Engine {
    /// Sends all records of a query, in pieces. Ends early without an error if nobody receives any more.
    ///
    /// # Errors
    ///
    /// If the model does not exist for the caller or the query has mistakes, before anything is sent; if the database fails, at any
    /// time.
    pub(crate) async fn export(
        &self,
        permit: &Permit,
        model: &str,
        query: &ExportQuery,
        sender: mpsc::Sender<Bytes>,
    ) -> Result<(), DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let export = Export::resolve(view, model, query)?;
        let mut progress = Progress { open: export.limit, group: ROWS_FIRST, marks: None, is_begun: false };
        loop {
            let limit = progress.open.min(progress.group);
            let select = export.select(limit, progress.marks.as_deref());
            let read = async |session: &mut Session| session.rows(&select).await.map_err(DataError::of_fields);
            let rows = if limit == 0 { Vec::new() } else { self.db.read(model.descriptor.store, read).await? };
            let is_last = (rows.len() as u64) < limit.max(1) || rows.len() as u64 == progress.open;
            progress.open -= rows.len() as u64;
            let piece = export.columns.write(&rows, progress.is_begun, is_last);
            progress.is_begun = true;
            progress.group = next_group(rows.len() as u64, piece.len() as u64);
            if sender.send(piece).await.is_err() || is_last {
                return Ok(());
            }
            progress.marks = rows.into_iter().next_back().map(|row| export.marks(row.cells));
        }
    }
}

/// An export with its names resolved.
struct Export<'c> {
    view: View<'c>,
    model: &'c Model,
    condition: Condition<'c>,
    ordering: Vec<ResolvedOrder<'c>>,
    columns: Columns<'c>,
    limit: u64,
}

/// How far an export is.
struct Progress {
    /// How many rows may still be sent.
    open: u64,
    /// How many rows are read next.
    group: u64,
    /// The values of the last row that the order goes by.
    marks: Option<Vec<Value>>,
    is_begun: bool,
}

impl<'c> Export<'c> {
    fn resolve(view: View<'c>, model: &'c Model, query: &ExportQuery) -> Result<Self, DataError> {
        let mut mistakes = Vec::new();
        let condition = resolve_filters(view, model, &query.filters, &mut mistakes);
        let ordering = resolve_ordering(view, model, query.ordering.as_deref(), &mut mistakes);
        let columns = Columns::resolve(view, model, query.fields.as_deref(), query.format, &mut mistakes);
        let limit = read_limit(query.limit.as_deref(), &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        Ok(Self { view, model, condition, ordering, columns, limit })
    }

    /// The values that the order goes by stand behind the columns.
    fn marks(&self, mut cells: Vec<Value>) -> Vec<Value> {
        cells.split_off(self.columns.len())
    }
}

/// As many rows as fill a piece if they are like the last ones.
fn next_group(rows: u64, bytes: u64) -> u64 {
    (PIECE_BYTES * rows / bytes.max(1)).clamp(1, ROWS_MAX)
}

fn read_limit(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> u64 {
    match text.map(str::parse::<u64>) {
        None => u64::MAX,
        Some(Ok(limit)) if limit > 0 => limit,
        Some(_) => {
            mistakes.push(QueryMistake::wrong_value("limit", "a number from 1"));
            u64::MAX
        }
    }
}
