//! Diagnostics: what is wrong, where, and what to write instead.
//!
//! In go mistakes found by any stage; out comes text in the look of rustc. Knows nothing of specs: the sentences are made
//! beside the rules that use them.

mod code;
mod collection;
mod diagnosis;
mod render;
mod suggest;

pub use code::{Code, Severity};
pub use collection::Diagnostics;
pub use diagnosis::{Diagnostic, Label, Place};
pub(crate) use suggest::Suggestion;
pub use suggest::nearest;
