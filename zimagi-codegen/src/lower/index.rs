//! Indexes: from the sets that specs ask for to those a table has.
//!
//! An index that another one begins with is left out: every index costs each write, and the longer one answers for both.

use zimagi_spec::descriptor::Direction;
use zimagi_spec::names;
use zimagi_spec::resolve::{Identifier, Model, Ordering};
use zimagi_spec::source::Spanned;

use crate::plan::{FieldPlan, IndexPlan, IndexStep};

/// The indexes of a model's table beside its primary key: unique ones first, then the others, each in the order of the spec.
pub(super) fn lower_indexes(model: &Model, fields: &[FieldPlan]) -> Vec<IndexPlan> {
    let columns = Columns { fields };
    let primary_key = columns.steps(std::slice::from_ref(&identifier_name(model).to_owned()));
    let unique = distinct(model.unique.iter().map(|set| columns.steps(&names_of(set))));
    let unique: Vec<Vec<IndexStep>> = unique.into_iter().filter(|steps| *steps != primary_key).collect();
    let wanted = distinct(model.indexes.iter().map(|steps| columns.index_steps(steps)));
    let all: Vec<&Vec<IndexStep>> = std::iter::once(&primary_key).chain(&unique).chain(&wanted).collect();
    let plain: Vec<Vec<IndexStep>> = wanted.iter().filter(|steps| !is_covered(steps, &all)).cloned().collect();
    let unique = unique.into_iter().map(|steps| index_plan(&model.table, steps, true));
    unique.chain(plain.into_iter().map(|steps| index_plan(&model.table, steps, false))).collect()
}

struct Columns<'a> {
    fields: &'a [FieldPlan],
}

impl Columns<'_> {
    fn steps(&self, names: &[String]) -> Vec<IndexStep> {
        names.iter().map(|name| self.step(name, Direction::Ascending)).collect()
    }

    fn index_steps(&self, steps: &[Ordering]) -> Vec<IndexStep> {
        steps.iter().map(|step| self.step(&step.field.value, step.direction)).collect()
    }

    fn step(&self, name: &str, direction: Direction) -> IndexStep {
        let field = self.fields.iter().find(|field| field.name == name);
        let field = field.expect("rules have found every field of an index");
        IndexStep { column: field.column.clone(), direction }
    }
}

fn identifier_name(model: &Model) -> &str {
    match &model.identifier {
        Identifier::Field(field) => &field.value,
        Identifier::Hash(_) | Identifier::LegacyHash(_) => "id",
    }
}

fn names_of(set: &[Spanned<String>]) -> Vec<String> {
    set.iter().map(|field| field.value.clone()).collect()
}

fn distinct(sets: impl Iterator<Item = Vec<IndexStep>>) -> Vec<Vec<IndexStep>> {
    sets.fold(Vec::new(), |mut kept, set| {
        if !kept.contains(&set) {
            kept.push(set);
        }
        kept
    })
}

/// Whether another index begins with these columns. Of two equal ones the first in the list stays.
fn is_covered(steps: &Vec<IndexStep>, all: &[&Vec<IndexStep>]) -> bool {
    all.iter().any(|other| !std::ptr::eq(*other, steps) && other.starts_with(steps))
}

fn index_plan(table: &str, steps: Vec<IndexStep>, is_unique: bool) -> IndexPlan {
    let columns: Vec<&str> = steps.iter().map(|step| step.column.as_str()).collect();
    let name = if is_unique { names::unique_name(table, &columns) } else { names::index_name(table, &columns) };
    IndexPlan { name, is_unique, steps }
}
