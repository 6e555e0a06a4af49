//! Writing expected texts anew. Whoever does it reads the change before committing it.

use std::process::Command;

use crate::cargo::{self, Application, Profile, in_application, in_workspace};
use crate::error::TaskError;
use crate::process::run;
use crate::project::Project;
use crate::python;
use crate::services;
use crate::step::Steps;
use crate::test::{BINARY_VARIABLE, PYTHON_VARIABLE};

/// Runs the tests that compare with expected texts, and lets them write what they got.
pub(crate) fn bless(project: &Project) -> Result<(), TaskError> {
    let mut steps = Steps::default();
    let services = services::up(project)?;
    let tests = ["test", "--quiet", "--workspace", "--exclude", "e2e"];
    let mut command = in_workspace(project, &tests);
    steps.run("tests", || run(services.known_to(blessing(&mut command))));
    steps.run("end to end", || {
        run(&mut in_application(project, Application::Nycflights, &["build", "--quiet"]))?;
        let tests = ["test", "--quiet", "--package", "e2e", "--features", "example"];
        let mut command = in_workspace(project, &tests);
        command.env(BINARY_VARIABLE, cargo::binary(project, Application::Nycflights, Profile::Dev));
        command.env(PYTHON_VARIABLE, python::ensure(project)?);
        run(services.known_to(blessing(&mut command)))
    });
    services.down(project)?;
    steps.finish()
}

/// The three ways in which the suites are told.
fn blessing(command: &mut Command) -> &mut Command {
    command.env("BLESS", "1").env("INSTA_UPDATE", "always").env("TRYBUILD", "overwrite")
}
