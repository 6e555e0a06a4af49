//! Texts at the start, at the end or as the whole of others, letter by letter: blanks at the end count.

use diesel::result::QueryResult;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::expression::{Bind, Expr, TextPlace};
use super::fragment::{Pass, walk_bind, walk_expr};

pub(super) fn walk_text_at<'b, DB: Dialect>(
    text: &'b Expr,
    place: &'b TextPlace,
    needle: &'b Bind,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    let (before, between, after) = match place {
        TextPlace::Start => return walk_start(text, needle, out),
        TextPlace::End(length) => return walk_end(text, length, needle, out),
        TextPlace::Whole => equal(DB::DATABASE),
    };
    out.push_sql(before);
    walk_expr(text, out)?;
    out.push_sql(between);
    walk_bind(needle, out)?;
    out.push_sql(after);
    Ok(())
}

fn walk_start<'b, DB: Dialect>(text: &'b Expr, needle: &'b Bind, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    out.push_sql(if DB::DATABASE == Database::Postgresql { "strpos(" } else { "instr(" });
    walk_expr(text, out)?;
    out.push_sql(", ");
    walk_bind(needle, out)?;
    out.push_sql(") = 1");
    Ok(())
}

fn walk_end<'b, DB: Dialect>(
    text: &'b Expr,
    length: &'b Bind,
    needle: &'b Bind,
    out: &mut Pass<'_, 'b, DB>,
) -> QueryResult<()> {
    let (before, between, after) = equal(DB::DATABASE);
    let (cut, comma, end) = match DB::DATABASE {
        Database::Sqlite => ("substr(", ", -", ")"),
        Database::Postgresql => ("right(", ", CAST(", " AS integer))"),
        Database::Mysql => ("right(", ", ", ")"),
    };
    out.push_sql(before);
    out.push_sql(cut);
    walk_expr(text, out)?;
    out.push_sql(comma);
    walk_bind(length, out)?;
    out.push_sql(end);
    out.push_sql(between);
    walk_bind(needle, out)?;
    out.push_sql(after);
    Ok(())
}

/// MySQL pads folded texts with blanks before it compares them; bytes it leaves alone.
const fn equal(database: Database) -> (&'static str, &'static str, &'static str) {
    match database {
        Database::Sqlite | Database::Postgresql => ("", " = ", ""),
        Database::Mysql => ("CAST(", " AS BINARY) = CAST(", " AS BINARY)"),
    }
}
