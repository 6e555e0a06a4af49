//! How long people wait after an edit: of a spec in applications of three sizes and with Diesel schemas, of the generator,
//! of the runtime.

mod application;
mod clock;

use std::process::Command;

use super::verdict::{Limit, Verdict, conclude};
use crate::cargo::{Profile, in_folder, in_workspace};
use crate::error::TaskError;
use crate::process::{read, run};
use crate::project::Project;
use application::{Generated, Schemas};
use clock::{Edited, median_seconds};

/// How many models the applications have.
const SIZES: [usize; 3] = [10, 50, 200];
/// How many models the applications with Diesel schemas have: what `diesel: all` costs is measured where it is still sane.
const SCHEMA_SIZES: [usize; 2] = [10, 50];
/// The size that the limits are for.
const LIMITED: usize = 200;
const BUILD_SECONDS_MAX: f64 = 4.0;
const CHECK_SECONDS_MAX: f64 = 0.5;

/// Edits whose effect is measured, in files that much depends on.
const CONTRIBUTIONS: [(&str, &str); 2] =
    [("zimagi-codegen", "zimagi-codegen/src/emit/record.rs"), ("zimagi-runtime", "zimagi-runtime/src/data/path.rs")];

/// Measures and prints, each figure as soon as it is known: the last ones take minutes.
pub(crate) fn rebuild(project: &Project) -> Result<(), TaskError> {
    run(&mut in_workspace(project, &["build", "--quiet", "--release", "--package", "cargo-zimagi"]))?;
    let mut verdicts = Vec::new();
    for models in SIZES {
        let application = Generated::write(project, models, Schemas::None)?;
        for profile in [Profile::Dev, Profile::Serve] {
            verdicts.push(said(measure_build(project, &application, profile)?));
        }
        verdicts.push(said(measure_check(project, &application)?));
    }
    for (name, file) in CONTRIBUTIONS {
        verdicts.push(said(measure_contribution(project, name, file)?));
    }
    for models in SCHEMA_SIZES {
        let application = Generated::write(project, models, Schemas::All)?;
        verdicts.push(said(measure_schemas(project, &application)?));
    }
    conclude(&verdicts)
}

fn said(verdict: Verdict) -> Verdict {
    println!("{verdict}");
    verdict
}

/// From a field more in one spec to a finished build.
fn measure_build(project: &Project, application: &Generated, profile: Profile) -> Result<Verdict, TaskError> {
    let mut build = in_folder(project, &application.folder, &["build", "--quiet", "--profile", profile.name()]);
    run(&mut build)?;
    let seconds = median_seconds(|round| application.edit(round), || run(&mut build))?;
    Ok(application.verdict(&format!("build {}", profile.name()), seconds, BUILD_SECONDS_MAX))
}

/// As [`measure_build`], in the profile of every day: nobody is held to it, everybody may know it.
fn measure_schemas(project: &Project, application: &Generated) -> Result<Verdict, TaskError> {
    let mut build = in_folder(project, &application.folder, &["build", "--quiet"]);
    run(&mut build)?;
    let seconds = median_seconds(|round| application.edit(round), || run(&mut build))?;
    Ok(Verdict::new(format!("{} models, diesel: all: build dev, s", application.models), seconds, Limit::None))
}

fn measure_check(project: &Project, application: &Generated) -> Result<Verdict, TaskError> {
    let mut check = Command::new(project.path("target/release/cargo-zimagi"));
    check.args(["zimagi", "check"]).current_dir(&application.folder);
    let seconds = median_seconds(|round| application.edit(round), || read(&mut check).map(drop))?;
    Ok(application.verdict("cargo zimagi check", seconds, CHECK_SECONDS_MAX))
}

/// From an edit of ours to the smallest application built again.
fn measure_contribution(project: &Project, name: &str, file: &str) -> Result<Verdict, TaskError> {
    let application = Generated::write(project, SIZES[0], Schemas::None)?;
    let mut build = in_folder(project, &application.folder, &["build", "--quiet"]);
    run(&mut build)?;
    let edited = Edited::new(project.path(file))?;
    let seconds = median_seconds(|round| edited.edit(round), || run(&mut build))?;
    Ok(Verdict::new(format!("{name}: edit to a built application, dev, s"), seconds, Limit::None))
}

impl Generated {
    fn verdict(&self, what: &str, seconds: f64, limit: f64) -> Verdict {
        let limit = if self.models == LIMITED { Limit::AtMost(limit) } else { Limit::None };
        Verdict::new(format!("{} models: {what}, s", self.models), seconds, limit)
    }
}
