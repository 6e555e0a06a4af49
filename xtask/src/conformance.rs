//! Many made-up requests on every database: the long form of a test that `cargo xtask test` runs for a minute.

use std::time::Duration;

use crate::cargo::{self, Application, Profile, in_application, in_workspace};
use crate::error::TaskError;
use crate::process::run;
use crate::project::Project;
use crate::python;
use crate::services;
use crate::test::{BINARY_VARIABLE, PYTHON_VARIABLE};

/// Asks the example for so long on each database.
pub(crate) fn conform(project: &Project, duration: Duration) -> Result<(), TaskError> {
    run(&mut in_application(project, Application::Nycflights, &["build", "--quiet"]))?;
    let services = services::up(project)?;
    let tests = ["test", "--quiet", "--package", "e2e", "--features", "example", "--test", "conformance"];
    let options = ["--", "--include-ignored", "--nocapture", "--test-threads", "1"];
    let mut command = in_workspace(project, &[tests.as_slice(), &options].concat());
    command.env(BINARY_VARIABLE, cargo::binary(project, Application::Nycflights, Profile::Dev));
    command.env(PYTHON_VARIABLE, python::ensure(project)?);
    command.env("CONFORMANCE_SECONDS", duration.as_secs().to_string());
    let ran = run(services.known_to(&mut command));
    services.down(project)?;
    ran
}
