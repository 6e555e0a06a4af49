//! The prelude: the extension traits of this crate and of the modules it stands on, in one place.

use std::collections::BTreeSet;

use super::Context;
use crate::plan::{ModelPlan, PreludePlan, Unit};

/// What the prelude holds. A module has one in any case, since those that stand on it name it.
pub(super) fn lower_prelude(cx: &Context<'_>, models: &[ModelPlan]) -> Option<PreludePlan> {
    let extended = models.iter().filter_map(|model| Some((model.module.clone(), model.extension.as_ref()?)));
    let extensions: Vec<_> = extended.map(|(module, extension)| (module, extension.trait_name.clone())).collect();
    let crates: Vec<String> = module_crates(cx).into_iter().collect();
    match cx.beside.unit {
        Unit::Platform => None,
        Unit::Module => Some(PreludePlan { extensions, crates }),
        Unit::Application => {
            (!extensions.is_empty() || !crates.is_empty()).then_some(PreludePlan { extensions, crates })
        }
    }
}

fn module_crates(cx: &Context<'_>) -> BTreeSet<String> {
    let owners = cx.resolved.owners.iter().filter(|owner| owner.name != "platform" && owner.crate_path != "crate");
    owners.map(|owner| format!("::{}", owner.crate_path)).collect()
}
