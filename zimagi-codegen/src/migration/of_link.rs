//! The tables that are made for links: pairs of identifiers and nothing else.

use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names;

use super::of_plan::kind_of;
use super::schema::{Column, ForeignKey, Index, IndexColumn, OnDelete, PrimaryKey, Table};
use crate::plan::{LinkPlan, ModelPlan, Plan};

/// The table of each link of a model whose pairs are no records.
pub(super) fn tables_of_links<'p>(
    plan: &'p Plan,
    model: &'p ModelPlan,
) -> impl Iterator<Item = (String, Table)> + use<'p> {
    let own = model.links.iter().filter(|link| link.through.is_none());
    own.map(move |link| (link.table.clone(), table_of(plan, model, link)))
}

/// The primary key answers for the way from the source, the index for the way back. A pair goes with either of its records.
fn table_of(plan: &Plan, model: &ModelPlan, link: &LinkPlan) -> Table {
    let LinkPlan { table, source_column, target_column, stored, .. } = link;
    let target = plan.model(&link.target);
    Table {
        primary_key: PrimaryKey {
            name: names::primary_key_name(table),
            columns: vec![source_column.clone(), target_column.clone()],
        },
        columns: vec![side(source_column, model.identifier_field().stored()), side(target_column, *stored)],
        foreign_keys: vec![foreign_key(table, source_column, model), foreign_key(table, target_column, target)],
        indexes: vec![Index {
            name: names::index_name(table, &[target_column]),
            is_unique: false,
            columns: vec![IndexColumn { column: target_column.clone(), is_descending: false }],
        }],
    }
}

fn side(name: &str, kind: ScalarKind) -> Column {
    Column { name: name.to_owned(), kind: kind_of(kind), is_nullable: false, default: None }
}

fn foreign_key(table: &str, column: &str, to: &ModelPlan) -> ForeignKey {
    ForeignKey {
        name: names::foreign_key_name(table, column),
        column: column.to_owned(),
        table: to.table.clone(),
        target: to.identifier_field().column.clone(),
        on_delete: OnDelete::Cascade,
    }
}
