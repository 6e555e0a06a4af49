//! Where below a module's folder its specs lie: in `specs`, or in the original's `spec`, of its library folder.

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

/// What a manifest says of its library.
enum Library {
    /// Nothing.
    Default,
    /// That there is none.
    None,
    /// Where it is.
    Folder(Spanned<String>),
}

/// Mistakes in the shape of the manifest are told when it is read as a document.
fn library(manifest: FileId, sources: &SourceMap) -> Library {
    let node = yaml::parse(manifest, sources, &mut Diagnostics::default());
    match node.as_ref().and_then(|node| node.get("lib")).map(|lib| (&lib.kind, lib.span)) {
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

fn no_library(path: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::NoLibrary, path.span, format!("`{}` is no folder of the module", path.value))
        .label("expected a folder beside this file or further below")
        .help("write the folder that holds `specs` or `spec`, or remove `lib` if they lie beside this file")
}
