//! Which tables and columns are old ones under a new name: what people said, and what they may be asked.

use std::path::Path;

use zimagi_spec::names;

use super::difference::{Renames, TableChange, TableEdit, added, dropped};
use super::new::differences;
use super::schema::{Schema, Table};
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

/// The renames for each history. A name that no history has is refused.
pub(super) fn renames_of(
    plan: &Plan,
    schemas: &[(&Schema, &Schema)],
    renames: &[Rename],
) -> Result<Vec<Renames>, MigrationError> {
    let mut found = vec![Renames::default(); schemas.len()];
    // Columns are looked up in tables under the names that other renames give them.
    let (tables, columns): (Vec<&Rename>, Vec<&Rename>) = renames.iter().partition(|rename| rename.model.is_none());
    for rename in tables {
        let results = schemas.iter().zip(&mut found).map(|(pair, found)| rename_table(plan, *pair, rename, found));
        require_one(rename, results.collect())?;
    }
    for rename in columns {
        let results = schemas.iter().zip(&mut found).map(|(pair, found)| rename_column(plan, *pair, rename, found));
        require_one(rename, results.collect())?;
    }
    Ok(found)
}

/// A table is in one or two histories, not in all: the last complaint counts only if there is nothing else.
fn require_one(rename: &Rename, results: Vec<Result<(), String>>) -> Result<(), MigrationError> {
    if results.iter().any(Result::is_ok) {
        return Ok(());
    }
    let reason = results.into_iter().find_map(Result::err).unwrap_or_else(|| "there is no database".to_owned());
    Err(MigrationError::BadRename { rename: rename.to_string(), reason })
}

fn rename_table(
    plan: &Plan,
    (old, new): (&Schema, &Schema),
    rename: &Rename,
    found: &mut Renames,
) -> Result<(), String> {
    let model = plan.models.iter().find(|model| model.name == rename.after);
    let model = model.ok_or_else(|| format!("the specs have no model `{}`", rename.after))?;
    let before = [rename.before.clone(), names::table_name(&model.owner, &rename.before)];
    let before = before.iter().find(|name| old.tables.contains_key(*name));
    let before = before.ok_or_else(|| format!("no migration has made a table for `{}`", rename.before))?;
    if new.tables.contains_key(before) {
        return Err(format!("`{}` is still in the specs", rename.before));
    }
    if old.tables.contains_key(&model.table) || !new.tables.contains_key(&model.table) {
        return Err(format!("`{}` is not new", rename.after));
    }
    found.tables.insert(before.clone(), model.table.clone());
    Ok(())
}

fn rename_column(
    plan: &Plan,
    (old, new): (&Schema, &Schema),
    rename: &Rename,
    found: &mut Renames,
) -> Result<(), String> {
    let name = rename.model.as_deref().unwrap_or_default();
    let model = plan.models.iter().find(|model| model.name == name || found_as(found, name, model));
    let model = model.ok_or_else(|| format!("the specs have no model `{name}`"))?;
    let before_table = found.tables.iter().find(|(_, after)| **after == model.table).map(|(before, _)| before);
    let before_table = before_table.unwrap_or(&model.table).clone();
    let (Some(before), Some(after)) = (old.tables.get(&before_table), new.tables.get(&model.table)) else {
        return Err(format!("`{name}` is not both in the specs and in the migrations"));
    };
    let has = |table: &Table, name: &str| table.columns.iter().any(|column| column.name == name);
    let old_names = [rename.before.clone(), names::relation_column(&rename.before)];
    let old_name = old_names.iter().find(|name| has(before, name) && !has(after, name));
    let old_name = old_name.ok_or_else(|| format!("`{name}` has lost no field `{}`", rename.before))?;
    let field = model.fields.iter().find(|field| field.name == rename.after || field.column == rename.after);
    let new_name = field.map(|field| &field.column).filter(|name| has(after, name) && !has(before, name));
    let new_name = new_name.ok_or_else(|| format!("`{name}` has no new field `{}`", rename.after))?;
    found.columns.insert((before_table, old_name.clone()), new_name.clone());
    Ok(())
}

/// Whether a model was called so, in a rename that came before.
fn found_as(found: &Renames, name: &str, model: &ModelPlan) -> bool {
    let before = [name.to_owned(), names::table_name(&model.owner, name)];
    before.iter().any(|before| found.tables.get(before) == Some(&model.table))
}
