//! What runs before a release: all tests, the licences, and the demo on a fresh database.

use std::process::Command;

use crate::cargo::in_workspace;
use crate::demo;
use crate::error::TaskError;
use crate::process::{run, succeeds};
use crate::project::Project;
use crate::step::Steps;
use crate::test;

/// Tests, licences, demo.
pub(crate) fn ci(project: &Project) -> Result<(), TaskError> {
    let mut steps = Steps::default();
    test::check_all(project, &mut steps);
    steps.run("demo", || demo::check(project));
    steps.run("licences", || check_licences(project));
    steps.finish()
}

fn check_licences(project: &Project) -> Result<(), TaskError> {
    if !succeeds(Command::new("cargo").args(["deny", "--version"])) {
        run(Command::new("cargo").args(["install", "--quiet", "--locked", "cargo-deny"]))?;
    }
    run(&mut in_workspace(project, &["deny", "check", "bans", "licenses", "sources"]))
}
