//! Finds what is different between two schemas.

use super::conversion::{Conversion, conversion};
use super::{Difference, Edit, Renames, Swap, TableChange, TableEdit};
use crate::migration::schema::{Column, Index, Schema, Table};

/// The difference from one schema to another, if these tables and columns were renamed.
pub(crate) fn difference(old: &Schema, new: &Schema, renames: &Renames) -> Difference {
    let followed = renames.follow(old);
    let is_gone = |name: &&String| !new.tables.contains_key(renames.table(name));
    let gone = old.tables.iter().filter(|(name, _)| is_gone(name));
    let gone = gone.map(|(name, table)| TableChange::Dropped { name: name.clone(), table: table.clone() });
    let stay = old.tables.iter().filter(|(name, _)| !is_gone(name));
    let stay = stay.map(|(name, table)| {
        let after = renames.table(name);
        let pair = Pair { old: table, followed: &followed.tables[after], new: &new.tables[after], renames };
        pair.edit(name, after)
    });
    let stay = stay.filter(|edit| !edit.is_empty()).map(TableChange::Altered);
    let come = new.tables.iter().filter(|(name, _)| !followed.tables.contains_key(*name));
    let come = come.map(|(name, table)| TableChange::Created { name: name.clone(), table: table.clone() });
    Difference { tables: gone.chain(stay).chain(come).collect() }
}

/// One table before, the same with the names after, and after.
struct Pair<'a> {
    old: &'a Table,
    followed: &'a Table,
    new: &'a Table,
    renames: &'a Renames,
}

impl Pair<'_> {
    fn edit(&self, before: &str, after: &str) -> TableEdit {
        let columns = self.columns(before);
        let is_replaced = |name: &str| is_replaced(&columns, name);
        let key = &self.new.primary_key;
        let keeps_key = self.followed.primary_key == *key && !key.columns.iter().any(|name| is_replaced(name));
        let foreign_keys = parts(
            (&self.old.foreign_keys, &self.followed.foreign_keys, &self.new.foreign_keys),
            |key| &mut key.name,
            |key| is_replaced(&key.column),
        );
        let indexes = parts(
            (&self.old.indexes, &self.followed.indexes, &self.new.indexes),
            |index| &mut index.name,
            |index| index.columns.iter().any(|step| is_replaced(&step.column)) || self.has_other_nulls(index),
        );
        TableEdit {
            before: before.to_owned(),
            after: after.to_owned(),
            primary_key: (!keeps_key).then(|| Swap { before: self.old.primary_key.clone(), after: key.clone() }),
            columns,
            foreign_keys,
            indexes,
        }
    }

    fn columns(&self, table: &str) -> Vec<Edit<Column>> {
        let after = |column: &Column| find(&self.new.columns, self.renames.column(table, &column.name));
        let stays = self.old.columns.iter().filter_map(|column| Some((column, after(column)?)));
        let (kept, replaced): (Vec<_>, Vec<_>) =
            stays.partition(|(before, after)| self.keeps_values(table, before, after));
        let gone = self.old.columns.iter().filter(|column| after(column).is_none());
        let dropped =
            gone.chain(replaced.iter().map(|(before, _)| *before)).map(|column| Edit::Dropped(column.clone()));
        let changed = kept.iter().filter(|(before, after)| before != after);
        let altered =
            changed.map(|(before, after)| Edit::Altered(Swap { before: (*before).clone(), after: (*after).clone() }));
        let is_new = |column: &&Column| find(&self.followed.columns, &column.name).is_none();
        let come = self.new.columns.iter().filter(is_new);
        let added = come.chain(replaced.iter().map(|(_, after)| *after)).map(|column| Edit::Added(column.clone()));
        dropped.chain(altered).chain(added).collect()
    }

    /// Whether what the column holds means something after the change.
    fn keeps_values(&self, table: &str, before: &Column, after: &Column) -> bool {
        let target = |table: &Table, column: &str| table.foreign_key(column).map(|key| key.table.clone());
        let name = self.renames.column(table, &before.name);
        let is_retargeted = match (target(self.followed, name), target(self.new, &after.name)) {
            (Some(before), Some(after)) => before != after,
            _ => false,
        };
        !is_retargeted && conversion(before.kind, after.kind) != Conversion::Impossible
    }

    /// A descending index is written with the place of nulls, if there may be some.
    fn has_other_nulls(&self, index: &Index) -> bool {
        let is_nullable = |table: &Table, name: &str| find(&table.columns, name).map(|column| column.is_nullable);
        let steps = index.columns.iter().filter(|step| step.is_descending);
        let mut columns = steps.map(|step| step.column.as_str());
        columns.any(|name| is_nullable(self.followed, name) != is_nullable(self.new, name))
    }
}

/// Keys or indexes, before, before under the names after, and after.
type States<'a, T> = (&'a [T], &'a [T], &'a [T]);

fn parts<T: Clone + PartialEq>(
    (old, followed, new): States<'_, T>,
    name: impl Fn(&mut T) -> &mut String,
    is_remade: impl Fn(&T) -> bool,
) -> Vec<Edit<T>> {
    let is_same_but_name = |one: &T, other: &T| {
        let (mut one, mut other) = (one.clone(), other.clone());
        std::mem::take(name(&mut one));
        std::mem::take(name(&mut other));
        one == other && !is_remade(&other)
    };
    let partner = |one: &T| new.iter().find(|other| is_same_but_name(one, other));
    let pairs = || old.iter().zip(followed).map(|(before, followed)| (before, followed, partner(followed)));
    let gone = pairs().filter(|(_, _, after)| after.is_none()).map(|(before, ..)| Edit::Dropped(before.clone()));
    let renamed = pairs().filter_map(|(before, followed, after)| {
        let after = after.filter(|after| *after != followed)?;
        Some(Edit::Altered(Swap { before: before.clone(), after: after.clone() }))
    });
    let come = new.iter().filter(|one| !followed.iter().any(|other| is_same_but_name(other, one)));
    gone.chain(renamed).chain(come.map(|one| Edit::Added(one.clone()))).collect()
}

fn is_replaced(columns: &[Edit<Column>], name: &str) -> bool {
    super::dropped(columns).any(|column| column.name == name) && super::added(columns).any(|column| column.name == name)
}

fn find<'a>(columns: &'a [Column], name: &str) -> Option<&'a Column> {
    columns.iter().find(|column| column.name == name)
}
