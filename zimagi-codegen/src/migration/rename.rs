//! Which tables and columns are old ones under a new name: what people said, in the names of the specs.

use zimagi_spec::names;

use super::difference::Renames;
use super::schema::{Schema, Table};
use super::{MigrationError, Rename};
use crate::plan::{LinkPlan, ModelPlan, Plan};

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
    for ((old, _), found) in schemas.iter().zip(&mut found) {
        follow_models(plan, old, found);
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
    if let Some(link) = model.links.iter().find(|link| link.name == rename.after && link.through.is_none()) {
        return rename_link((old, new), (&before_table, link), rename, found);
    }
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

/// A many-to-many field has no column: its table gets the new name.
fn rename_link(
    (old, new): (&Schema, &Schema),
    (table, link): (&str, &LinkPlan),
    rename: &Rename,
    found: &mut Renames,
) -> Result<(), String> {
    let before = names::link_table(table, &rename.before);
    if !old.tables.contains_key(&before) || new.tables.contains_key(&before) {
        return Err(format!("no table of pairs was made for `{}`, or it is still in the specs", rename.before));
    }
    // The table's columns are those of its models, which may have new names themselves.
    let columns = found.columns.iter().filter(|((of, _), _)| *of == link.table);
    let columns: Vec<_> = columns.map(|((_, old), new)| ((before.clone(), old.clone()), new.clone())).collect();
    found.columns.extend(columns);
    found.tables.insert(before, link.table.clone());
    Ok(())
}

/// Tables of pairs have the names of the models on both sides, in their names and in their columns.
fn follow_models(plan: &Plan, old: &Schema, found: &mut Renames) {
    let before = |model: &ModelPlan| {
        let table = found.tables.iter().find(|(_, after)| **after == model.table).map(|(before, _)| before.clone());
        let table = table.unwrap_or_else(|| model.table.clone());
        let prefix = names::table_name(&model.owner, "");
        let name = if table == model.table { &model.name } else { table.strip_prefix(&prefix).unwrap_or(&table) };
        (name.to_owned(), table)
    };
    let mut followed = Renames::default();
    for model in &plan.models {
        for link in model.links.iter().filter(|link| link.through.is_none()) {
            let ((name, table), (target, _)) = (before(model), before(plan.model(&link.target)));
            let table = names::link_table(&table, &link.name);
            let (source_column, target_column) = names::link_columns(&name, &target);
            if !old.tables.contains_key(&table) {
                continue;
            }
            if table != link.table {
                followed.tables.insert(table.clone(), link.table.clone());
            }
            for (before, after) in [(source_column, &link.source_column), (target_column, &link.target_column)] {
                if before != *after {
                    followed.columns.insert((table.clone(), before), after.clone());
                }
            }
        }
    }
    found.tables.extend(followed.tables);
    found.columns.extend(followed.columns);
}
