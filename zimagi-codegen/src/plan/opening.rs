//! Planned openings: lines of the application that give more access to an entry of another owner.

/// One such line.
#[derive(Debug)]
pub(crate) struct OpeningPlan {
    /// `specs/data/user.yml:4:7`.
    pub(crate) place: String,
    /// What it opens, as the check says it.
    pub(crate) message: String,
}

impl OpeningPlan {
    /// Whether it is about the entry of this name.
    pub(crate) fn is_about(&self, name: &str) -> bool {
        self.message.ends_with(&format!("`{name}`"))
    }
}
