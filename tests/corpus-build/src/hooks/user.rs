//! Hooks of a model of the platform.

use zimagi_runtime::Hooks;
use zimagi_runtime::platform::user::User;

/// The hooks of `user`.
pub struct UserHooks;

impl Hooks<User> for UserHooks {}
