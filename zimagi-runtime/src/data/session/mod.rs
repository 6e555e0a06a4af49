//! The seam between databases: one session, driven the same way over SQLite, PostgreSQL and MySQL.
//!
//! Logic with several statements is `async` code over [`Session`], handed to [`Db::read`] or [`Db::write`]. No code outside this
//! folder names a connection type. A session knows statements and rows, not models and permits.

mod config;
mod db;
mod deadline;
mod drive;
mod estimate;
mod exact_sum;
mod link;
mod logic;
mod migrate;
mod mysql;
mod mysql_row;
mod nesting;
mod postgres;
mod reseal;
mod row;
mod savepoint;
mod seal;
mod server;
#[expect(clippy::module_inception, reason = "a session is the subject of its folder")]
mod session;
mod shapes;
mod shelf;
mod source;
mod sqlite;
mod statistics;
mod threading;
mod trace;
mod ungated;
mod usage;
mod variance;

#[cfg(test)]
pub(crate) mod test_database;
#[cfg(test)]
mod tests;

pub(crate) use config::{DatabaseConfig, sqlite_file};
pub(crate) use db::Db;
pub(crate) use drive::briefly;
pub(crate) use migrate::SchemaLink;
pub(crate) use reseal::Resealed;
pub(crate) use row::Row;
pub(crate) use seal::{SealedColumn, SealedTable, SealedTables};
pub(crate) use session::Session;
pub(crate) use trace::FileTrace;
#[cfg(test)]
pub(crate) use trace::{Trace, TracedStatement};
