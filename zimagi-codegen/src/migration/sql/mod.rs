//! Differences as SQL, for each database.
//!
//! `up.sql` is written from the difference, `down.sql` from its reverse, by the same code. Constraints and indexes have fixed
//! names. Collations are fixed from the first migration, so that all databases compare text byte by byte. Knows nothing of
//! plans.

mod column;
mod convert;
mod gap;
mod index;
mod key;
mod literal;
mod note;
mod quote;
mod script;
mod server;
mod sqlite;
mod table;

use zimagi_spec::names::Database;

use super::difference::Difference;
use super::schema::Schema;
pub(super) use column::{MYSQL_COLLATION, render_type};
pub(super) use note::{Labels, render_change};
use script::Script;

/// Which way a migration goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    /// What was lost is not made up for, but for the values that columns must have: those are empty.
    Down,
}

/// A difference with the schemas on both its sides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) difference: &'a Difference,
    pub(super) before: &'a Schema,
    pub(super) after: &'a Schema,
    pub(super) direction: Direction,
    pub(super) labels: &'a Labels,
}

/// The text of a file that applies the difference.
pub(super) fn render(passage: Passage<'_>, database: Database) -> String {
    let mut script = Script::new(passage, database);
    match database {
        Database::Sqlite => sqlite::write(&mut script),
        Database::Postgresql | Database::Mysql => server::write(&mut script),
    }
    script.finish()
}
