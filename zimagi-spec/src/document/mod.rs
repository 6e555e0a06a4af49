//! Reading: one spec file or manifest as written, with places.
//!
//! In go the texts of [`crate::load`]; out come documents. Each kind of entry has one file with one table of keys. A document knows nothing
//! of other documents: names are read, not looked up.

mod closed;
mod command;
mod data;
mod field;
mod import;
mod import_target;
mod key;
mod literal;
mod manifest;
mod mapping;
mod meta;
mod names;
mod parameter;
mod reader;
mod role;
mod section;
mod spec;

pub(crate) use command::words;
pub use command::{AudienceDoc, CommandDoc};
pub use data::{DataDoc, DataKind, RolesDoc};
pub use field::{FieldBody, FieldDoc, TypeWord};
pub use import::{ImportDoc, SourceDoc};
pub use import_target::{ColumnDoc, MapDoc, RelationDoc, TargetDoc};
pub use key::{Key, Standing, key_tables};
pub use literal::Literal;
pub use manifest::ManifestDoc;
pub use parameter::{OptionalDoc, ParameterDoc, ParserWord};
pub use role::RoleDoc;
pub use spec::{ModuleDoc, Owner, SpecDoc};

use crate::diagnostic::Diagnostics;
use crate::load::LoadedModule;
use crate::source::{SourceMap, Spanned};

/// A list of names with the place of the whole list.
pub type Names = Spanned<Vec<Spanned<String>>>;

/// Reads all modules that were loaded, in their order.
pub fn read(modules: &[LoadedModule], sources: &SourceMap, diagnostics: &mut Diagnostics) -> Vec<ModuleDoc> {
    modules.iter().map(|module| spec::read_module(module, sources, diagnostics)).collect()
}
