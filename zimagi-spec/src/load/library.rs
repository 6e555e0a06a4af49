//! Where below a module's folder its specs lie: in `specs`, or in the original's `spec`, of its library folder; and where its
//! profiles, tasks and help texts do.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Spanned};
use crate::yaml::{self, Kind};

use super::ModuleSource;

/// The folders of a module's specs, both of them if there are two. The first one is named also if it is missing.
pub(super) fn spec_folders(
    source: &ModuleSource,
    manifest: FileId,
    sources: &SourceMap,
) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let (library, specs) = match library(manifest, sources) {
        Library::None => return Ok(Vec::new()),
        Library::Default => (source.folder.clone(), source.specs.clone()),
        Library::Folder(path) => {
            let library = source.folder.join(&path.value);
            if !is_within(Path::new(&path.value)) || !library.is_dir() {
                return Err(no_library(&path).into());
            }
            (library.clone(), library.join("specs"))
        }
    };
    let old = Some(library.join("spec")).filter(|folder| folder.is_dir());
    Ok(std::iter::once(specs).chain(old).collect())
}

/// The folder of a module's profiles or tasks, which `key` of the manifest names and which is called so by default.
pub(super) fn named_folder(
    source: &ModuleSource,
    manifest: FileId,
    key: &str,
    sources: &SourceMap,
) -> Result<Option<PathBuf>, Box<Diagnostic>> {
    match said(manifest, key, sources) {
        Library::None => Ok(None),
        Library::Default => Ok(Some(source.folder.join(key)).filter(|folder| folder.is_dir())),
        Library::Folder(path) => {
            let folder = source.folder.join(&path.value);
            let is_there = is_within(Path::new(&path.value)) && folder.is_dir();
            if is_there { Ok(Some(folder)) } else { Err(no_folder(&path, key).into()) }
        }
    }
}

/// The folder of help texts, beside that of the specs, if it is there. A `lib` that is no folder is told for the specs.
pub(super) fn help_folder(source: &ModuleSource, manifest: FileId, sources: &SourceMap) -> Option<PathBuf> {
    let library = match library(manifest, sources) {
        Library::None => return None,
        Library::Default => source.folder.clone(),
        Library::Folder(path) if is_within(Path::new(&path.value)) => source.folder.join(&path.value),
        Library::Folder(_) => return None,
    };
    Some(library.join("help")).filter(|folder| folder.is_dir())
}

/// What a manifest says of a folder.
enum Library {
    /// Nothing.
    Default,
    /// That there is none.
    None,
    /// Where it is.
    Folder(Spanned<String>),
}

fn library(manifest: FileId, sources: &SourceMap) -> Library {
    said(manifest, "lib", sources)
}

/// Mistakes in the shape of the manifest are told when it is read as a document.
fn said(manifest: FileId, key: &str, sources: &SourceMap) -> Library {
    let node = yaml::parse(manifest, sources, &mut Diagnostics::default());
    match node.as_ref().and_then(|node| node.get(key)).map(|said| (&said.kind, said.span)) {
        Some((Kind::Scalar(scalar), span)) => match scalar.text.as_str() {
            "" | "false" | "False" | "FALSE" => Library::None,
            "." | "./" => Library::Default,
            path => Library::Folder(Spanned::new(path.to_owned(), span)),
        },
        Some(_) | None => Library::Default,
    }
}

fn is_within(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

fn no_folder(path: &Spanned<String>, key: &str) -> Diagnostic {
    Diagnostic::at(Code::NoLibrary, path.span, format!("`{}` is no folder of the module", path.value))
        .label("expected a folder beside this file or further below")
        .help(format!("write the folder that holds the {key}, or remove `{key}` if it is called so"))
}

fn no_library(path: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::NoLibrary, path.span, format!("`{}` is no folder of the module", path.value))
        .label("expected a folder beside this file or further below")
        .help("write the folder that holds `specs` or `spec`, or remove `lib` if they lie beside this file")
}
