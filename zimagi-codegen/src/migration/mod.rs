//! Migrations: the difference between the plan and the recorded schema, written as SQL.
//!
//! `migrations/<history>/<version>_<slug>/` holds `up.sql`, `down.sql` and `migration.json`, the record: the migration before
//! it, whether programs that do not know it can go on, and the difference itself. The recorded schema is what all differences
//! of a history add up to. What loses something is written only if it is allowed. Knows nothing of specs and of how
//! migrations are applied.

mod decision;
mod difference;
mod effect;
mod error;
mod expected;
mod folder;
mod judge;
mod list;
mod new;
mod of_link;
mod of_plan;
mod outlook;
mod question;
mod rebase;
mod record;
mod rename;
mod schema;
mod sql;
mod version;

pub use decision::{Decisions, Destruction, Rename};
pub use error::{MigrationError, Refusal};
pub use expected::expected_columns;
pub(crate) use folder::{RECORD, read_record};
pub use list::{Listed, list};
pub use new::{Written, empty, new, pending};
pub(crate) use of_plan::column_type;
pub(crate) use outlook::{Impact, outlook};
pub use question::questions;
pub use rebase::{Rebased, rebase};
use record::Record;
pub use version::Version;

pub use crate::plan::{Effect, History};
