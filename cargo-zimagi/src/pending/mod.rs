//! What still needs a person: the specs are right, and something that they ask for is not written yet.
//!
//! Pending items are no mistakes: a check lists them and succeeds.

mod command;
mod hook;
mod migration;
mod module;
mod waiting;

use zimagi_codegen::migration::MigrationError;
use zimagi_codegen::{Output, Project, Unit};

/// One thing to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pending {
    /// What is missing, one sentence in lower case.
    pub(crate) message: String,
    /// `file:line:column` of what asks for it, if a single place does.
    pub(crate) place: Option<String>,
    /// What to write, and where.
    pub(crate) help: String,
}

/// Everything that is still to be written.
pub(crate) fn list(project: &Project, output: &Output) -> Result<Vec<Pending>, MigrationError> {
    let plan = &output.plan;
    let commands = plan.implementations().filter_map(|one| command::missing(&project.folder, &one));
    let mut items: Vec<_> = commands.collect();
    items.extend(plan.hooks().filter_map(|hooks| hook::missing(&project.folder, &hooks)));
    items.extend(plan.outstanding().map(command::outstanding));
    if project.unit == Unit::Application {
        items.extend(migration::missing(plan, &project.migrations())?);
    }
    items.extend(output.waiting.iter().map(waiting::item));
    Ok(items)
}
