//! Hooks of an application's own model.

use zimagi_runtime::{Draft, HookContext, HookResult, Hooks};

use crate::taking_part::data::order::{Order, order};

/// The hooks of `order`.
pub struct OrderHooks;

impl Hooks<Order> for OrderHooks {
    async fn before_save(_cx: &mut HookContext<'_, Order>, draft: &mut Draft<Order>) -> HookResult {
        if draft.is_new() && draft.get(order().pieces()).is_none() {
            draft.set(order().pieces(), 1);
        }
        Ok(())
    }
}
