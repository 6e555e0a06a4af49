//! The identity behind a request or a command. It travels as an argument, never in a static.

use std::sync::Arc;

use zimagi_spec::descriptor::ADMIN;

/// Who is asking, already proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The user's name; `None` is someone without credentials.
    pub user: Option<Arc<str>>,
    /// The groups the user is a member of, sorted.
    pub roles: Arc<[String]>,
}

impl Caller {
    /// Someone without credentials.
    pub(crate) fn anonymous() -> Self {
        Self { user: None, roles: Arc::from([]) }
    }

    /// The caller of the local command line: whoever reaches database and key is trusted.
    pub(crate) fn local_admin() -> Self {
        Self::known(ADMIN, vec![ADMIN.to_owned()])
    }

    pub(super) fn known(user: &str, mut roles: Vec<String>) -> Self {
        roles.sort_unstable();
        roles.dedup();
        Self { user: Some(Arc::from(user)), roles: Arc::from(roles) }
    }

    pub(crate) fn is_anonymous(&self) -> bool {
        self.user.is_none()
    }

    /// The user's name, empty for someone without credentials.
    pub(crate) fn user_name(&self) -> &str {
        self.user.as_deref().unwrap_or_default()
    }

    pub(crate) fn has_role(&self, role: &str) -> bool {
        self.roles.iter().any(|own| own == role)
    }
}
