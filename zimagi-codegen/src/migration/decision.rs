//! What people decide about a difference: which names are new names of old things, and whether something may be lost.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// The decisions that come with a request for a migration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// The new names.
    pub renames: Vec<Rename>,
    /// Whether values may be lost.
    pub destruction: Destruction,
}

/// Whether a migration may lose values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Destruction {
    /// It is refused, and what would be lost is named.
    #[default]
    Refused,
    /// It is written.
    Allowed,
}

/// A new name: `flight=leg` for a model, `flight.tail=tail_number` for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The model, as it is called now, or as it was; none if it is the model itself that has another name.
    pub(super) model: Option<String>,
    /// The old name.
    pub(super) before: String,
    /// The new name.
    pub(super) after: String,
}

impl Rename {
    /// The words to ask for it: "Is … ?".
    #[must_use]
    pub fn question(&self) -> String {
        let of = self.model.as_ref().map(|model| format!(" of `{model}`")).unwrap_or_default();
        format!("`{}`{of} the new name of `{}`", self.after, self.before)
    }
}

/// The text is none of the two forms.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no new name: write `model=new_name` or `model.field=new_name`")]
pub struct BadRename(String);

impl FromStr for Rename {
    type Err = BadRename;

    fn from_str(text: &str) -> Result<Self, BadRename> {
        let bad = || BadRename(text.to_owned());
        let (old, after) = text.split_once('=').ok_or_else(bad)?;
        let (model, before) = match old.split_once('.') {
            Some((model, field)) => (Some(model.to_owned()), field),
            None => (None, old),
        };
        let is_name = |name: &str| !name.is_empty() && !name.contains(['.', '=', ' ']);
        if [before, after].into_iter().chain(model.as_deref()).all(is_name) {
            Ok(Self { model, before: before.to_owned(), after: after.to_owned() })
        } else {
            Err(bad())
        }
    }
}

impl Display for Rename {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(model) = &self.model {
            write!(f, "{model}.")?;
        }
        write!(f, "{}={}", self.before, self.after)
    }
}
