//! Typed queries: what generated code and commands say in Rust about models.
//!
//! `Flight::query().filter(flight().plane().manufacturer().eq("BOEING"))` becomes paths of text and values; the engine resolves
//! them with the caller's permit like any other path. Nothing here knows SQL, descriptors or permissions.

mod column;
mod field;
mod filter;
mod path;
mod record;
mod select;

pub use column::Column;
pub use field::{Field, Identifier};
pub use filter::Filter;
pub(crate) use filter::{FilterTree, Test};
pub use path::Steps;
pub use record::{Model, Row, RowError};
pub use select::{Order, Select};
