//! Migrations: the difference between the plan and the recorded schema, written as SQL.
//!
//! `migrations/<history>/<version>_<slug>/{up,down}.sql` are written and never changed again; `migrations/schema.json` records
//! what they add up to. Only what loses nothing is written; everything else is refused with its reason. Knows nothing of
//! specs and of how migrations are applied.

mod diff;
mod error;
mod new;
mod of_link;
mod of_plan;
mod recorded;
mod schema;
mod sql;
mod step;
mod version;

pub use error::{MigrationError, Refusal};
pub use new::{Written, new, pending};
pub(crate) use of_plan::column_type;
pub use version::Version;

pub use crate::plan::History;
