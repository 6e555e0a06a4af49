//! `cargo zimagi migration`: SQL from the difference between the specs and the recorded schema.

mod question;

use std::path::Path;
use std::time::SystemTime;

use clap::Subcommand;
use zimagi_codegen::migration::{Decisions, Destruction, Listed, Rename, Version, empty, list, new, rebase};

use crate::failure::Failure;
use crate::output;
use crate::project;

/// Write and order migrations.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write what the databases lack as SQL below `migrations/`, to be read, built in and applied by `serve --migrate`.
    ///
    /// What looks like a new name of something old is asked for on a terminal, and otherwise said with `--rename`.
    New(NewOptions),
    /// Tell which migrations there are: version and name, what each follows, what it means for older programs, databases.
    List,
    /// Put migrations in order that were written beside each other, as after a merge.
    ///
    /// The later one moves to the end: it gets a new version and its SQL is written anew for the tables that it now finds.
    /// No database may have applied it yet.
    Rebase {
        /// The version of the one to move, if it is another.
        version: Option<String>,
    },
}

#[derive(Debug, clap::Args)]
struct NewOptions {
    /// What it does, in a few words: lower-case letters, digits and `_`.
    slug: String,
    /// A new name of a model (`flight=leg`) or a field (`flight.tail=tail_number`); may be given several times.
    #[arg(long, value_name = "OLD=NEW")]
    rename: Vec<Rename>,
    /// Write steps that lose values: dropped tables and columns, narrower types.
    #[arg(long)]
    allow_destructive: bool,
    /// Write files without statements, for those that you write by hand.
    #[arg(long, conflicts_with_all = ["rename", "allow_destructive"])]
    empty: bool,
}

/// What only applications have.
const MIGRATIONS: &str = "migrations";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    match &options.action {
        Action::New(options) => write_new(options),
        Action::List => print_list(),
        Action::Rebase { version } => move_to_end(version.as_deref()),
    }
}

fn write_new(options: &NewOptions) -> Result<(), Failure> {
    let project = project::open_application(MIGRATIONS)?;
    let plan = project::compile_or_report(&project)?.plan;
    let (migrations, version) = (project.migrations(), Version::at(SystemTime::now()));
    let written = if options.empty {
        empty(&plan, &migrations, &options.slug, &version)?
    } else {
        let destruction = if options.allow_destructive { Destruction::Allowed } else { Destruction::Refused };
        let decisions = Decisions { renames: options.rename.clone(), destruction };
        let decisions = question::ask(&plan, &migrations, decisions)?;
        new(&plan, &migrations, &options.slug, &version, &decisions)?
    };
    if written.folders.is_empty() {
        return output::print("The migrations make everything that the specs ask for: nothing was written.\n");
    }
    written
        .folders
        .iter()
        .try_for_each(|folder| output::print(format_args!("Wrote {}\n", shown(folder, &project.folder))))
}

fn print_list() -> Result<(), Failure> {
    let project = project::open_application(MIGRATIONS)?;
    let listed = list(&project.migrations())?;
    listed.iter().try_for_each(|migration| output::print(line(migration)))
}

/// `20130102000000_seats  after 20130101000000  additive  sqlite, postgresql`, with what differs by database behind it.
fn line(Listed { version, slug, histories, effect }: &Listed) -> String {
    let mut parents: Vec<&Option<Version>> = histories.iter().map(|(_, parent)| parent).collect();
    parents.dedup();
    let named = |parent: &Option<Version>| parent.as_ref().map_or("none".to_owned(), ToString::to_string);
    let databases = histories.iter().map(|(history, parent)| match parents.as_slice() {
        [_] => history.folder().to_owned(),
        _ => format!("{} (after {})", history.folder(), named(parent)),
    });
    let databases = databases.collect::<Vec<_>>().join(", ");
    let after = match parents.as_slice() {
        [Some(parent)] => format!("  after {parent}"),
        _ => String::new(),
    };
    format!("{version}_{slug}{after}  {}  {databases}\n", effect.word())
}

fn move_to_end(version: Option<&str>) -> Result<(), Failure> {
    let project = project::open_application(MIGRATIONS)?;
    let chosen =
        version.map(|text| Version::parse(text).ok_or_else(|| Failure::BadVersion { written: text.to_owned() }));
    let rebased = rebase(&project.migrations(), chosen.transpose()?.as_ref(), &Version::at(SystemTime::now()))?;
    if rebased.is_empty() {
        return output::print("Every migration follows the one before it: nothing was moved.\n");
    }
    rebased.iter().try_for_each(|moved| {
        let (before, after) = (shown(&moved.before, &project.folder), shown(&moved.after, &project.folder));
        output::print(format_args!("Moved {before} to {after}\n"))
    })
}

fn shown(folder: &Path, project: &Path) -> String {
    folder.strip_prefix(project).unwrap_or(folder).display().to_string()
}
