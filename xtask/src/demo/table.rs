//! Tables of the example's data, read from its CSV files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use csv::{Reader, StringRecord};
use zip::ZipArchive;

use crate::error::TaskError;
use crate::project::Project;

/// How an empty value is written.
const EMPTY: &str = "NA";

/// A table, column by name.
pub(super) struct Table {
    columns: StringRecord,
    rows: Vec<StringRecord>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    values: &'a StringRecord,
}

impl Table {
    /// Reads `NAME.csv` of the example's data, or the only file of `NAME.csv.zip`.
    pub(super) fn read(project: &Project, name: &str) -> Result<Self, TaskError> {
        let path = project.path("examples/nycflights/data").join(name);
        let table = if name.ends_with(".zip") { read_zip(&path) } else { File::open(&path).and_then(read_csv) };
        table.map_err(TaskError::file(&path))
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|values| Row { table: self, values })
    }

    pub(super) fn len(&self) -> u64 {
        self.rows.len() as u64
    }
}

impl<'a> Row<'a> {
    /// A value, if it is not empty.
    pub(super) fn get(self, column: &str) -> Option<&'a str> {
        let position = self.table.columns.iter().position(|name| name == column).expect("the data have the column");
        Some(&self.values[position]).filter(|value| *value != EMPTY)
    }

    /// A whole number, if there is one.
    pub(super) fn number(self, column: &str) -> Option<i64> {
        self.get(column)?.parse().ok()
    }
}

fn read_zip(path: &Path) -> io::Result<Table> {
    let mut archive = ZipArchive::new(File::open(path)?).map_err(io::Error::other)?;
    read_csv(archive.by_index(0).map_err(io::Error::other)?)
}

fn read_csv(source: impl Read) -> io::Result<Table> {
    let mut reader = Reader::from_reader(source);
    let columns = reader.headers()?.clone();
    let rows = reader.records().collect::<Result<_, _>>()?;
    Ok(Table { columns, rows })
}
