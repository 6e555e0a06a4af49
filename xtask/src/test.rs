//! All tests, on servers that are installed and started if need be.

use crate::cargo::{self, Application, Profile, in_application, in_workspace};
use crate::error::TaskError;
use crate::process::run;
use crate::project::Project;
use crate::python;
use crate::services::{self, Services};
use crate::step::Steps;
use crate::tidy;

const APPLICATIONS: [Application; 3] = [Application::Nycflights, Application::Waterworks, Application::Template];

/// The variable that names the example's binary for end-to-end tests.
pub(crate) const BINARY_VARIABLE: &str = "ZIMAGI_E2E_BINARY";

/// The variable that names a Python with the packages of end-to-end tests.
pub(crate) const PYTHON_VARIABLE: &str = "ZIMAGI_E2E_PYTHON";

/// The variable that names the target folder of applications, for tests that build some.
const TARGET_VARIABLE: &str = "ZIMAGI_E2E_TARGET";

/// Everything that must hold before a change lands, the quick checks first.
pub(crate) fn test(project: &Project) -> Result<(), TaskError> {
    let mut steps = Steps::default();
    check_all(project, &mut steps);
    steps.finish()
}

/// The steps of `test`.
pub(crate) fn check_all(project: &Project, steps: &mut Steps) {
    check_texts(project, steps);
    let Some(services) = steps.run("services", || services::up(project)) else { return };
    check_workspace(project, steps, &services);
    check_applications(project, steps);
    check_processes(project, steps, &services);
    steps.run("services down", || services.down(project));
}

fn check_texts(project: &Project, steps: &mut Steps) {
    steps.run("format", || {
        run(&mut in_workspace(project, &["fmt", "--all", "--check"]))?;
        APPLICATIONS.iter().try_for_each(|one| run(&mut in_application(project, *one, &["fmt", "--all", "--check"])))
    });
    steps.run("tidy", || tidy::tidy(project));
}

fn check_workspace(project: &Project, steps: &mut Steps, services: &Services) {
    let lints =
        ["clippy", "--quiet", "--workspace", "--all-targets", "--features", "e2e/example", "--", "-D", "warnings"];
    steps.run("clippy", || run(&mut in_workspace(project, &lints)));
    let tests = ["test", "--quiet", "--no-fail-fast", "--workspace", "--exclude", "e2e"];
    steps.run("tests", || run(services.known_to(&mut in_workspace(project, &tests))));
}

fn check_applications(project: &Project, steps: &mut Steps) {
    for application in APPLICATIONS {
        let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
        steps.run(&format!("{}: clippy", application.folder()), || {
            run(&mut in_application(project, application, &lints))
        });
        let tests = ["test", "--quiet", "--workspace"];
        steps.run(&format!("{}: tests", application.folder()), || {
            run(&mut in_application(project, application, &tests))
        });
    }
}

fn check_processes(project: &Project, steps: &mut Steps, services: &Services) {
    let built = steps.run("examples/nycflights: build", || {
        run(&mut in_application(project, Application::Nycflights, &["build", "--quiet"]))
    });
    if built.is_some() {
        let binary = cargo::binary(project, Application::Nycflights, Profile::Dev);
        let tests = ["test", "--quiet", "--no-fail-fast", "--package", "e2e", "--features", "example"];
        let mut command = in_workspace(project, &tests);
        command.env(BINARY_VARIABLE, binary);
        if let Some(python) = steps.run("packages of Python", || python::ensure(project)) {
            command.env(PYTHON_VARIABLE, python);
        }
        steps.run("end to end", || run(services.known_to(&mut command)));
    }
    for (step, test) in [("modules", "modules"), ("scaffold", "template")] {
        let arguments =
            ["test", "--quiet", "--package", "cargo-zimagi", "--test", test, "--", "--ignored", "--nocapture"];
        let mut command = in_workspace(project, &arguments);
        steps.run(step, || run(command.env(TARGET_VARIABLE, project.applications())));
    }
}
