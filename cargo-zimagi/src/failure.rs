//! Why a subcommand did not do its work, and the exit code that says so.

use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use zimagi_codegen::comparison::Class;
use zimagi_codegen::migration::MigrationError;

use crate::commands::module::ModuleFailure;
use crate::infer::InferFailure;
use crate::project::ProjectFailure;
use crate::revision::RevisionError;
use crate::template::TemplateError;

/// The specs have errors, which were printed.
const SPECS_FAILED: u8 = 1;

/// Something else prevents the work.
const PREVENTED: u8 = 3;

/// Why a subcommand did not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The diagnostics were printed and say it all.
    #[error("the specs have errors")]
    SpecsFailed,
    /// No application was written.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// There is no project, or none for this tool.
    #[error(transparent)]
    Project(#[from] ProjectFailure),
    /// No migration was written.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// No data model was inferred or written.
    #[error(transparent)]
    Infer(#[from] InferFailure),
    /// A module was not installed, changed or removed.
    #[error(transparent)]
    Module(#[from] ModuleFailure),
    /// The text is no version.
    #[error("`{written}` is no version of a migration: versions have fourteen digits")]
    BadVersion { written: String },
    /// The specs of another revision cannot be read.
    #[error(transparent)]
    Revision(#[from] RevisionError),
    /// The specs of another revision have errors, which were printed.
    #[error("the specs of `{reference}` have errors: there is no plan to compare with")]
    OldSpecsFailed { reference: String },
    /// There are changes of a class that was denied.
    #[error("there are changes that are {}", words(classes))]
    Denied { classes: Vec<Class> },
    /// The set-up does not work, as was printed.
    #[error("things that do not work: {failures}")]
    Unsound { failures: usize },
    /// The plan has no such entry.
    #[error("there is no {what} `{written}`{}", did_you_mean(nearest.as_deref()))]
    NoSuchEntry { what: &'static str, written: String, nearest: Option<String> },
    /// There is no such generated file.
    #[error("no file `{written}` is generated{}", did_you_mean(nearest.as_deref()))]
    NoSuchFile { written: String, nearest: Option<String> },
    /// The file system refuses.
    #[error("{} cannot be written", path.display())]
    Write { path: PathBuf, source: io::Error },
    /// Standard output refuses.
    #[error("the output cannot be written")]
    Output { source: io::Error },
    /// Files cannot be watched.
    #[error("changes of the project's files cannot be noticed: `--once` runs it without")]
    Watch { source: notify::Error },
    /// Signals cannot be taken.
    #[error("the signal to stop cannot be taken")]
    Signals { source: ctrlc::Error },
    /// Cargo cannot be started.
    #[error("cargo cannot be started")]
    Cargo { source: io::Error },
    /// The code is none of ours.
    #[error("there is no diagnostic `{written}`: codes look like Z0203")]
    NoSuchCode { written: String },
}

impl Failure {
    /// Prints what is not printed yet, and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        if let Self::SpecsFailed = self {
            return ExitCode::from(SPECS_FAILED);
        }
        eprintln!("error: {self}");
        let causes = std::iter::successors(self.source(), |&cause| cause.source());
        causes.for_each(|cause| eprintln!("  caused by: {cause}"));
        let is_of_specs =
            matches!(self, Self::Module(ModuleFailure::Refused) | Self::Denied { .. } | Self::Unsound { .. });
        ExitCode::from(if is_of_specs { SPECS_FAILED } else { PREVENTED })
    }
}

fn words(classes: &[Class]) -> String {
    classes.iter().map(|class| class.word()).collect::<Vec<_>>().join(" or ")
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|name| format!(": did you mean `{name}`?")).unwrap_or_default()
}
