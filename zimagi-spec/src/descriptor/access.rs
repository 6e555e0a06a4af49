//! Who may read and write the records of a model.

/// The role that may do everything.
pub const ADMIN: &str = "admin";

/// The word in `roles.view` that opens reading to everyone, also without credentials.
pub const PUBLIC: &str = "public";

/// The roles of one model. [`ADMIN`] may always read and write and is never listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessDescriptor {
    /// Roles that may write, and read.
    pub edit: &'static [&'static str],
    /// Roles that may read; may hold [`PUBLIC`].
    pub view: &'static [&'static str],
}
