//! The decided permission of one caller: a value that reading and writing demand as an argument.
//!
//! In go the descriptors of all models and the caller's roles, out comes what exists for the caller. Nothing here knows who the
//! caller is or how that was proven; only `access` makes permits.

mod decide;

use std::collections::HashMap;

/// What one caller may read and write.
#[derive(Debug)]
pub(crate) struct Permit {
    models: Vec<ModelPermit>,
    by_name: HashMap<&'static str, usize>,
    holder: Holder,
    record_groups: RecordGroups,
}

/// For whom a permit was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Someone who asks from outside, with whatever roles.
    Caller,
    /// The runtime itself: it sees hidden fields and sets what only the runtime sets.
    Platform,
}

/// Which records of models with record groups a caller meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordGroups {
    /// All of them.
    All,
    /// Those that have one of these groups.
    Of(Vec<String>),
}

/// How far a caller may go with a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Access {
    /// The model does not exist for the caller.
    None,
    /// Reading.
    View,
    /// Reading and writing.
    Edit,
}

/// What exists of one model for the caller.
#[derive(Debug)]
pub(crate) struct ModelPermit {
    access: Access,
    fields: Vec<bool>,
    links: Vec<bool>,
    reverse: Vec<bool>,
}

impl Permit {
    /// The permission on the model at this place of the list that the permit was decided for.
    pub(crate) fn model(&self, index: usize) -> &ModelPermit {
        &self.models[index]
    }

    /// The permission on the model of this name; [`Access::None`] also for names that nothing has.
    pub(crate) fn access(&self, model: &str) -> Access {
        self.by_name.get(model).map_or(Access::None, |index| self.models[*index].access)
    }

    pub(crate) const fn holder(&self) -> Holder {
        self.holder
    }

    pub(crate) const fn record_groups(&self) -> &RecordGroups {
        &self.record_groups
    }
}

impl ModelPermit {
    pub(crate) const fn access(&self) -> Access {
        self.access
    }

    /// Whether the field at this place of the descriptor exists for the caller.
    pub(crate) fn has_field(&self, index: usize) -> bool {
        self.fields[index]
    }

    /// Whether the link at this place of the descriptor exists for the caller.
    pub(crate) fn has_link(&self, index: usize) -> bool {
        self.links[index]
    }

    /// Whether the reverse relation at this place of the descriptor exists for the caller.
    pub(crate) fn has_reverse(&self, index: usize) -> bool {
        self.reverse[index]
    }
}

#[cfg(test)]
mod tests;
