//! Project tasks: `cargo xtask <task>`.
//!
//! Each task is a file or folder of its own. Knows the project's folders and its commands, nothing of its code's insides.

mod arguments;
mod bench;
mod bless;
mod cargo;
mod ci;
mod conformance;
mod demo;
mod error;
mod process;
mod project;
mod python;
mod services;
mod step;
mod test;
mod tidy;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use arguments::{Arguments, Bench, Services, Task};
use error::TaskError;
use project::Project;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments.task, &Project::find()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task, project: &Project) -> Result<(), TaskError> {
    match task {
        Task::Test => test::test(project),
        Task::Demo { check: false } => demo::show(project),
        Task::Demo { check: true } => demo::check(project),
        Task::Tidy => tidy::tidy(project),
        Task::Bless => bless::bless(project),
        Task::Ci => ci::ci(project),
        Task::Conformance { minutes } => conformance::conform(project, Duration::from_secs(*minutes * 60)),
        Task::Bench { what: Bench::Rebuild } => bench::rebuild(project),
        Task::Bench { what: Bench::Import { flights } } => bench::import(project, flights.as_deref()),
        Task::Bench { what: Bench::Data(options) } => bench::data(project, options),
        Task::Bench { what: Bench::Export(options) } => bench::export(project, options),
        Task::Services { action: Services::Up } => services::up(project).map(|services| print!("{services}")),
        Task::Services { action: Services::Down } => services::down(project),
    }
}
