//! Names: the only place that makes Rust, SQL and URL names from spec names.
//!
//! Pure functions, used by rules (to find collisions and names that are too long) and by the generator. SQL names never
//! depend on Rust names.

mod database;

pub use database::Database;
