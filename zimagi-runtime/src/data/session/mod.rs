//! The seam between databases: one session, driven the same way over SQLite and PostgreSQL.
//!
//! Logic with several statements is `async` code over [`Session`], handed to [`Db::read`] or [`Db::write`]. No code outside this
//! folder names a connection type. A session knows statements and rows, not models and permits.

mod callback;
mod config;
mod db;
mod drive;
mod link;
mod migrate;
mod postgres;
mod row;
mod session;
mod shapes;
mod sqlite;
mod ungated;

pub(crate) use callback::Logic;
pub(crate) use config::DatabaseConfig;
pub(crate) use db::Db;
pub(crate) use row::Row;
pub(crate) use session::Session;

#[cfg(test)]
mod tests;
