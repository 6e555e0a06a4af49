//! `cargo zimagi new NAME`: a new application from the template; `cargo zimagi new model` and `cargo zimagi new hook`: a data model,
//! or the hooks of one, for an application that is there.

mod hook;
mod model;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use zimagi_spec::names::Database;

use crate::failure::Failure;
use crate::output;
use crate::template::{AppName, RuntimeSource, Template};

/// Write a new application into a new folder, or a new part into an application.
///
/// An application that is to be called `model` or `hook` is written by `cargo zimagi new ./model`, `cargo zimagi new ./hook`.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    part: Option<Part>,
    /// The folder to make; its last part is the application's name: lower-case letters, digits and dashes.
    #[arg(value_name = "NAME", required = true)]
    folder: Option<PathBuf>,
    /// Where the runtime comes from: a folder with the source of Zimagi, or a repository and a revision. By default the source this tool was built from.
    #[arg(long, value_name = "PATH|GIT@REV")]
    zimagi: Option<String>,
    /// The databases that migrations are written for, separated by commas: sqlite, postgresql, mysql.
    #[arg(long, value_delimiter = ',', value_parser = read_database, default_value = "sqlite")]
    databases: Vec<Database>,
}

#[derive(Debug, Subcommand)]
enum Part {
    Hook(hook::Options),
    Model(model::Options),
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    match (&options.part, &options.folder) {
        (Some(Part::Hook(options)), _) => hook::run(options),
        (Some(Part::Model(options)), _) => model::run(options),
        (None, folder) => write_application(options, folder.as_deref().unwrap_or(Path::new(""))),
    }
}

fn write_application(options: &Options, folder: &Path) -> Result<(), Failure> {
    let name = AppName::of_folder(folder)?;
    let source = RuntimeSource::choose(options.zimagi.as_deref())?;
    let template = Template { name: &name, source: &source, databases: &options.databases };
    template.write(folder)?;
    super::schema::write(&folder.join(super::schema::FOLDER))?;
    let folder = folder.display();
    output::print(format_args!(
        "Wrote the application `{name}` into {folder}. Go on with:\n\n    cd {folder}\n    cargo zimagi check\n    \
         cargo zimagi migration new first\n    cargo run -- serve --migrate\n"
    ))
}

fn read_database(word: &str) -> Result<Database, String> {
    Database::ALL.into_iter().find(|database| database.word() == word).ok_or_else(|| {
        let words = Database::ALL.map(Database::word).join(", ");
        format!("the databases are {words}")
    })
}
