//! The resolved specs: what resolution gives, what rules check and what the generator lowers.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::descriptor::{
    CommandTrait, Direction, Multiplicity, OnDelete, Operation, ParameterKind, ParameterRole, ResourceOperation,
    ScalarKind, Storage, Store, Visibility, Writability,
};
use crate::document::{Literal, Mention, Owner, PartDoc};
use crate::source::Spanned;

/// All specs of an application, its modules and the platform. Maps keep the order of declaration.
#[derive(Debug)]
pub struct Resolved {
    /// The platform first, then modules in dependency order, the application last.
    pub owners: Vec<Owner>,
    /// The manifest of the application (or of the module that is compiled by itself).
    pub manifest: Manifest,
    /// Roles by name.
    pub roles: IndexMap<String, Role>,
    /// Data models by name.
    pub models: IndexMap<String, Model>,
    /// Commands by their path, words joined by a blank.
    pub commands: IndexMap<String, Command>,
    /// Imports by name.
    pub imports: IndexMap<String, Import>,
    /// Entries that wait for their meaning.
    pub parts: Vec<Part>,
    /// Names of other entries in commands, in keys that change nothing.
    pub mentions: Vec<Mention>,
    /// What is known to be mistaken.
    pub reported: Reported,
}

/// What was reported while reading and resolving; rules do not report its consequences a second time.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Models of which something is missing, also those that are not in [`Resolved::models`] for that reason.
    pub models: BTreeSet<String>,
    /// The roles of models that are not in [`Resolved::models`]: they can be wrong by themselves.
    pub lost_access: Vec<Access>,
    /// Imports of which something is missing.
    pub imports: BTreeSet<String>,
    /// Whether a whole file could not be read: anything may be declared in it.
    pub has_lost_files: bool,
}

/// Index into [`Resolved::owners`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnerId(pub usize);

impl Resolved {
    /// Whether an owner is a module of specs alone that the application compiles: what it declares has no code of its own.
    #[must_use]
    pub fn is_vendored(&self, owner: OwnerId) -> bool {
        owner.0 + 1 < self.owners.len() && self.owners[owner.0].crate_path == "crate"
    }
}

/// `zimagi.yml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The module's name.
    pub name: Spanned<String>,
    /// The databases that migrations are written for, never empty.
    pub databases: Vec<Spanned<crate::names::Database>>,
    /// Whether models without a word of their own get a Diesel schema.
    pub diesel: bool,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its name, with the place of its first declaration.
    pub name: Spanned<String>,
    /// What it is for.
    pub help: String,
    /// Who declared it.
    pub owner: OwnerId,
}

/// Where something that was inherited came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The entry itself.
    Own,
    /// A `data_base` entry of this name.
    Base(String),
    /// A `data_mixins` entry of this name.
    Mixin(String),
    /// The platform gives it to every model (`id`, `created`, `updated`).
    Platform,
    /// Another owner added it to the entry.
    Addition(OwnerId),
}

/// A data model with everything it inherits.
#[derive(Debug, Clone)]
pub struct Model {
    /// Its name, with the place of its first declaration.
    pub name: Spanned<String>,
    /// Who declared it first.
    pub owner: OwnerId,
    /// Its `help:` text.
    pub help: String,
    /// The Rust type name, from `class:` or the name.
    pub type_name: Spanned<String>,
    /// The singular in sentences.
    pub singular: String,
    /// The plural in sentences.
    pub plural: String,
    /// The SQL table.
    pub table: String,
    /// Which database file holds the table.
    pub store: Store,
    /// Whether the data API serves it.
    pub is_served: bool,
    /// All fields: the identifier first, then inherited ones, then its own, `created` and `updated` last.
    pub fields: IndexMap<String, Field>,
    /// Its many-to-many relations.
    pub links: IndexMap<String, Link>,
    /// What it is an extension of.
    pub extends: Option<Extends>,
    /// The link to the groups that may see a record.
    pub record_groups: Option<String>,
    /// What nobody may do with it.
    pub disabled: Vec<Operation>,
    /// Its hidden fields and links, where `hidden_fields` names them.
    pub hidden: Vec<Spanned<String>>,
    /// How the primary key is made.
    pub identifier: Identifier,
    /// The field by which people address a record.
    pub key: Option<Spanned<String>>,
    /// The relations within which the key is unique.
    pub scope: Vec<Spanned<String>>,
    /// The default order.
    pub ordering: Vec<Ordering>,
    /// Sets of fields whose values no two records share, the key within its scope and `unique` fields included.
    pub unique: Vec<Vec<Spanned<String>>>,
    /// Sets of fields that are looked up or ordered together: those of `index:`, every relation, and the default order.
    pub indexes: Vec<Vec<Ordering>>,
    /// Relations of other models that point here.
    pub reverse: Vec<Reverse>,
    /// Who may read and write.
    pub access: Access,
    /// Whether a Diesel schema is emitted.
    pub diesel: bool,
    /// Whose code takes part when its records are written, if any does.
    pub hooks: Option<OwnerId>,
    /// How a record is called on a terminal, with `<field>` for values.
    pub display: Option<Spanned<String>>,
    /// Fields that code computes.
    pub dynamic_fields: Vec<Spanned<String>>,
    /// Whether a record is created when another one refers to it.
    pub is_created_on_reference: bool,
    /// States that say when records are initialised.
    pub triggers: Triggers,
    /// The plugin behind it.
    pub provider_name: Option<Spanned<String>>,
}

