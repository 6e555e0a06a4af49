//! The state of a project and of what is around it: each thing that is looked at gives one finding, with the edit to make.
//!
//! Only looks: nothing is written, built or migrated.

mod database;
mod editor;
mod finding;
mod machine;
mod specs;
mod versions;

pub(crate) use finding::{Finding, State};

use crate::project::{self, ProjectFailure};

/// Looks at everything.
pub(crate) fn examine() -> Result<Vec<Finding>, ProjectFailure> {
    let (project, version) = project::find()?;
    let mut findings = versions::examine(&project, version);
    let plan = specs::examine(&project, &mut findings);
    findings.extend(editor::examine(&project));
    if let Some(plan) = plan {
        findings.extend(database::examine(&project, &plan));
        findings.extend(machine::examine(&project, &plan));
    }
    Ok(findings)
}
