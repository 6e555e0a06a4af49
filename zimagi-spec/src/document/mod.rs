//! Reading: one spec file or manifest as written, with places.
//!
//! In go the texts of [`crate::load`]; out come documents. Each kind of entry has one file with one table of keys. A document knows nothing
//! of other documents: names are read, not looked up.

mod calculation;
mod choice;
mod closed;
mod command;
mod command_base;
mod command_doc;
mod command_resource;
mod data;
mod dependency;
mod environment;
mod field;
mod help;
mod import;
mod import_target;
mod import_waits;
mod key;
mod kind;
mod literal;
mod lock;
mod manifest;
mod mapping;
mod meta;
mod names;
mod option;
mod parameter;
mod parse;
mod part;
mod plugin;
mod profile;
mod reader;
mod reference;
mod role;
mod section;
mod service;
mod shape;
mod spec;
mod table;
mod takes;
mod task;
mod word;
mod workflow;

pub use choice::ChoiceDoc;
pub(crate) use command::words;
pub use command_doc::{AccessorDoc, AudienceDoc, CommandDoc, CommandLevel};
pub use command_resource::ResourceDoc;
pub use data::{DataDoc, DataKind, RolesDoc, TriggersDoc};
pub use dependency::DependencyDoc;
pub use field::{FieldBody, FieldDoc};
pub use import::{ImportDoc, SourceDoc};
pub use import_target::{ColumnDoc, MapDoc, RelationDoc, TargetDoc};
pub use key::{Key, Standing};
pub use kind::{FieldType, KindWord};
pub use literal::Literal;
pub use manifest::{IdentifiersDoc, ManifestDoc};
pub use parameter::{OptionalDoc, ParameterDoc, ParserWord, ValueWord};
pub use parse::{ArgumentDoc, ArgumentsDoc, ParseDoc};
pub use part::{Mention, PartDoc, PartKind};
pub use role::RoleDoc;
pub use spec::{ModuleDoc, Owner, SpecDoc};
pub use table::{Rest, Table};
pub use takes::{Named, Takes};
pub use word::TypeWord;

use crate::diagnostic::Diagnostics;
use crate::load::LoadedModule;
use crate::source::{SourceMap, Spanned};

/// A list of names with the place of the whole list.
pub type Names = Spanned<Vec<Spanned<String>>>;

/// Reads all modules that were loaded, in their order.
pub fn read(modules: &[LoadedModule], sources: &SourceMap, diagnostics: &mut Diagnostics) -> Vec<ModuleDoc> {
    modules.iter().map(|module| spec::read_module(module, sources, diagnostics)).collect()
}
