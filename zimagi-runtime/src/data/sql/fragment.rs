//! The tree as SQL text, in the words of each database.

use diesel::query_builder::AstPass;
use diesel::result::QueryResult;
use zimagi_spec::descriptor::{Direction, ScalarKind};
use zimagi_spec::names::Database;

use super::aggregate::walk_aggregate;
use super::conflict::walk_conflict;
use super::cut::walk_cut;
use super::dialect::Dialect;
use super::expression::{Alias, Bind, Comparison, Expr};
use super::fold;
use super::part::walk_part;
use super::statement::{Groups, Insert, Nulls, OrderTerm, Select, Statement, Table};
use super::text_at::walk_text_at;
use crate::data::value::Value;

pub(super) type Pass<'a, 'b, DB> = AstPass<'a, 'b, DB>;

pub(super) fn walk_statement<'b, DB: Dialect>(statement: &'b Statement, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    match statement {
        Statement::Insert(insert) => walk_insert(insert, out),
        Statement::Update(update) => {
            out.push_sql("UPDATE ");
            walk_table(update.table, out)?;
            out.push_sql(" SET ");
            walk_list(&update.set, ", ", out, |(column, bind), out| {
                out.push_identifier(column)?;
                out.push_sql(" = ");
                walk_bind(bind, out)
            })?;
            out.push_sql(" WHERE ");
            walk_expr(&update.filter, out)
        }
        Statement::Delete(delete) => {
            // MySQL deletes from a table under another name only if the name is said twice.
            let is_named_twice = DB::DATABASE == Database::Mysql;
            out.push_sql("DELETE ");
            if is_named_twice {
                walk_alias(delete.table.alias, out);
                out.push_sql(" ");
            }
            out.push_sql("FROM ");
            walk_table(delete.table, out)?;
            out.push_sql(" WHERE ");
            walk_expr(&delete.filter, out)
        }
    }
}

pub(super) fn walk_select<'b, DB: Dialect>(select: &'b Select, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    if let Some(cut) = &select.cut {
        return walk_cut(select, cut, out);
    }
    out.push_sql("SELECT ");
    if select.outputs.is_empty() {
        out.push_sql("1");
    }
    walk_outputs(select, out)?;
    walk_source(select, out)?;
    if let Some(groups) = &select.groups {
        walk_groups(groups, out)?;
    }
    if !select.order.is_empty() {
        out.push_sql(" ORDER BY ");
        walk_list(&select.order, ", ", out, walk_order)?;
    }
    walk_limit(select, out);
    Ok(())
}

/// The tables that rows come from, and which rows.
pub(super) fn walk_source<'b, DB: Dialect>(select: &'b Select, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    out.push_sql(" FROM ");
    walk_table(select.from, out)?;
    for join in &select.joins {
        out.push_sql(" LEFT JOIN ");
        walk_table(join.table, out)?;
        out.push_sql(" ON ");
        walk_expr(&join.on, out)?;
    }
    if let Some(filter) = &select.filter {
        out.push_sql(" WHERE ");
        walk_expr(filter, out)?;
    }
    Ok(())
}

/// Outputs over groups and of cuts have names, by which they are ordered or read.
pub(super) fn walk_outputs<'b, DB: Dialect>(select: &'b Select, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    for (place, output) in select.outputs.iter().enumerate() {
        if place > 0 {
            out.push_sql(", ");
        }
        walk_expr(&output.expr, out)?;
        if select.groups.is_some() || select.cut.is_some() {
            out.push_sql(&format!(" AS o{place}"));
        }
    }
    Ok(())
}

/// Groups are told by the places of their values: two texts of one expression would not be the same with binds in them.
fn walk_groups<'b, DB: Dialect>(groups: &'b Groups, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    for place in 1..=groups.width {
        out.push_sql(&format!("{} {place}", if place == 1 { " GROUP BY" } else { "," }));
    }
    if let Some(having) = &groups.having {
        out.push_sql(" HAVING ");
        walk_expr(having, out)?;
    }
    Ok(())
}

/// Numbers of rows are ours, checked and few: they stand in the text, so that planners see them.
pub(super) fn walk_limit<DB: Dialect>(select: &Select, out: &mut Pass<'_, '_, DB>) {
    if let Some(limit) = select.limit {
        out.push_sql(&format!(" LIMIT {limit}"));
    }
    if let Some(offset) = select.offset.filter(|offset| *offset > 0) {
        out.push_sql(&format!(" OFFSET {offset}"));
    }
}

pub(super) fn walk_order<'b, DB: Dialect>(term: &'b OrderTerm, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    // MySQL has no word for the place of nulls; whether there is a value is a step of its own.
    let (before, after) = match (term.nulls, DB::DATABASE) {
        (Nulls::Impossible, _) => (None, ""),
        (Nulls::Last, Database::Mysql) => (Some(" IS NULL, "), ""),
        (Nulls::First, Database::Mysql) => (Some(" IS NULL DESC, "), ""),
        (Nulls::Last, _) => (None, " NULLS LAST"),
        (Nulls::First, _) => (None, " NULLS FIRST"),
    };
    if let Some(before) = before {
        walk_expr(&term.expr, out)?;
        out.push_sql(before);
    }
    walk_expr(&term.expr, out)?;
    if term.direction == Direction::Descending {
        out.push_sql(" DESC");
    }
    out.push_sql(after);
    Ok(())
}

fn walk_table<DB: Dialect>(table: Table, out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_identifier(table.name)?;
    out.push_sql(" AS ");
    walk_alias(table.alias, out);
    Ok(())
}

