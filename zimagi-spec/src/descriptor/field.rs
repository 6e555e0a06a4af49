//! One field of a model: its kind, its column and what callers may do with it.

/// A field as the runtime sees it. Reverse relations are not fields; see [`super::ReverseDescriptor`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldDescriptor {
    /// The spec name, also the name in the API.
    pub name: &'static str,
    /// The SQL column; for a relation it ends in `_id`.
    pub column: &'static str,
    /// The spec's `help:` text, empty if it has none.
    pub help: &'static str,
    /// What values the field holds.
    pub kind: FieldKind,
    /// Whether a record must have a value.
    pub presence: Presence,
    /// Who sets the value.
    pub writability: Writability,
    /// Whether the field exists on any surface.
    pub visibility: Visibility,
    /// Whether the database holds the value itself or its encrypted form.
    pub storage: Storage,
    /// Which values of the kind are legal.
    pub limits: Limits,
}

/// A column of the model itself or a reference to another model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldKind {
    /// A value.
    Scalar(ScalarKind),
    /// A foreign key.
    Relation(RelationDescriptor),
}

/// The kinds of values. Each has one SQL type per database and one form in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScalarKind {
    /// Text of limited length, in characters.
    String {
        /// The most characters a value may have.
        max_length: u32,
    },
    /// Text of any length.
    Text,
    /// A signed 64-bit integer.
    Integer,
    /// A 64-bit float; never infinite, never NaN.
    Float,
    /// True or false.
    Boolean,
    /// A calendar day.
    Date,
    /// A moment in UTC, to the microsecond.
    DateTime,
    /// A SHA-256 digest: 32 bytes in the database, 64 hexadecimal digits elsewhere.
    Identifier,
    /// A decimal number, exact on every database; text in JSON, so that no reader makes a float of it.
    Decimal {
        /// The most digits in all, those after the point included; at most 28.
        digits: u8,
        /// The digits after the point.
        places: u8,
    },
    /// A time of day without zone, to the microsecond.
    Time,
    /// A span of time in whole microseconds, stored as a 64-bit integer; ISO 8601 in JSON, `PT90S`.
    Duration,
    /// A UUID, in its usual form with hyphens in JSON.
    Uuid,
    /// Bytes; base64 in JSON.
    Binary,
    /// A JSON value of this shape.
    Json(JsonShape),
}

/// What a JSON value must be at its top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JsonShape {
    /// Any value.
    Any,
    /// A list; `[]` if none is given.
    List,
    /// An object; `{}` if none is given.
    Dict,
}

/// Whether the database holds a value itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// As its kind.
    Plain,
    /// Only its encrypted form, as bytes (`encrypted: true`): nobody can filter, order or group by it.
    Sealed,
}

/// Which values of a kind are legal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The smallest number.
    pub min: Option<DefaultDescriptor>,
    /// The largest number.
    pub max: Option<DefaultDescriptor>,
    /// The only values, if there are any here.
    pub choices: &'static [ChoiceDescriptor],
}

impl Limits {
    /// All values of the kind.
    pub const NONE: Self = Self { min: None, max: None, choices: &[] };
}

/// One of the values that a field may have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChoiceDescriptor {
    /// The value.
    pub value: DefaultDescriptor,
    /// What people call it; the value itself if the spec says nothing.
    pub label: &'static str,
}

/// Where a foreign key points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationDescriptor {
    /// The spec name of the model referred to.
    pub target: &'static str,
    /// The kind of the target's identifier, which is the kind of the column.
    pub stored: ScalarKind,
    /// What happens to this record when the target is deleted.
    pub on_delete: OnDelete,
    /// How many records may refer to one target.
    pub multiplicity: Multiplicity,
}

/// How many records may stand on the referring side of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Multiplicity {
    /// One: a one-to-one relation, held by a unique set.
    One,
    /// Any number.
    Many,
}

/// What happens to a record when the record it refers to is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDelete {
    /// It is deleted too.
    Cascade,
    /// The deletion is refused.
    Protect,
    /// The reference becomes null.
    SetNull,
    /// The deletion is refused, unless the same deletion deletes this record too by another way.
    Restrict,
    /// The reference becomes the field's default.
    SetDefault,
    /// Nothing: the database refuses the deletion if the reference is still there at its end.
    DoNothing,
}

/// Whether a record must have a value for a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Presence {
    /// A value must be given.
    Required,
    /// The value may be null, and is null if none is given.
    Nullable,
    /// The value is never null; this one is taken if none is given.
    Default(DefaultDescriptor),
    /// The value may be null; this one is taken if none is given.
    NullableDefault(DefaultDescriptor),
}

impl Presence {
    /// Whether null is a legal value.
    #[must_use]
    pub const fn is_nullable(self) -> bool {
        matches!(self, Self::Nullable | Self::NullableDefault(_))
    }
}

/// A default value, in the form the field's kind has in JSON (dates and times as text).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DefaultDescriptor {
    /// For booleans.
    Boolean(bool),
    /// For integers.
    Integer(i64),
    /// For floats.
    Float(f64),
    /// For texts, dates, times, decimals and all else that is text in JSON.
    Text(&'static str),
    /// For JSON: its text without needless blanks.
    Json(&'static str),
}

/// Who sets the value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writability {
    /// Callers set it, on create and later.
    Editable,
    /// Callers set it on create; it never changes afterwards. Identifier fields are so.
    OnCreate,
    /// Only the runtime sets it.
    System,
}

/// Whether a field exists for callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// On every surface, for those who may view the model.
    Shown,
    /// On none (`hidden_fields`).
    Hidden,
}
