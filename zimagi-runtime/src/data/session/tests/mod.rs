//! Sessions against real databases: the same checks on SQLite, PostgreSQL and MariaDB, and every way in which something could be lost.

mod conflicts;
mod limits;
mod notes;
mod power;
mod stored;
mod text;
mod traps;
