//! The command line of `cargo xtask`.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::bench::{DataOptions, ExportOptions};

/// Project tasks.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Builds the example, imports real data and serves it.
    Demo {
        /// Makes the requests itself, on a free port, and compares the answers.
        #[arg(long)]
        check: bool,
    },
    /// Installs and starts what the tests need, then runs all of them.
    Test,
    /// Checks what a compiler cannot: arrows, caps, names, documents.
    Tidy,
    /// Writes the expected texts of tests anew; read the change before you commit it.
    Bless,
    /// All tests, the licences of dependencies and the demo.
    Ci,
    /// Asks the example what its document allows and what it does not, on every database.
    Conformance {
        /// How long on each; ten are more than 20,000 requests.
        #[arg(long, default_value_t = 10)]
        minutes: u64,
    },
    /// Measures, and compares with limits.
    Bench {
        #[command(subcommand)]
        what: Bench,
    },
    /// Starts or stops the servers that tests need.
    Services {
        #[command(subcommand)]
        action: Services,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Services {
    /// Installs what is missing, starts it and prints where it is.
    Up,
    /// Stops what `up` started and removes its data.
    Down,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// How long one waits for a build after an edit.
    Rebuild,
    /// How fast a year of flights is imported, beside bare prepared statements.
    Import {
        /// A zip file with `flights.csv`; without it, a year is made from January.
        #[arg(long)]
        flights: Option<PathBuf>,
    },
    /// How fast the data API answers, beside PocketBase, Django REST framework and handlers by hand.
    Data(DataOptions),
    /// What exports of millions of rows take, and what clients that read slowly keep from others.
    Export(ExportOptions),
}
