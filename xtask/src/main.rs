//! Project tasks, run as `cargo xtask TASK`: the only task language of the project.

mod bless;
mod paths;
mod services;
mod step;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Project tasks.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install and start what the tests need, then run all of them.
    Test,
    /// Write the expected texts of tests anew; read the change before you commit it.
    Bless,
    /// Check what the compiler cannot: arrows between crates and layers, sizes, names, documents.
    Tidy,
    /// Start or stop the databases of the tests.
    Services {
        #[command(subcommand)]
        action: services::Action,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Test => test::run(),
        Task::Bless => bless::run(),
        Task::Tidy => tidy::run(),
        Task::Services { action } => services::run(&action),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
