//! YAML read into a tree that remembers places.
//!
//! In goes text; out comes one [`Node`], with aliases expanded and `<<` merged. What YAML 1.1 and 1.2 read differently is
//! refused. Knows nothing of specs.

mod budget;
mod build;
mod legacy;
mod merge;
mod node;
mod place;

pub use node::{Entry, Kind, Node, Scalar, Style};

use crate::diagnostic::Diagnostics;
use crate::source::{FileId, SourceMap};

/// Reads the one document of a file. Nothing is returned if the file is empty or is not YAML.
pub fn parse(file: FileId, sources: &SourceMap, diagnostics: &mut Diagnostics) -> Option<Node> {
    build::Builder::new(file, &sources.file(file).text, diagnostics).document()
}
