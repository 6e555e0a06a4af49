//! The few columns of the platform's records that runs are found by, in the form of generated code.

use chrono::NaiveDateTime;

use crate::data::typed::{Column, Model, Row, RowError, Steps};

/// A run by its record.
#[derive(Debug)]
pub(super) struct Run;

/// A lease.
#[derive(Debug)]
pub(super) struct Lease {
    pub(super) name: String,
    pub(super) fence: i64,
}

impl Model for Run {
    const NAME: &'static str = "log";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

impl Model for Lease {
    const NAME: &'static str = "lease";
    const FIELDS: &'static [&'static str] = &["name", "fence"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { name: row.next()?, fence: row.next()? })
    }
}

/// The columns of `log`.
pub(super) struct RunPath;

/// The columns of `lease`.
pub(super) struct LeasePath;

pub(super) const fn run() -> RunPath {
    RunPath
}

pub(super) const fn lease() -> LeasePath {
    LeasePath
}

impl RunPath {
    pub(super) fn name(self) -> Column<Run, String> {
        Steps::root().column("name")
    }

    pub(super) fn status(self) -> Column<Run, String> {
        Steps::root().column("status")
    }

    pub(super) fn fence(self) -> Column<Run, i64> {
        Steps::root().column("fence")
    }
}

impl LeasePath {
    pub(super) fn name(self) -> Column<Lease, String> {
        Steps::root().column("name")
    }

    pub(super) fn fence(self) -> Column<Lease, i64> {
        Steps::root().column("fence")
    }

    pub(super) fn expires(self) -> Column<Lease, NaiveDateTime> {
        Steps::root().column("expires")
    }
}
