//! What a compiler cannot check: arrows between crates and layers, who may name what, caps, names, documents.
//!
//! Each check is one file and one function from the tree of files to violations. A check knows nothing of the others.

mod architecture;
mod code_comment;
mod crate_arrow;
mod diagnostic_code;
mod exemption;
mod layer;
mod library;
mod module_doc;
mod name;
mod permit;
mod reference;
mod size;
mod stage;
mod token;
mod tree;
mod violation;

use crate::error::TaskError;
use crate::project::Project;
use tree::Tree;
use violation::Violation;

/// A check.
type Check = fn(&Tree) -> Vec<Violation>;

const CHECKS: &[Check] = &[
    tree::check_syntax,
    crate_arrow::check,
    layer::check,
    stage::check,
    library::check,
    permit::check,
    size::check,
    module_doc::check,
    name::check,
    exemption::check,
    code_comment::check,
    diagnostic_code::check,
    architecture::check,
];

/// Prints every violation.
pub(crate) fn tidy(project: &Project) -> Result<(), TaskError> {
    let tree = Tree::load(project.root())?;
    let mut violations: Vec<Violation> = CHECKS.iter().flat_map(|check| check(&tree)).collect();
    violations.sort();
    for violation in &violations {
        println!("{violation}");
    }
    if violations.is_empty() { Ok(()) } else { Err(TaskError::Untidy(violations.len())) }
}
