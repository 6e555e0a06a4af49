//! `cargo zimagi migration`: SQL from the difference between the specs and the recorded schema.

use std::time::SystemTime;

use clap::Subcommand;
use zimagi_codegen::migration::{Decisions, Version, new};

use crate::failure::Failure;
use crate::output;
use crate::project;

/// Write migrations.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write what the databases lack as SQL below `migrations/`, to be read, built in and applied by `serve --migrate`.
    New {
        /// What it does, in a few words: lower-case letters, digits and `_`.
        slug: String,
    },
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let Action::New { slug } = &options.action;
    let project = project::open()?;
    let plan = project::compile_or_report(&project)?.plan;
    let written = new(&plan, &project.migrations(), slug, &Version::at(SystemTime::now()), &Decisions::default())?;
    if written.folders.is_empty() {
        return output::print("The migrations make everything that the specs ask for: nothing was written.\n");
    }
    written.folders.iter().try_for_each(|folder| {
        let shown = folder.strip_prefix(&project.folder).unwrap_or(folder);
        output::print(format_args!("Wrote {}\n", shown.display()))
    })
}
