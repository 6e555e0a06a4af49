//! Resolution: all documents together, names bound, bases and mixins merged, origins kept.
//!
//! In go documents; out come [`Resolved`] specs. Mistakes are collected; what is mistaken is left out of the result, so that
//! one mistake has no echoes. Knows nothing of Rust code or SQL.

mod resolved;

pub use resolved::{
    Access, Command, Field, FieldKind, Form, Identifier, Import, ImportRelation, ImportTarget, Literal, Manifest, Map,
    MapValue, Model, Ordering, Origin, Owner, OwnerId, Parameter, Relation, Reported, Resolved, Reverse, Role, Source,
};

use crate::diagnostic::Diagnostics;
use crate::document::ModuleDoc;

/// Joins the documents of all modules: the platform first, the application last.
#[must_use]
pub fn resolve(modules: &[ModuleDoc], diagnostics: &mut Diagnostics) -> Resolved {
    todo!("{modules:?} {diagnostics:?}")
}
