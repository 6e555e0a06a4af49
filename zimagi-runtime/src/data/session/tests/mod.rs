//! Sessions against real databases: the same checks on SQLite and PostgreSQL, and every way in which something could be lost.

mod limits;
mod notes;
mod stored;
mod text;
mod traps;
