//! What every rule is given.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::resolve::{Model, Resolved};

use super::Target;

/// The resolved specs, the target, and where mistakes go.
pub(super) struct Context<'a> {
    pub(super) resolved: &'a Resolved,
    pub(super) target: &'a Target,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl<'a> Context<'a> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// All models.
    pub(super) fn models(&self) -> impl Iterator<Item = &'a Model> + use<'a> {
        self.resolved.models.values()
    }

    /// The models of which everything was read: in others something missing may be a consequence.
    pub(super) fn whole_models(&self) -> impl Iterator<Item = &'a Model> + use<'a> {
        let resolved = self.resolved;
        resolved.models.values().filter(move |model| !resolved.reported.models.contains(&model.name.value))
    }

    /// Whether it is known that there is no such model, and nobody was told so yet.
    pub(super) fn is_model_missing(&self, name: &str) -> bool {
        let reported = &self.resolved.reported;
        !self.resolved.models.contains_key(name) && !reported.models.contains(name) && !reported.has_lost_files
    }

    /// The names of all models.
    pub(super) fn model_names(&self) -> Vec<&'a str> {
        self.resolved.models.keys().map(String::as_str).collect()
    }
}
