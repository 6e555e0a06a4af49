//! The migrations that there are.

use std::collections::BTreeMap;
use std::path::Path;

use super::folder;
use super::{Effect, History, MigrationError, Version};

/// One migration, in all histories that it is part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its version.
    pub version: Version,
    /// The rest of its folders' name.
    pub slug: String,
    /// The histories, each with the version before it there.
    pub histories: Vec<(History, Option<Version>)>,
    /// What it means for programs that do not know it, in the history that minds most.
    pub effect: Effect,
}

/// All migrations, oldest first.
///
/// # Errors
///
/// If a folder or record cannot be read.
pub fn list(migrations: &Path) -> Result<Vec<Listed>, MigrationError> {
    let mut listed: BTreeMap<(Version, String), Listed> = BTreeMap::new();
    for history in History::ALL {
        for one in folder::read(migrations, history)? {
            let entry = listed.entry((one.version.clone(), one.slug.clone())).or_insert_with(|| Listed {
                version: one.version.clone(),
                slug: one.slug.clone(),
                histories: Vec::new(),
                effect: Effect::Additive,
            });
            entry.histories.push((history, one.record.parent.clone()));
            if one.record.effect == Effect::Breaking {
                entry.effect = Effect::Breaking;
            }
        }
    }
    Ok(listed.into_values().collect())
}
