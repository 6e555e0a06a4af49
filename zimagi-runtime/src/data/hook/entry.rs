//! Which code belongs to which model: what the registry lists.

use std::fmt;

use super::Hooks;
use super::erased::{Erased, Typed};
use crate::data::typed::Model;

/// The hooks of one model.
#[derive(Clone, Copy)]
pub struct HooksEntry {
    /// The model's spec name.
    pub(crate) model: &'static str,
    pub(crate) calls: &'static dyn Erased,
}

impl HooksEntry {
    /// The hooks that `H` has for the model `M`.
    #[must_use]
    pub const fn of<M: Model + Sync + 'static, H: Hooks<M>>() -> Self {
        Self { model: M::NAME, calls: Typed::<M, H>::CALLS }
    }
}

impl fmt::Debug for HooksEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HooksEntry").field("model", &self.model).finish_non_exhaustive()
    }
}
