//! What happens when records of `note` are written or deleted, by whichever way.

use zimagi_runtime::{Draft, HookContext, HookResult, Hooks};

use crate::data::note::Note;

/// The hooks of `note`. What is removed here does nothing.
pub struct NoteHooks;

impl Hooks<Note> for NoteHooks {
    /// Sets fields: `draft.set(note().FIELD(), value)`.
    async fn before_save(_cx: &mut HookContext<'_, Note>, _draft: &mut Draft<Note>) -> HookResult {
        Ok(())
    }

    /// Refuses what must not be stored: `cx.refuse(note().FIELD(), "why")`.
    async fn validate(_cx: &mut HookContext<'_, Note>, _draft: &Draft<Note>) -> HookResult {
        Ok(())
    }

    /// Is told of what is stored, before the transaction ends.
    async fn after_save(_cx: &mut HookContext<'_, Note>, _draft: &Draft<Note>) -> HookResult {
        Ok(())
    }

    /// Refuses what must not be deleted: `cx.refuse_record("why")`.
    async fn before_delete(_cx: &mut HookContext<'_, Note>, _record: &Note) -> HookResult {
        Ok(())
    }
}
