//! Types of parameters as written.

/// A type as written, Zimagi's spelling mapped to ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeWord {
    /// Text of limited length; the length is used if `max_length` says nothing.
    String {
        /// The most characters.
        max_length: u32,
    },
    /// Text of any length.
    Text,
    /// A 64-bit integer.
    Integer,
    /// A 64-bit float.
    Float,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A moment in UTC.
    DateTime,
    /// A SHA-256 digest.
    Identifier,
    /// A reference.
    ForeignKey,
}