/// That each record of a model is also one of another model (`extend`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extends {
    /// The other model.
    pub model: Spanned<String>,
    /// The relation to it, which is the identifier too.
    pub pointer: String,
}

/// States that say when records are initialised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Triggers {
    /// Initialise if one of these is true.
    pub check: Vec<Spanned<String>>,
    /// Become true when a record is saved.
    pub save: Vec<Spanned<String>>,
}

/// How the primary key is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identifier {
    /// It is the value of this field.
    Field(Spanned<String>),
    /// It is a digest of these fields, in the field `id`.
    Hash(Vec<Spanned<String>>),
    /// It is the original's digest of these fields, in the field `id`.
    LegacyHash(Vec<Spanned<String>>),
}

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, with the place where it got its kind.
    pub name: Spanned<String>,
    /// Where it came from.
    pub origin: Origin,
    /// Its `help:` text.
    pub help: String,
    /// The SQL column.
    pub column: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether null is a legal value.
    pub is_nullable: bool,
    /// The value if none is given.
    pub default: Option<Spanned<Literal>>,
    /// Who sets it.
    pub writability: Writability,
    /// Whether callers may know of it.
    pub visibility: Visibility,
    /// Whether the database holds it encrypted.
    pub storage: Storage,
    /// Which values are legal.
    pub limits: Limits,
}

/// Which values of a kind are legal. See [`crate::descriptor::Limits`], which borrows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Limits {
    /// The smallest number.
    pub min: Option<Spanned<Literal>>,
    /// The largest number.
    pub max: Option<Spanned<Literal>>,
    /// The only values, if there are any here.
    pub choices: Vec<Choice>,
}

/// One of the values that a field may have.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The value.
    pub value: Spanned<Literal>,
    /// What people call it.
    pub label: String,
}

/// A many-to-many relation: pairs of records in a table of its own.
#[derive(Debug, Clone)]
pub struct Link {
    /// Its name, with the place where it got its kind.
    pub name: Spanned<String>,
    /// Where it came from.
    pub origin: Origin,
    /// Its `help:` text.
    pub help: String,
    /// The model referred to.
    pub target: Spanned<String>,
    /// The model whose records are the pairs (`through`); without one the table is made for the link. Such records are
    /// written as records, not through the link.
    pub through: Option<Spanned<String>>,
    /// The table of the pairs.
    pub table: String,
    /// Its column with the identifier of this model's record.
    pub source_column: String,
    /// Its column with the identifier of the target's record.
    pub target_column: String,
    /// The kind of the target's identifier.
    pub stored: ScalarKind,
    /// Who sets it.
    pub writability: Writability,
    /// Whether callers may know of it.
    pub visibility: Visibility,
}

/// A value or a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A value.
    Scalar(ScalarKind),
    /// A foreign key.
    Relation(Relation),
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The model referred to.
    pub target: Spanned<String>,
    /// The kind of the target's identifier.
    pub stored: ScalarKind,
    /// What happens when the target is deleted.
    pub on_delete: OnDelete,
    /// How many records may refer to one target.
    pub multiplicity: Multiplicity,
    /// The field of the target that is stored, if the spec says it (`to_field`).
    pub to_field: Option<Spanned<String>>,
}

/// A relation of another model that points here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reverse {
    /// The accessor's name, with the place of the relation (or of its `related_name`).
    pub name: Spanned<String>,
    /// The referring model.
    pub model: String,
    /// Its relation field, or its link.
    pub field: String,
    /// How many records of that model there may be for one of this.
    pub multiplicity: Multiplicity,
}

/// One step of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordering {
    /// A field of the model itself.
    pub field: Spanned<String>,
    /// Which way.
    pub direction: Direction,
}

/// Roles of a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// Roles that may write.
    pub edit: Vec<Spanned<String>>,
    /// Roles that may read; may hold `public`.
    pub view: Vec<Spanned<String>>,
}

