//! The one module that generated code may name.
//!
//! It re-exports what generated code and user code meet: descriptors, the registry, typed queries. It decides nothing.

mod registry;
mod typed;

pub use zimagi_spec::descriptor::*;
pub use zimagi_spec::names::Database;

pub use registry::{CommandEntry, MigrationEntry, MigrationSet, Registry, RoleDescriptor};
