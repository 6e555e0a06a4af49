//! The difference of two schemas, as steps that lose nothing, or the reasons why there are none.

use std::collections::BTreeMap;

use zimagi_spec::names::Database;

use super::History;
use super::error::{Change, Refusal};
use super::schema::{Column, Index, Schema, Table};
use super::step::Step;

/// The steps from one schema to another.
///
/// Indexes go first and come last, tables come in the order of their references.
pub(super) fn diff(history: History, old: &Schema, new: &Schema) -> Result<Vec<Step>, Vec<Refusal>> {
    let mut difference = Difference::new(history);
    for name in old.tables.keys().filter(|name| !new.tables.contains_key(*name)) {
        difference.refusals.push(Refusal::DropTable { table: name.clone() });
    }
    for (name, table) in &new.tables {
        match old.tables.get(name) {
            None => difference.create_table(name, table),
            Some(before) => difference.change_table(name, before, table),
        }
    }
    difference.finish()
}

struct Difference {
    history: History,
    refusals: Vec<Refusal>,
    drops: Vec<Step>,
    creates: BTreeMap<String, Table>,
    columns: Vec<Step>,
    indexes: Vec<Step>,
}

impl Difference {
    const fn new(history: History) -> Self {
        Self {
            history,
            refusals: Vec::new(),
            drops: Vec::new(),
            creates: BTreeMap::new(),
            columns: Vec::new(),
            indexes: Vec::new(),
        }
    }

    fn create_table(&mut self, name: &str, table: &Table) {
        self.creates.insert(name.to_owned(), table.clone());
        for index in &table.indexes {
            self.create_index(name, table, index);
        }
    }

    fn change_table(&mut self, name: &str, old: &Table, new: &Table) {
        if old.primary_key != new.primary_key {
            self.refusals.push(Refusal::ChangePrimaryKey { table: name.to_owned() });
        }
        for column in old.columns.iter().filter(|column| find(&new.columns, &column.name).is_none()) {
            self.refusals.push(Refusal::DropColumn { table: name.to_owned(), column: column.name.clone() });
        }
        for column in &new.columns {
            match find(&old.columns, &column.name) {
                None => self.add_column(name, new, column),
                Some(before) => self.refuse_changes(name, (old, before), (new, column)),
            }
        }
        self.change_indexes(name, old, new);
    }

    fn add_column(&mut self, name: &str, table: &Table, column: &Column) {
        let foreign_key = table.foreign_key(&column.name).cloned();
        let (table, name_of_column) = (name.to_owned(), column.name.clone());
        let is_sqlite = self.history.database() == Database::Sqlite;
        if !column.is_nullable && column.default.is_none() {
            self.refusals.push(Refusal::RequiredColumn { table, column: name_of_column });
        } else if is_sqlite && foreign_key.is_some() && column.default.is_some() {
            self.refusals.push(Refusal::DefaultRelation { table, column: name_of_column });
        } else {
            self.columns.push(Step::AddColumn { table, column: column.clone(), foreign_key });
        }
    }

    fn refuse_changes(&mut self, name: &str, (old, before): (&Table, &Column), (new, after): (&Table, &Column)) {
        let is_same_relation = old.foreign_key(&before.name) == new.foreign_key(&after.name);
        let changes = [
            (before.kind != after.kind, Change::Kind),
            (before.is_nullable != after.is_nullable, Change::Null),
            (before.default != after.default, Change::Default),
            (!is_same_relation, Change::Relation),
        ];
        let changes = changes.into_iter().filter(|(is_changed, _)| *is_changed);
        self.refusals.extend(changes.map(|(_, what)| Refusal::ChangeColumn {
            table: name.to_owned(),
            column: after.name.clone(),
            what,
        }));
    }

    fn change_indexes(&mut self, name: &str, old: &Table, new: &Table) {
        for index in old.indexes.iter().filter(|index| !new.indexes.contains(index)) {
            self.drops.push(Step::DropIndex { name: name.to_owned(), table: old.clone(), index: index.clone() });
        }
        for index in new.indexes.iter().filter(|index| !old.indexes.contains(index)) {
            self.create_index(name, new, index);
        }
    }

    fn create_index(&mut self, name: &str, table: &Table, index: &Index) {
        self.indexes.push(Step::CreateIndex { name: name.to_owned(), table: table.clone(), index: index.clone() });
    }

    fn finish(self) -> Result<Vec<Step>, Vec<Refusal>> {
        if !self.refusals.is_empty() {
            return Err(self.refusals);
        }
        let creates = in_order_of_references(self.creates);
        let creates = creates.into_iter().map(|(name, table)| Step::CreateTable { name, table });
        Ok(self.drops.into_iter().chain(creates).chain(self.columns).chain(self.indexes).collect())
    }
}

fn find<'a>(columns: &'a [Column], name: &str) -> Option<&'a Column> {
    columns.iter().find(|column| column.name == name)
}

/// Tables so that each comes after those it refers to. What refers in a circle keeps the order of its names.
fn in_order_of_references(mut waiting: BTreeMap<String, Table>) -> Vec<(String, Table)> {
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_ready = |(name, table): &(&String, &Table)| {
            table.foreign_keys.iter().all(|key| key.table == **name || !waiting.contains_key(&key.table))
        };
        let next = waiting.iter().find(is_ready).or_else(|| waiting.first_key_value());
        let name = next.map(|(name, _)| name.clone()).unwrap_or_default();
        ordered.extend(waiting.remove_entry(&name));
    }
    ordered
}
