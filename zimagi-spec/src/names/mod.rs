//! Names: the only place that makes Rust, SQL and URL names from spec names.
//!
//! Pure functions, used by rules (to find collisions and names that are too long) and by the generator. SQL names never
//! depend on Rust names.

mod constraint;
mod database;
mod link;
mod plural;
mod rust;
mod sql;

pub use constraint::{foreign_key_name, index_name, primary_key_name, unique_name};
pub use database::Database;
pub use link::{link_columns, link_table, pointer_field};
pub use plural::plural;
pub use rust::{
    diesel_column_ident, extension_name, hooks_name, is_rust_keyword, is_used_by_generated_code, module_ident,
    rust_ident, static_ident, type_name,
};
pub use sql::{relation_column, table_name};
