//! Two plans compared: what a change of specs does to models, access, routes, commands and tables.
//!
//! In go the plan before and the plan after; out come [`Change`]s, each with its class. Says what follows from the plans and
//! nothing of how the specs were changed; a new name looks like something that went and something that came.

mod change;
mod command;
mod entry;
mod field;
mod model;
mod right;
mod tables;

pub use change::{Area, Change, Class};

use change::Changes;

use crate::plan::Plan;

/// Everything that is different, in the order of areas and entries.
#[must_use]
pub fn compare(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut changes = Changes::default();
    entry::compare_entries(&mut changes, before, after);
    model::compare_models(&mut changes, before, after);
    command::compare_commands(&mut changes, before, after);
    changes.extend(tables::table_changes(before, after));
    changes.sorted()
}
