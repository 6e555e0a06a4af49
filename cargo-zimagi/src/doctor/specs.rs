//! Manifest, specs and migrations.

use zimagi_codegen::migration::pending as pending_migration;
use zimagi_codegen::{Plan, Project, compile};
use zimagi_spec::diagnostic::Severity;

use super::Finding;
use crate::pending;

/// Compiles the specs and gives the plan, if there is one.
pub(super) fn examine(project: &Project, findings: &mut Vec<Finding>) -> Option<Plan> {
    let compilation = compile(project);
    let count = |severity| compilation.diagnostics.iter().filter(|one| one.code.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let edit = "run `cargo zimagi check` and make its edits";
    let Some(output) = compilation.output else {
        findings.push(Finding::failure("specs", format!("errors: {errors}"), edit));
        return None;
    };
    findings.push(if warnings == 0 {
        Finding::ok("specs", "manifest and specs have no mistakes")
    } else {
        Finding::warning("specs", format!("warnings: {warnings}"), edit)
    });
    findings.push(migrations(project, &output.plan));
    let waiting = pending::list(project, &output).unwrap_or_default();
    let waiting = waiting.iter().filter(|one| one.place.is_some()).count();
    if waiting > 0 {
        let edit = "run `cargo zimagi check`: it says what to write where";
        findings.push(Finding::warning("code", format!("not written yet: {waiting}"), edit));
    }
    Some(output.plan)
}

fn migrations(project: &Project, plan: &Plan) -> Finding {
    match pending_migration(plan, &project.migrations()) {
        Ok(false) => Finding::ok("migrations", "they make everything that the specs ask for"),
        Ok(true) => Finding::warning(
            "migrations",
            "the specs ask for tables, columns or indexes that no migration makes",
            "write one with `cargo zimagi migration new NAME`",
        ),
        Err(error) => Finding::warning("migrations", error.to_string(), "run `cargo zimagi migration new NAME`"),
    }
}
