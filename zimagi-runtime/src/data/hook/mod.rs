//! Hooks: code of the application that takes part when records of a model are written.
//!
//! What is written here are the words that such code uses: the trait, the draft of a record, the context with its queries. When
//! hooks are called is the engine's to say. Nothing here knows who writes, and by which way.

mod context;
mod draft;
mod entry;
mod erased;
mod error;

use std::future::{Future, ready};

use serde_json::Value as Json;

use super::typed::Model;
pub use context::HookContext;
pub use draft::Draft;
pub(crate) use draft::{DraftField, Held};
pub use entry::HooksEntry;
pub(crate) use erased::{At, Refusals};
pub use error::{HookError, HookResult};

/// What an application does when records of the model `M` are written or deleted, whoever does it and by which way: a call of
/// the API, one of many records, an import, a command.
///
/// A model has hooks if its spec says `hooks: true`. They are called inside the transaction that writes, with the permit of who
/// writes: if one of them refuses or fails, nothing is stored. What is not written here does nothing.
///
/// ```ignore
/// pub struct FlightHooks;
///
/// impl Hooks<Flight> for FlightHooks {
///     async fn validate(cx: &mut HookContext<'_, Flight>, draft: &Draft<Flight>) -> HookResult {
///         if draft.get(flight().distance()).is_some_and(|miles| miles <= 0) {
///             cx.refuse(flight().distance(), "a flight goes somewhere");
///         }
///         Ok(())
///     }
/// }
/// ```
pub trait Hooks<M: Model + Sync>: 'static {
    /// Sets fields of a record that is new or has changed, before it is looked at as a whole. Fields that need a value and were
    /// given none may get one here.
    fn before_save(_cx: &mut HookContext<'_, M>, _draft: &mut Draft<M>) -> impl Future<Output = HookResult> + Send {
        ready(Ok(()))
    }

    /// Looks at the record as it will be stored, and refuses what must not be.
    fn validate(_cx: &mut HookContext<'_, M>, _draft: &Draft<M>) -> impl Future<Output = HookResult> + Send {
        ready(Ok(()))
    }

    /// Is told of the record once it is stored, before the transaction ends: queries find it.
    fn after_save(_cx: &mut HookContext<'_, M>, _draft: &Draft<M>) -> impl Future<Output = HookResult> + Send {
        ready(Ok(()))
    }

    /// Looks at a record that is about to be deleted, by itself or because it refers to one that is.
    fn before_delete(_cx: &mut HookContext<'_, M>, _record: &M) -> impl Future<Output = HookResult> + Send {
        ready(Ok(()))
    }

    /// The value of a field that `dynamic_fields` names, for a record as the caller sees it.
    #[must_use]
    fn dynamic_field(_field: &str, _record: &M) -> Json {
        Json::Null
    }
}
