//! `cargo zimagi module add PATH|GIT-URL`: installs a module.

use std::path::Path;

use zimagi_codegen::vendor::{self, Lock};
use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::load::ModuleSource;
use zimagi_spec::source::SourceMap;
use zimagi_spec::{document, load};

use super::ModuleFailure;
use super::installation::{install, shown};
use crate::failure::Failure;
use crate::fetch::{Source, fetch};
use crate::{output, project};

/// Copy the specs of a module below `modules` and pin them; from then on no network is needed.
///
/// A module that does not fit the application's specs is refused with its mistakes and leaves nothing behind. Code of a module
/// is left out: commands without code are pending until the application has it, see `cargo zimagi check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A folder, or the address of a git repository, that holds a `zimagi.yml`.
    #[arg(value_name = "PATH|GIT-URL")]
    source: String,
    /// A branch, tag or commit of the repository; by default the newest commit.
    #[arg(long, value_name = "REV")]
    rev: Option<String>,
    /// The module's name here, if not the one in its manifest: its folder, and what its tables begin with.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let project = project::open_application("installed modules")?;
    let lock = Lock::read(&project.folder).map_err(ModuleFailure::from)?;
    let source = Source::read(&options.source).map_err(ModuleFailure::from)?;
    let fetched = fetch(&source, options.rev.as_deref(), &project.folder).map_err(ModuleFailure::from)?;
    let name = options.name.clone().unwrap_or_else(|| name_in_manifest(&fetched.folder));
    if !is_name(&name) {
        return Err(ModuleFailure::BadName { name }.into());
    }
    if lock.find(&name).is_some() || vendor::folder(&project.folder, &name).exists() {
        return Err(ModuleFailure::Taken { name }.into());
    }
    let pin = install(&project, &name, fetched)?;
    output::print(format_args!("Installed `{name}` into modules/{name} from {}.\n", shown(&pin.origin)))
}

/// What the manifest says; its mistakes are told when the module is checked.
fn name_in_manifest(folder: &Path) -> String {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::default());
    let modules = load::load(&[ModuleSource::module(folder, "module", "crate")], &mut sources, &mut diagnostics);
    let documents = document::read(&modules, &sources, &mut diagnostics);
    documents.into_iter().map(|module| module.owner.name).next().unwrap_or_default()
}

/// Tables begin with it and the platform has its own.
pub(super) fn is_name(name: &str) -> bool {
    let is_made = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ['-', '_'].contains(&c);
    let is_begun = name.starts_with(|c: char| c.is_ascii_lowercase());
    is_begun && name.chars().all(is_made) && !name.ends_with(['-', '_']) && name != "platform"
}
