//! Which tables and columns may be old ones under a new name: what people are asked.

use std::path::Path;

use super::difference::{TableChange, TableEdit, added, dropped};
use super::new::differences;
use super::schema::Table;
use super::{Decisions, MigrationError, Rename};
use crate::plan::{ModelPlan, Plan};

/// The renames that would explain what looks dropped and added, beside those that are decided.
///
/// # Errors
///
/// If the recorded schema cannot be read, or a decided rename names nothing.
pub fn questions(plan: &Plan, migrations: &Path, decisions: &Decisions) -> Result<Vec<Rename>, MigrationError> {
    let mut questions: Vec<Rename> = Vec::new();
    for change in differences(plan, migrations, decisions)? {
        let tables = look_alike_tables(plan, &change.difference.tables);
        let columns = change.difference.edits().flat_map(|edit| look_alike_columns(plan, edit));
        for rename in tables.into_iter().chain(columns) {
            if !questions.contains(&rename) {
                questions.push(rename);
            }
        }
    }
    Ok(questions)
}

/// A table that goes and one that comes, with at least half of their columns in common.
fn look_alike_tables(plan: &Plan, changes: &[TableChange]) -> Vec<Rename> {
    let gone = changes.iter().filter_map(|change| match change {
        TableChange::Dropped { name, table } => Some((name, table)),
        TableChange::Created { .. } | TableChange::Altered(_) => None,
    });
    let come = |change: &TableChange, gone: &Table| match change {
        TableChange::Created { name, table } if are_alike(gone, table) => {
            model_of(plan, name).map(|one| one.name.clone())
        }
        _ => None,
    };
    let pairs = gone.flat_map(|(name, table)| {
        let news = changes.iter().filter_map(move |change| come(change, table));
        news.map(move |after| Rename { model: None, before: name.clone(), after })
    });
    pairs.collect()
}

fn are_alike(one: &Table, other: &Table) -> bool {
    let is_shared = |name: &str| other.columns.iter().any(|column| column.name == name);
    let shared = one.columns.iter().filter(|column| is_shared(&column.name)).count();
    shared * 2 >= one.columns.len().max(other.columns.len())
}

/// A column that goes and one that comes, of the same kind and referring to the same table.
fn look_alike_columns(plan: &Plan, edit: &TableEdit) -> Vec<Rename> {
    let Some(model) = model_of(plan, &edit.after) else { return Vec::new() };
    let before = dropped(&edit.columns).filter(|column| !edit.replaces(&column.name));
    let pairs = before.flat_map(|old| {
        let target = dropped(&edit.foreign_keys).find(|key| key.column == old.name).map(|key| &key.table);
        let news = added(&edit.columns).filter(move |new| {
            let other = added(&edit.foreign_keys).find(|key| key.column == new.name).map(|key| &key.table);
            new.kind == old.kind && !edit.replaces(&new.name) && target == other
        });
        news.map(|new| {
            let field = model.fields.iter().find(|field| field.column == new.name);
            let after = field.map_or(&new.name, |field| &field.name).clone();
            Rename { model: Some(model.name.clone()), before: old.name.clone(), after }
        })
    });
    pairs.collect()
}

fn model_of<'a>(plan: &'a Plan, table: &str) -> Option<&'a ModelPlan> {
    plan.models.iter().find(|model| model.table == table)
}
