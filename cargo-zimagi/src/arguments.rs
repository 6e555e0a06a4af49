//! The command line. Knows nothing of what the subcommands do.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use crate::commands::{check, diff, doctor, expand, explain, migration, module, new, plan, run, schema};

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-zimagi",
    bin_name = "cargo zimagi",
    version,
    about = "Turns specifications into data services",
    after_help = "Exit codes: 0 done; 1 the specs have errors; 2 the command line is wrong; 3 something else prevents the work."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// The subcommands, in the order in which a newcomer meets them.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(new::Options),
    Check(check::Options),
    Explain(explain::Options),
    Plan(plan::Options),
    Diff(diff::Options),
    Expand(expand::Options),
    Migration(migration::Options),
    Module(module::Options),
    Doctor(doctor::Options),
    Schema(schema::Options),
    Run(run::Options),
}

/// Reads the command line; ends the process with a text if it is wrong or asks for help.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Command {
    Arguments::parse_from(without_subcommand_word(words)).command
}

/// Cargo runs the binary as `cargo-zimagi zimagi …`; by hand it is `cargo-zimagi …`.
fn without_subcommand_word(words: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut words: Vec<_> = words.into_iter().collect();
    if words.get(1).is_some_and(|word| word == "zimagi") {
        words.remove(1);
    }
    words
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn cargo_and_people_start_the_same_subcommand() {
        for words in [&["cargo-zimagi", "zimagi", "explain", "Z0101"][..], &["cargo-zimagi", "explain", "Z0101"]] {
            let command = parse(words.iter().map(OsString::from));
            assert!(matches!(command, Command::Explain(_)), "{command:?}");
        }
    }
}
