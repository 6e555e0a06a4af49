//! Watches: a user has a few only, and none for delays that nobody notices.

use zimagi_runtime::contract::Json;
use zimagi_runtime::{Draft, HookContext, HookResult, Hooks};

use crate::data::watch::{Watch, watch};

/// The most airports that one user watches.
const AIRPORTS_MAX: usize = 3;

/// The hooks of `watch`.
pub struct WatchHooks;

impl Hooks<Watch> for WatchHooks {
    async fn validate(cx: &mut HookContext<'_, Watch>, draft: &Draft<Watch>) -> HookResult {
        if draft.get(watch().minutes()).is_some_and(|minutes| minutes < 5) {
            cx.refuse(watch().minutes(), "delays of less than 5 minutes are not worth a word");
        }
        let (true, Some(user)) = (draft.is_new(), draft.get(watch().user().name())) else { return Ok(()) };
        let others = cx.select(Watch::query().filter(watch().user().name().eq(user.as_str()))).await?;
        if others.len() >= AIRPORTS_MAX {
            cx.refuse(watch().airport().faa(), format!("{user} watches {AIRPORTS_MAX} airports already"));
        }
        Ok(())
    }

    fn dynamic_field(_field: &str, record: &Watch) -> Json {
        Json::from(if record.minutes < 15 { "little" } else { "much" })
    }
}
