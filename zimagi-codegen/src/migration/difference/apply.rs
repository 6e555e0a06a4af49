//! What a schema is after a difference.

use std::collections::BTreeMap;

use super::{Difference, Edit, Renames, TableChange, TableEdit, added, altered, dropped};
use crate::migration::schema::{Schema, Table};

/// What a difference needs is not in the schema, or what it makes is there already.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Conflict {
    #[error("there is no table `{0}`")]
    NoTable(String),
    #[error("there is a table `{0}` already")]
    Table(String),
    #[error("table `{table}` has no `{part}`")]
    NoPart { table: String, part: String },
    #[error("table `{table}` has `{part}` already")]
    Part { table: String, part: String },
}

impl Difference {
    /// The schema after: what goes, then names, then what comes.
    pub(crate) fn apply(&self, schema: &Schema) -> Result<Schema, Conflict> {
        let mut schema = schema.clone();
        self.remove(&mut schema.tables)?;
        let mut schema = self.renames().follow(&schema);
        self.add(&mut schema.tables)?;
        Ok(schema)
    }

    /// The names that are others after.
    pub(crate) fn renames(&self) -> Renames {
        let mut renames = Renames::default();
        for edit in self.edits() {
            if edit.before != edit.after {
                renames.tables.insert(edit.before.clone(), edit.after.clone());
            }
            let columns = edit.renamed_columns();
            renames.columns.extend(columns.map(|(old, new)| ((edit.before.clone(), old.to_owned()), new.to_owned())));
        }
        renames
    }

    fn remove(&self, tables: &mut BTreeMap<String, Table>) -> Result<(), Conflict> {
        for (name, _) in self.dropped() {
            tables.remove(name).ok_or_else(|| Conflict::NoTable(name.clone()))?;
        }
        for edit in self.edits() {
            let table = tables.get_mut(&edit.before).ok_or_else(|| Conflict::NoTable(edit.before.clone()))?;
            edit.remove(table)?;
        }
        Ok(())
    }

    fn add(&self, tables: &mut BTreeMap<String, Table>) -> Result<(), Conflict> {
        for change in &self.tables {
            match change {
                TableChange::Created { name, table } => {
                    if tables.insert(name.clone(), table.clone()).is_some() {
                        return Err(Conflict::Table(name.clone()));
                    }
                }
                TableChange::Altered(edit) => {
                    let table = tables.get_mut(&edit.after).ok_or_else(|| Conflict::NoTable(edit.after.clone()))?;
                    edit.add(table)?;
                }
                TableChange::Dropped { .. } => {}
            }
        }
        Ok(())
    }
}

impl TableEdit {
    fn remove(&self, table: &mut Table) -> Result<(), Conflict> {
        let columns = dropped(&self.columns).map(|one| &one.name);
        columns.map(|name| self.take(&mut table.columns, name, |one| &one.name)).collect::<Result<Vec<_>, _>>()?;
        let keys = dropped(&self.foreign_keys).map(|one| &one.name);
        keys.map(|name| self.take(&mut table.foreign_keys, name, |one| &one.name)).collect::<Result<Vec<_>, _>>()?;
        let indexes = dropped(&self.indexes).map(|one| &one.name);
        indexes.map(|name| self.take(&mut table.indexes, name, |one| &one.name)).collect::<Result<Vec<_>, _>>()?;
        Ok(())
    }

    fn take<T>(&self, parts: &mut Vec<T>, name: &str, name_of: impl Fn(&T) -> &String) -> Result<T, Conflict> {
        let place = parts.iter().position(|part| name_of(part) == name);
        let place = place.ok_or_else(|| Conflict::NoPart { table: self.before.clone(), part: name.to_owned() })?;
        Ok(parts.remove(place))
    }

    fn add(&self, table: &mut Table) -> Result<(), Conflict> {
        if let Some(swap) = &self.primary_key {
            table.primary_key = swap.after.clone();
        }
        // Columns have their names after already; keys and indexes are known by their own.
        for swap in altered(&self.columns) {
            let name = &swap.after.name;
            let column = table.columns.iter_mut().find(|column| column.name == *name);
            *column.ok_or_else(|| self.missing(name))? = swap.after.clone();
        }
        self.put(&mut table.columns, &without_altered(&self.columns), |one| &one.name)?;
        self.put(&mut table.foreign_keys, &self.foreign_keys, |one| &one.name)?;
        self.put(&mut table.indexes, &self.indexes, |one| &one.name)
    }

    fn put<T: Clone>(
        &self,
        parts: &mut Vec<T>,
        edits: &[Edit<T>],
        name_of: impl Fn(&T) -> &String,
    ) -> Result<(), Conflict> {
        for swap in altered(edits) {
            let part = parts.iter_mut().find(|part| name_of(part) == name_of(&swap.before));
            *part.ok_or_else(|| self.missing(name_of(&swap.before)))? = swap.after.clone();
        }
        for part in added(edits) {
            if parts.iter().any(|other| name_of(other) == name_of(part)) {
                return Err(Conflict::Part { table: self.after.clone(), part: name_of(part).clone() });
            }
            parts.push(part.clone());
        }
        Ok(())
    }

    fn missing(&self, part: &str) -> Conflict {
        Conflict::NoPart { table: self.after.clone(), part: part.to_owned() }
    }
}

fn without_altered<T: Clone>(edits: &[Edit<T>]) -> Vec<Edit<T>> {
    edits.iter().filter(|edit| !matches!(edit, Edit::Altered(_))).cloned().collect()
}
