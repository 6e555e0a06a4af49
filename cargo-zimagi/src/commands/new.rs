//! `cargo zimagi new NAME`: a new application from the template.

use std::path::PathBuf;

use zimagi_spec::names::Database;

use crate::failure::Failure;
use crate::output;
use crate::template::{AppName, RuntimeSource, Template};

/// Write a new application into a new folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The folder to make; its last part is the application's name: lower-case letters, digits and dashes.
    #[arg(value_name = "NAME")]
    folder: PathBuf,
    /// Where the runtime comes from: a folder with the source of Zimagi, or a repository and a revision. By default the source this tool was built from.
    #[arg(long, value_name = "PATH|GIT@REV")]
    zimagi: Option<String>,
    /// The databases that migrations are written for, separated by commas: sqlite, postgresql, mysql.
    #[arg(long, value_delimiter = ',', value_parser = read_database, default_value = "sqlite")]
    databases: Vec<Database>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let name = AppName::of_folder(&options.folder)?;
    let source = RuntimeSource::choose(options.zimagi.as_deref())?;
    let template = Template { name: &name, source: &source, databases: &options.databases };
    template.write(&options.folder)?;
    super::schema::write(&options.folder.join(super::schema::FOLDER))?;
    let folder = options.folder.display();
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