/// A command.
#[derive(Debug, Clone)]
pub struct Command {
    /// The words typed, each with its place.
    pub path: Vec<Spanned<String>>,
    /// Who declared it.
    pub owner: OwnerId,
    /// Its `help:` text.
    pub help: String,
    /// What it runs.
    pub kind: Runs,
    /// Other words for its last word.
    pub aliases: Vec<Spanned<String>>,
    /// The bases and mixins it inherits from, the weakest first.
    pub inherits: Vec<String>,
    /// Who may run it: `None` is everyone with credentials, an empty list is `admin` only.
    pub groups_allowed: Option<Vec<Spanned<String>>>,
    /// Whether the command API offers it.
    pub is_offered: bool,
    /// Its place in the help.
    pub priority: i64,
    /// What is unusual about it.
    pub traits: Vec<CommandTrait>,
    /// Which workers run it.
    pub worker: Option<Spanned<String>>,
    /// How often it is tried again.
    pub retries: Option<Spanned<i64>>,
    /// How urgent it is.
    pub urgency: Option<Spanned<i64>>,
    /// What it takes.
    pub parameters: IndexMap<String, Parameter>,
}

/// What a command runs. See [`crate::descriptor::CommandKind`], which borrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Runs {
    /// See [`crate::descriptor::CommandKind::Own`].
    Own,
    /// See [`crate::descriptor::CommandKind::Resource`].
    Resource {
        /// The model.
        model: String,
        /// The operation.
        operation: ResourceOperation,
    },
}

/// One parameter of a command. See [`crate::descriptor::ParameterDescriptor`], which borrows.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name.
    pub name: Spanned<String>,
    /// Its `help:` text.
    pub help: String,
    /// What values it takes.
    pub kind: ParameterKind,
    /// How it is written on the command line; the option's name is without dashes.
    pub form: Form,
    /// One letter that stands for its option.
    pub short: Option<char>,
    /// The value if none is given.
    pub default: Option<Spanned<Literal>>,
    /// The only values, if there are any here.
    pub choices: Vec<Choice>,
    /// The word for its value in the help.
    pub label: Option<String>,
    /// Labels for programs.
    pub tags: Vec<String>,
    /// Whether it is not on the command line.
    pub is_system: bool,
    /// Whether its value may be parsed.
    pub is_interpolated: bool,
    /// What its value means for a data model.
    pub role: ParameterRole,
    /// That data model.
    pub model: Option<String>,
    /// The field or relation that it fills.
    pub field: Option<String>,
}

/// How a parameter is written on the command line. See [`crate::descriptor::ParameterForm`], which borrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// See [`crate::descriptor::ParameterForm::Required`].
    Required,
    /// See [`crate::descriptor::ParameterForm::Optional`].
    Optional,
    /// See [`crate::descriptor::ParameterForm::Option`].
    Option(String),
}

/// An import.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its name.
    pub name: Spanned<String>,
    /// Who declared it.
    pub owner: OwnerId,
    /// Labels to select by.
    pub tags: Vec<Spanned<String>>,
    /// Imports that must run earlier.
    pub requires: Vec<Spanned<String>>,
    /// Where rows come from.
    pub source: Source,
    /// What is stored, sorted so that a target comes after those it requires.
    pub targets: Vec<ImportTarget>,
}

/// Where rows come from. See [`crate::descriptor::SourceDescriptor`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A CSV file with a header line.
    CsvFile {
        /// Its path, relative to the files folder.
        file: Spanned<String>,
        /// The member of a zip archive.
        archive_file: Option<Spanned<String>>,
        /// The byte between cells.
        separator: u8,
        /// Cells that mean null.
        null_values: Vec<String>,
    },
}

/// What is stored of each row for one model.
#[derive(Debug, Clone)]
pub struct ImportTarget {
    /// The model.
    pub model: Spanned<String>,
    /// Plain fields.
    pub map: Vec<Map>,
    /// Relations.
    pub relations: Vec<ImportRelation>,
}

/// How one plain field is filled.
#[derive(Debug, Clone)]
pub struct Map {
    /// The field.
    pub field: Spanned<String>,
    /// Where its value comes from.
    pub value: MapValue,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone)]
pub enum MapValue {
    /// A column of the source.
    Column(Spanned<String>),
    /// The same value for every row; `None` is null.
    Constant(Option<Spanned<Literal>>),
}

/// How one relation is filled.
#[derive(Debug, Clone)]
pub struct ImportRelation {
    /// The relation field.
    pub field: Spanned<String>,
    /// The model it refers to.
    pub model: Spanned<String>,
    /// The column with the key.
    pub column: Spanned<String>,
    /// The field of the related model that the cell is compared with.
    pub key_field: Spanned<String>,
    /// Whether a key that is not found rejects the row.
    pub is_required: bool,
}

/// An entry that waits for its meaning: it is checked and has no effect.
#[derive(Debug, Clone)]
pub struct Part {
    /// Who declared it.
    pub owner: OwnerId,
    /// The entry as written.
    pub document: PartDoc,
}
