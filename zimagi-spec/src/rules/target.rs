//! What the specs are compiled for.

use crate::names::Database;
use crate::resolve::Resolved;

/// What the specs are compiled for; some rules depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The databases that migrations are written for.
    pub databases: Vec<Database>,
    /// Whether the application's `Cargo.toml` has what Diesel schemas need.
    pub diesel: DieselDependency,
}

impl Target {
    /// The databases that the manifest names.
    #[must_use]
    pub fn of(resolved: &Resolved, diesel: DieselDependency) -> Self {
        Self { databases: resolved.manifest.databases.iter().map(|database| database.value).collect(), diesel }
    }
}

/// The dependency `diesel` of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DieselDependency {
    /// It is there, in the runtime's minor version.
    Present,
    /// It is missing or has another version; `line` is the line to write into `Cargo.toml`.
    Missing {
        /// The line to write.
        line: String,
    },
}
