//! Planned roles.

/// A declared role.
#[derive(Debug)]
pub(crate) struct RolePlan {
    pub(crate) name: String,
    pub(crate) help: String,
}
