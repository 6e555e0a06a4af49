//! An insert said row by row: its text is made once, and each row brings its values only.
//!
//! This is for SQLite, which keeps a copy of every page that a statement touches if it may fail after its first change. One that
//! stores a single new row cannot. Whoever runs the rows undoes the earlier ones if a later one fails.

use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Untyped;
use diesel::sqlite::{Sqlite, SqliteQueryBuilder};
use zimagi_spec::descriptor::ScalarKind;

use super::conflict::walk_conflict;
use super::fragment::{walk_insert_head, walk_row};
use super::prepared::Caching;
use super::statement::{Conflict, Insert};
use crate::data::value::Value;

/// The text of an insert around the values of one row.
pub(crate) struct RowInsert<'a> {
    columns: &'a [(&'static str, ScalarKind)],
    head: String,
    tail: String,
    caching: Caching,
}

/// The statement for one row.
pub(crate) struct InsertedRow<'a> {
    text: &'a RowInsert<'a>,
    row: &'a [Value],
}

impl<'a> RowInsert<'a> {
    /// Rows like those of an insert, with what is to happen if their key exists.
    pub(crate) fn new(insert: &'a Insert, conflict: &Conflict, caching: Caching) -> QueryResult<Self> {
        let (head, tail) = (text_of(&Head(insert))?, text_of(&Tail(insert.table, conflict))?);
        Ok(Self { columns: &insert.columns, head, tail, caching })
    }

    pub(crate) const fn row<'r>(&'r self, row: &'r [Value]) -> InsertedRow<'r> {
        InsertedRow { text: self, row }
    }
}

impl QueryFragment<Sqlite> for InsertedRow<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        if self.text.caching == Caching::Once {
            out.unsafe_to_cache_prepared();
        }
        out.push_sql(&self.text.head);
        walk_row(self.row, self.text.columns, &mut out)?;
        out.push_sql(&self.text.tail);
        Ok(())
    }
}

impl Query for InsertedRow<'_> {
    type SqlType = Untyped;
}

/// The text depends on the value, so no type can stand for it.
impl QueryId for InsertedRow<'_> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Conn> diesel::RunQueryDsl<Conn> for InsertedRow<'_> {}

struct Head<'a>(&'a Insert);

struct Tail<'a>(&'static str, &'a Conflict);

impl QueryFragment<Sqlite> for Head<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        walk_insert_head(self.0, &mut out)
    }
}

impl QueryFragment<Sqlite> for Tail<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        walk_conflict(self.0, self.1, &mut out)
    }
}

fn text_of(fragment: &impl QueryFragment<Sqlite>) -> QueryResult<String> {
    let mut builder = SqliteQueryBuilder::default();
    fragment.to_sql(&mut builder, &Sqlite)?;
    Ok(builder.finish())
}
