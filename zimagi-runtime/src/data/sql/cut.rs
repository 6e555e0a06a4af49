//! The first rows of each set: rows are given their places within their sets, and those with small places are read.

use diesel::result::QueryResult;

use super::dialect::Dialect;
use super::fragment::{Pass, walk_expr, walk_limit, walk_list, walk_order, walk_outputs, walk_source};
use super::statement::{Cut, Select};

/// Rows of all sets come mixed; those of one set are in their order.
pub(super) fn walk_cut<'b, DB: Dialect>(
    select: &'b Select,
    cut: &'b Cut,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    for place in 0..select.outputs.len() {
        out.push_sql(&format!("{} o{place}", if place == 0 { "SELECT" } else { "," }));
    }
    out.push_sql(" FROM (SELECT ");
    walk_outputs(select, out)?;
    out.push_sql(", dense_rank() OVER (PARTITION BY ");
    walk_expr(&cut.by, out)?;
    out.push_sql(" ORDER BY ");
    walk_list(&select.order, ", ", out, walk_order)?;
    out.push_sql(") AS place");
    walk_source(select, out)?;
    // The number is ours, checked and the same for all statements of a process.
    out.push_sql(&format!(") AS cut WHERE place <= {} ORDER BY place", cut.rows));
    walk_limit(select, out);
    Ok(())
}
