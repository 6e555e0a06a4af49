//! One change and its class.

use serde_json::{Value, json};

/// What a change means for those who depend on what was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Nobody notices who does not look for it.
    Safe,
    /// A client that did right before may fail now.
    Breaking,
    /// Stored values are lost, or a decision is needed so that they are not.
    Destroying,
    /// Somebody may do what only others could do before.
    Opening,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Models, fields, commands, imports and roles.
    Plan,
    /// Who may do what.
    Access,
    /// Requests that are answered.
    Routes,
    /// Tables and columns, for which a migration is to be written.
    Migrations,
}

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it means.
    pub class: Class,
    /// What it is about.
    pub area: Area,
    /// What is different, in a few words.
    pub message: String,
    /// `specs/data/flight.yml:1:3`, where the entry stands; of what is gone, where it stood.
    pub place: String,
}

/// Changes in the making.
#[derive(Debug, Default)]
pub(super) struct Changes {
    all: Vec<Change>,
}

impl Class {
    /// Every class, the harmless one first.
    pub const ALL: [Self; 4] = [Self::Safe, Self::Breaking, Self::Destroying, Self::Opening];

    /// The word that people write.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Breaking => "breaking",
            Self::Destroying => "destroying",
            Self::Opening => "opening",
        }
    }
}

impl Area {
    /// The word in lists.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Access => "access",
            Self::Routes => "routes",
            Self::Migrations => "migrations",
        }
    }
}

impl Change {
    /// The change as an object.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "class": self.class.word(),
            "area": self.area.word(),
            "message": self.message,
            "place": self.place,
        })
    }
}

impl Changes {
    pub(super) fn add(&mut self, (class, area): (Class, Area), place: &str, message: impl Into<String>) {
        // Places of entries begin with the entry's path in some plans.
        let place = place.split_whitespace().next_back().unwrap_or_default().to_owned();
        self.all.push(Change { class, area, message: message.into(), place });
    }

    /// A change of the plan.
    pub(super) fn plan(&mut self, class: Class, place: &str, message: impl Into<String>) {
        self.add((class, Area::Plan), place, message);
    }

    pub(super) fn extend(&mut self, changes: impl IntoIterator<Item = Change>) {
        self.all.extend(changes);
    }

    /// By area; within one, as they were found.
    pub(super) fn sorted(mut self) -> Vec<Change> {
        self.all.sort_by_key(|change| change.area);
        self.all
    }
}

/// Entries of two plans by name: those that went, those that stayed and those that came.
pub(super) struct Matched<'a, T> {
    pub(super) gone: Vec<&'a T>,
    pub(super) kept: Vec<(&'a T, &'a T)>,
    pub(super) come: Vec<&'a T>,
}

/// Matches entries by what names them.
pub(super) fn matched<'a, T, K: PartialEq>(
    before: impl IntoIterator<Item = &'a T>,
    after: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&'a T) -> K,
) -> Matched<'a, T> {
    let before: Vec<&'a T> = before.into_iter().collect();
    let after: Vec<&'a T> = after.into_iter().collect();
    let find = |entries: &[&'a T], one: &'a T| entries.iter().copied().find(|other| name(other) == name(one));
    let (kept, come): (Vec<_>, Vec<_>) =
        after.iter().copied().map(|new| (find(&before, new), new)).partition(|(old, _)| old.is_some());
    Matched {
        gone: before.iter().copied().filter(|old| find(&after, old).is_none()).collect(),
        kept: kept.into_iter().filter_map(|(old, new)| Some((old?, new))).collect(),
        come: come.into_iter().map(|(_, new)| new).collect(),
    }
}
