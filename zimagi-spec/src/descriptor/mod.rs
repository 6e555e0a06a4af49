//! Descriptors: the static tables in generated code that the runtime reads.
//!
//! They are plain `'static` data, cheap to compile (a few milliseconds a model). Names refer to each other by text; the
//! runtime binds them once at start. Descriptors know nothing of YAML, of places in files or of the Rust types of records.

mod access;
mod command;
mod field;
mod import;
mod model;

pub use access::{ADMIN, AccessDescriptor, PUBLIC};
pub use command::{
    Audience, CommandDescriptor, CommandKind, CommandTrait, ParameterDescriptor, ParameterForm, ParameterKind,
    ParameterRole, ResourceOperation,
};
pub use field::{
    ChoiceDescriptor, DefaultDescriptor, FieldDescriptor, FieldKind, JsonShape, Limits, Multiplicity, OnDelete,
    Presence, RelationDescriptor, ScalarKind, Storage, Visibility, Writability,
};
pub use import::{
    ImportDescriptor, ImportRelationDescriptor, ImportTargetDescriptor, MapDescriptor, MapSource, SourceDescriptor,
};
pub use model::{
    Direction, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, Operation, OrderingDescriptor, ReverseDescriptor,
    Store, TriggersDescriptor,
};
