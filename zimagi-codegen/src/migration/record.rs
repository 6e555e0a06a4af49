//! Records: what each migration says of itself, and what a history's records add up to.

use serde::{Deserialize, Serialize};

use super::difference::Difference;
use super::folder::Lying;
use super::schema::Schema;
use super::{Effect, MigrationError, Version};

/// `migration.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The version before it in its history.
    #[serde(default)]
    pub(crate) parent: Option<Version>,
    pub(crate) effect: Effect,
    /// Nothing for a migration by hand.
    pub(crate) changes: Difference,
}

impl Record {
    /// The text: one line for each table, so that versions of it can be compared.
    pub(super) fn render(&self) -> String {
        let changes = self.changes.tables.iter().map(json);
        let changes = changes.collect::<Vec<_>>().join(",\n    ");
        let changes = if changes.is_empty() { "[]".to_owned() } else { format!("[\n    {changes}\n  ]") };
        let (parent, effect) = (json(&self.parent), json(&self.effect));
        format!("{{\n  \"parent\": {parent},\n  \"effect\": {effect},\n  \"changes\": {changes}\n}}\n")
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a record has only text keys")
}

/// The schema that migrations make, one after the other.
pub(super) fn fold(lying: &[Lying]) -> Result<Schema, MigrationError> {
    lying.iter().try_fold(Schema::default(), |schema, migration| {
        migration
            .record
            .changes
            .apply(&schema)
            .map_err(|conflict| MigrationError::Unfit { migration: migration.name(), conflict: conflict.to_string() })
    })
}
