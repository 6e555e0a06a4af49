//! What the arguments of a process ask for.

use std::ffi::OsString;
use std::net::IpAddr;

use clap::ArgMatches;
use clap::error::ErrorKind;
use zimagi_spec::descriptor::CommandDescriptor;

use super::{argument, tree};

/// What a process is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Invocation {
    /// Serve the data API.
    Serve { migrate: MigrateFirst, host: Option<IpAddr>, data_port: Option<u16> },
    /// Bring the database's schema up to date.
    Migrate,
    /// Tell which migrations are applied.
    MigrationStatus,
    /// Undo the latest migration, or all that are later than a version.
    RevertMigrations { to: Option<String>, confirmation: Confirmation },
    /// Make a user, or add an existing one to groups.
    SaveUser { name: String, groups: Vec<String> },
    /// Replace the token of a user.
    RotateToken { name: String },
    /// Encrypt everything with the current key.
    RotateKey,
    /// Tell the ids of the keys.
    ListKeys,
    /// Make a key and show it.
    NewKey,
    /// Run a command.
    Run { command: &'static CommandDescriptor, values: GivenValues },
}

/// Whether somebody has agreed to a loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Confirmation {
    Given,
    Missing,
}

/// Whether migrations are applied before serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MigrateFirst {
    Yes,
    No,
}

/// The texts given for a command's parameters; those not given are left out. A flag has no texts.
pub(crate) type GivenValues = Vec<(&'static str, Vec<String>)>;

/// A command line, read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CommandLine {
    /// What is asked for.
    pub invocation: Invocation,
    /// The user whose rights count; `None` is the trusted local administrator.
    pub as_user: Option<String>,
}

impl CommandLine {
    /// Reads the arguments of a process, the program's name included.
    ///
    /// # Errors
    ///
    /// What clap prints: mistakes, but also help and version.
    pub(crate) fn parse(
        name: &'static str,
        version: &'static str,
        commands: &[&'static CommandDescriptor],
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Self, clap::Error> {
        let mut tree = tree::build(name, version, commands);
        let matches = tree.try_get_matches_from_mut(arguments)?;
        let as_user = matches.get_one::<String>(tree::AS_USER).cloned();
        let (words, leaf) = walk(&matches);
        let invocation = read(&words, leaf, commands);
        if as_user.is_some() && !matches!(invocation, Invocation::Run { .. }) {
            return Err(
                tree.error(ErrorKind::ArgumentConflict, "only commands of specs act as a user: leave out `--as`")
            );
        }
        Ok(Self { invocation, as_user })
    }
}

/// The words that were typed and the matches of the last one.
fn walk(matches: &ArgMatches) -> (Vec<&str>, &ArgMatches) {
    let mut words = Vec::new();
    let mut leaf = matches;
    while let Some((word, inner)) = leaf.subcommand() {
        words.push(word);
        leaf = inner;
    }
    (words, leaf)
}

fn read(words: &[&str], leaf: &ArgMatches, commands: &[&'static CommandDescriptor]) -> Invocation {
    match words {
        ["serve"] => Invocation::Serve {
            migrate: if leaf.get_flag("migrate") { MigrateFirst::Yes } else { MigrateFirst::No },
            host: leaf.get_one("host").copied(),
            data_port: leaf.get_one("data-port").copied(),
        },
        ["db", "migrate"] => Invocation::Migrate,
        ["db", "status"] => Invocation::MigrationStatus,
        ["db", "revert"] => Invocation::RevertMigrations {
            to: leaf.get_one("to").cloned(),
            confirmation: if leaf.get_flag("yes") { Confirmation::Given } else { Confirmation::Missing },
        },
        ["user", "save"] => Invocation::SaveUser { name: user_name(leaf), groups: texts(leaf, "group") },
        ["user", "rotate"] => Invocation::RotateToken { name: user_name(leaf) },
        ["key", "rotate"] => Invocation::RotateKey,
        ["key", "list"] => Invocation::ListKeys,
        ["key", "new"] => Invocation::NewKey,
        _ => {
            let mut found = commands.iter().filter(|command| command.path == words);
            let command = *found.next().expect("the tree has no leaf but built-in ones and commands");
            Invocation::Run { command, values: argument::given(command, leaf) }
        }
    }
}

fn user_name(leaf: &ArgMatches) -> String {
    leaf.get_one::<String>("name").cloned().expect("clap refuses a call without the required name")
}

fn texts(leaf: &ArgMatches, name: &str) -> Vec<String> {
    leaf.get_many::<String>(name).into_iter().flatten().cloned().collect()
}