fn walk_alias<DB: Dialect>(alias: Alias, out: &mut Pass<'_, '_, DB>) {
    match alias {
        Alias::REFERRED => out.push_sql("m"),
        Alias::GROUPS => out.push_sql("g"),
        Alias(number) => out.push_sql(&format!("t{number}")),
    }
}

pub(super) fn walk_bind<'b, DB: Dialect>(bind: &'b Bind, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    DB::bind(out, &bind.value, bind.kind)
}

pub(super) fn walk_expr<'b, DB: Dialect>(expr: &'b Expr, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    match expr {
        Expr::Column { alias, column } => {
            walk_alias(*alias, out);
            out.push_sql(".");
            out.push_identifier(column)
        }
        Expr::Bind(bind) => walk_bind(bind, out),
        Expr::Compare(left, comparison, right) => {
            walk_expr(left, out)?;
            out.push_sql(sign(*comparison));
            walk_expr(right, out)
        }
        Expr::In(tested, binds) => walk_in(tested, binds, out),
        Expr::InSelect(tested, select) => {
            walk_expr(tested, out)?;
            out.push_sql(" IN ");
            walk_nested(select, out)
        }
        Expr::Exists(select) => {
            out.push_sql("EXISTS ");
            walk_nested(select, out)
        }
        Expr::Scalar(select) => walk_nested(select, out),
        Expr::IsNull(tested) => {
            walk_expr(tested, out)?;
            out.push_sql(" IS NULL");
            Ok(())
        }
        Expr::Not(negated) => {
            out.push_sql("NOT (");
            walk_expr(negated, out)?;
            out.push_sql(")");
            Ok(())
        }
        Expr::And(parts) => walk_joined(parts, " AND ", "1 = 1", out),
        Expr::Or(parts) => walk_joined(parts, " OR ", "1 = 0", out),
        Expr::Contains { text, needle } => walk_contains(text, needle, ("", ""), out),
        Expr::ContainsFolded { text, needle } => walk_contains(text, needle, fold::around(DB::DATABASE), out),
        Expr::Folded(text) => {
            let (before, after) = fold::around(DB::DATABASE);
            out.push_sql(before);
            walk_expr(text, out)?;
            out.push_sql(after);
            Ok(())
        }
        Expr::TextAt { text, place, needle } => walk_text_at(text, place, needle, out),
        Expr::Part { part, of } => walk_part(*part, of, out),
        Expr::CountAll => {
            out.push_sql("count(*)");
            Ok(())
        }
        Expr::Aggregate { aggregate, kind, operand } => walk_aggregate(*aggregate, *kind, operand, out),
        Expr::Output(place) => {
            out.push_sql(&format!("o{place}"));
            Ok(())
        }
    }
}

const fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => " = ",
        Comparison::Less => " < ",
        Comparison::LessOrEqual => " <= ",
        Comparison::Greater => " > ",
        Comparison::GreaterOrEqual => " >= ",
    }
}

fn walk_contains<'b, DB: Dialect>(
    text: &'b Expr,
    needle: &'b Bind,
    (before, after): (&'static str, &'static str),
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    out.push_sql(if DB::DATABASE == Database::Postgresql { "strpos(" } else { "instr(" });
    out.push_sql(before);
    walk_expr(text, out)?;
    out.push_sql(after);
    out.push_sql(", ");
    walk_bind(needle, out)?;
    out.push_sql(") > 0");
    Ok(())
}

fn walk_in<'b, DB: Dialect>(tested: &'b Expr, binds: &'b [Bind], out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    if binds.is_empty() {
        out.push_sql("1 = 0");
        return Ok(());
    }
    walk_expr(tested, out)?;
    out.push_sql(" IN (");
    walk_list(binds, ", ", out, walk_bind)?;
    out.push_sql(")");
    Ok(())
}

fn walk_nested<'b, DB: Dialect>(select: &'b Select, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    out.push_sql("(");
    walk_select(select, out)?;
    out.push_sql(")");
    Ok(())
}

fn walk_joined<'b, DB: Dialect>(
    parts: &'b [Expr],
    word: &'static str,
    empty: &'static str,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    if parts.is_empty() {
        out.push_sql(empty);
        return Ok(());
    }
    out.push_sql("(");
    walk_list(parts, word, out, walk_expr)?;
    out.push_sql(")");
    Ok(())
}

fn walk_insert<'b, DB: Dialect>(insert: &'b Insert, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    walk_insert_head(insert, out)?;
    walk_list(&insert.rows, ", ", out, |row, out| walk_row(row, &insert.columns, out))?;
    walk_conflict(insert.table, &insert.conflict, out)
}

/// What stands before the rows.
pub(super) fn walk_insert_head<DB: Dialect>(insert: &Insert, out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_sql("INSERT INTO ");
    out.push_identifier(insert.table)?;
    out.push_sql(" (");
    walk_list(&insert.columns, ", ", out, |(column, _), out| out.push_identifier(column))?;
    out.push_sql(") VALUES ");
    Ok(())
}

/// The values of one row.
pub(super) fn walk_row<'b, DB: Dialect>(
    row: &'b [Value],
    columns: &[(&'static str, ScalarKind)],
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    out.push_sql("(");
    for (position, (value, (_, kind))) in row.iter().zip(columns).enumerate() {
        if position > 0 {
            out.push_sql(", ");
        }
        DB::bind(out, value, *kind)?;
    }
    out.push_sql(")");
    Ok(())
}

pub(super) fn walk_list<'b, 'l, T, DB: Dialect>(
    items: &'l [T],
    between: &'static str,
    out: &mut Pass<'_, 'b, DB>,
    walk: impl Fn(&'l T, &mut Pass<'_, 'b, DB>) -> QueryResult<()>,
) -> QueryResult<()> {
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            out.push_sql(between);
        }
        walk(item, out)?;
    }
    Ok(())
}
