//! The columns of an export and how its rows are written.

use bytes::Bytes;
use zimagi_spec::descriptor::ScalarKind;

use crate::data::catalogue::Model;
use crate::data::csv::{write_header, write_row};
use crate::data::json::{write_member_name, write_value};
use crate::data::lowering::{Lowering, Place};
use crate::data::mistake::{QueryFault, QueryMistake};
use crate::data::path::{ResolvedPath, members, resolve_shown};
use crate::data::question::aggregate::{Aggregate, resolve_made};
use crate::data::question::query::ExportFormat;
use crate::data::session::Row;
use crate::data::sql::Output;
use crate::data::view::View;

/// What is exported of each record.
pub(super) struct Columns<'c> {
    format: ExportFormat,
    columns: Vec<Column<'c>>,
}

pub(super) struct Column<'c> {
    /// What the caller calls it.
    name: String,
    path: ResolvedPath<'c>,
    /// What becomes of the many values that each record has.
    made: Option<(Aggregate, ScalarKind)>,
}

impl<'c> Columns<'c> {
    /// The columns that a comma list of paths names; the model's own fields without one. Mistakes are added to the list.
    pub(super) fn resolve(
        view: View<'c>,
        model: &'c Model,
        fields: Option<&str>,
        format: ExportFormat,
        mistakes: &mut Vec<QueryMistake>,
    ) -> Self {
        let Some(fields) = fields.filter(|fields| !fields.is_empty()) else {
            let own = members(view, model).into_iter();
            let columns = own.map(|path| Column { name: path.field.name().to_owned(), path, made: None }).collect();
            return Self { format, columns };
        };
        let mut columns = Vec::new();
        for name in fields.split(',').map(str::trim) {
            match Column::resolve(view, model, name) {
                Ok(column) => columns.push(column),
                Err(fault) => mistakes.push(QueryMistake::new("fields", fault)),
            }
        }
        Self { format, columns }
    }

    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Column<'c>> {
        self.columns.iter()
    }

    /// A piece of the answer: with its beginning unless that was sent, and with its end after the last row.
    pub(super) fn write(&self, rows: &[Row], is_begun: bool, is_last: bool) -> Bytes {
        let mut out = Vec::with_capacity(rows.len() * self.columns.len() * CELL_BYTES + 2);
        match self.format {
            ExportFormat::Csv => self.write_csv(&mut out, rows, is_begun),
            ExportFormat::Json => self.write_json(&mut out, rows, is_begun),
            ExportFormat::Ndjson => self.write_lines(&mut out, rows),
        }
        if is_last && self.format == ExportFormat::Json {
            out.push(b']');
        }
        Bytes::from(out)
    }

    fn write_csv(&self, out: &mut Vec<u8>, rows: &[Row], is_begun: bool) {
        if !is_begun {
            write_header(out, self.columns.iter().map(|column| column.name.as_str()));
        }
        for row in rows {
            write_row(out, &row.cells[..self.columns.len()]);
        }
    }

    fn write_json(&self, out: &mut Vec<u8>, rows: &[Row], is_begun: bool) {
        if !is_begun {
            out.push(b'[');
        }
        for (place, row) in rows.iter().enumerate() {
            if is_begun || place > 0 {
                out.push(b',');
            }
            self.write_object(out, row);
        }
    }

    fn write_lines(&self, out: &mut Vec<u8>, rows: &[Row]) {
        for row in rows {
            self.write_object(out, row);
            out.push(b'\n');
        }
    }

    fn write_object(&self, out: &mut Vec<u8>, row: &Row) {
        out.push(b'{');
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            write_member_name(out, &column.name);
            write_value(out, cell);
        }
        out.push(b'}');
    }
}

/// A guess at the size of one value, to reserve memory once.
const CELL_BYTES: usize = 24;

impl<'c> Column<'c> {
    /// `path`, `name=path`, or `name=path:word` over a relation with many records for each record.
    fn resolve(view: View<'c>, model: &'c Model, written: &str) -> Result<Self, QueryFault> {
        let (name, expression) = written.split_once('=').unwrap_or((written, written));
        let (name, expression) = (name.trim().to_owned(), expression.trim());
        if let Some((written, word)) = expression.split_once(':') {
            let (path, made) = resolve_made(view, model, (written, word))?;
            return Ok(Self { name, path, made: Some(made) });
        }
        let path = resolve_shown(view, model, expression).map_err(QueryFault::NoSuchField)?.shortened();
        if !path.is_single() {
            return Err(QueryFault::ManyValues { path: expression.to_owned() });
        }
        Ok(Self { name, path, made: None })
    }

    pub(super) fn output(&self, lowering: &mut Lowering<'_>, at: Place<'_>) -> Output {
        match self.made {
            Some((aggregate, kind)) => Output { expr: lowering.summary(at, &self.path, (aggregate, kind)), kind },
            None => lowering.output(at, &self.path),
        }
    }
}
