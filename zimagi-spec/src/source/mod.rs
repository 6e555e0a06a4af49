//! Places in spec files: files by id, and spans of bytes within them.
//!
//! Knows nothing of YAML. [`SourceMap`] keeps the text of every file that was read, so that a diagnostic can show it.

mod map;
mod span;

pub use map::{SourceFile, SourceMap};
pub use span::{FileId, Span, Spanned};
