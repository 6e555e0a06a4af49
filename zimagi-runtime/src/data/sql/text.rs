//! A statement's text, without a connection: for traces and goldens.

use diesel::mysql::Mysql;
use diesel::pg::Pg;
use diesel::query_builder::QueryFragment;
use diesel::sqlite::Sqlite;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::prepared::{Body, Caching, Prepared};

/// The text for one database. Values stand as `?` or `$1`, never themselves: they may be secret.
pub(crate) fn sql_text(body: Body<'_>, database: Database) -> String {
    let statement = Prepared { body, caching: Caching::Once };
    match database {
        Database::Sqlite => text::<Sqlite>(&statement),
        Database::Postgresql => text::<Pg>(&statement),
        Database::Mysql => text::<Mysql>(&statement),
    }
}

fn text<DB>(statement: &Prepared<'_>) -> String
where
    DB: Dialect + Default,
    DB::QueryBuilder: Default,
    for<'a> Prepared<'a>: QueryFragment<DB>,
{
    let mut builder = DB::QueryBuilder::default();
    statement.to_sql(&mut builder, &DB::default()).expect("the tree can always be written");
    diesel::query_builder::QueryBuilder::<DB>::finish(builder)
}
