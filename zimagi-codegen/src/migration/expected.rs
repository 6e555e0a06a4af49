//! The tables and columns that a database holds once all migrations are applied: for a tool that looks for what differs.

use std::collections::{BTreeMap, BTreeSet};

use super::History;
use super::of_plan::schema_of;
use crate::plan::Plan;

/// The names of all columns of a history, by table.
#[must_use]
pub fn expected_columns(plan: &Plan, history: History) -> BTreeMap<String, BTreeSet<String>> {
    let tables = schema_of(plan, history).tables.into_iter();
    tables.map(|(name, table)| (name, table.columns.into_iter().map(|column| column.name).collect())).collect()
}
