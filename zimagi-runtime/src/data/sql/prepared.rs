//! A statement on its way to a connection: what Diesel executes.

use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Untyped;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::fragment::{walk_select, walk_statement};
use super::statement::{Select, Statement};

/// A statement and whether the connection may keep it prepared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prepared<'a> {
    pub(crate) body: Body<'a>,
    pub(crate) caching: Caching,
}

/// A query or any statement.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Body<'a> {
    Select(&'a Select),
    /// How the database would answer a query, and how many rows it expects.
    Explain(&'a Select),
    Statement(&'a Statement),
}

/// Diesel's cache of prepared statements has no bound of its own, and clients shape the SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caching {
    Keep,
    Once,
}

impl<DB: Dialect> QueryFragment<DB> for Prepared<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        if self.caching == Caching::Once {
            out.unsafe_to_cache_prepared();
        }
        match self.body {
            Body::Select(select) => walk_select(select, &mut out),
            Body::Explain(select) => {
                out.push_sql(if DB::DATABASE == Database::Postgresql {
                    "EXPLAIN (FORMAT JSON) "
                } else {
                    "EXPLAIN FORMAT=JSON "
                });
                walk_select(select, &mut out)
            }
            Body::Statement(statement) => walk_statement(statement, &mut out),
        }
    }
}

impl Query for Prepared<'_> {
    type SqlType = Untyped;
}

/// The text depends on the value, so no type can stand for it.
impl QueryId for Prepared<'_> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Conn> diesel::RunQueryDsl<Conn> for Prepared<'_> {}
