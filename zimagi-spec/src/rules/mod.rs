//! The rules of the language, each a statement that must hold, called from this one file.
//!
//! In go resolved specs and the target; mistakes come out. A rule changes nothing and knows nothing of the other rules.

mod target;

pub use target::{DieselDependency, Target};

use crate::diagnostic::Diagnostics;
use crate::resolve::Resolved;

/// Checks every rule.
pub fn check(resolved: &Resolved, target: &Target, diagnostics: &mut Diagnostics) {
    let _ = (resolved, target, diagnostics);
}
