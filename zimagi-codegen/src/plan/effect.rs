//! What a migration means for programs that do not know it.

use serde::{Deserialize, Serialize};

/// Whether a program that was built before a migration can go on after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Everything that such a program reads and writes is as it was.
    Additive,
    /// Something that it may read or write is gone or is not taken any more.
    Breaking,
}

impl Effect {
    /// The word in records and lists.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}
