//! `cargo zimagi module update [NAME]`: fetches modules anew from where they came.

use zimagi_codegen::vendor::{Lock, Origin, Pin};
use zimagi_codegen::{Project, vendor};
use zimagi_spec::diagnostic::nearest;

use super::ModuleFailure;
use super::installation::{install, shown};
use crate::failure::Failure;
use crate::fetch::{Source, fetch};
use crate::{output, project};

/// Fetch a module, or all of them, from where it was installed, and pin what is there now.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The module; all of them without it.
    name: Option<String>,
    /// Another branch, tag or commit than the one that was asked for before.
    #[arg(long, value_name = "REV", requires = "name")]
    rev: Option<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let project = project::open_application("installed modules")?;
    let lock = Lock::read(&project.folder).map_err(ModuleFailure::from)?;
    let pins: Vec<&Pin> = match &options.name {
        Some(name) => vec![find(&lock, name)?],
        None => lock.pins.iter().collect(),
    };
    pins.into_iter().try_for_each(|pin| update(&project, pin, options.rev.as_deref()))
}

/// The pin of a module.
pub(super) fn find<'a>(lock: &'a Lock, name: &str) -> Result<&'a Pin, ModuleFailure> {
    lock.find(name).ok_or_else(|| {
        let nearest = nearest(name, lock.pins.iter().map(|pin| pin.name.as_str())).map(str::to_owned);
        ModuleFailure::Unknown { name: name.to_owned(), nearest }
    })
}

fn update(project: &Project, pin: &Pin, rev: Option<&str>) -> Result<(), Failure> {
    let (source, reference) = match &pin.origin {
        Origin::Folder { path } => (Source::Folder(project.folder.join(path)), rev),
        // The file may have been edited: the address passes the same door as one that is typed.
        Origin::Git { url, reference, .. } => {
            (Source::read(url).map_err(ModuleFailure::from)?, rev.or(reference.as_deref()))
        }
    };
    let mut fetched = fetch(&source, reference, &project.folder).map_err(ModuleFailure::from)?;
    keep_branch(&mut fetched.origin, &pin.origin);
    let is_whole = vendor::digest(&vendor::folder(&project.folder, &pin.name)).is_ok_and(|now| now == pin.digest);
    let new = install(project, &pin.name, fetched)?;
    let what = match is_whole && new.digest == pin.digest {
        true => "is up to date with",
        false => "is now as in",
    };
    output::print(format_args!("`{}` {what} {}.\n", pin.name, shown(&new.origin)))
}

/// Going back to the commit that is pinned does not forget which branch or tag is followed.
fn keep_branch(new: &mut Origin, old: &Origin) {
    if let (Origin::Git { reference, revision, .. }, Origin::Git { reference: before, revision: pinned, .. }) =
        (new, old)
        && reference.as_ref() == Some(pinned)
        && revision == pinned
    {
        reference.clone_from(before);
    }
}
