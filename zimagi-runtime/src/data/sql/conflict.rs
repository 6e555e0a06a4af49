//! What an insert says about rows whose key exists.

use diesel::result::QueryResult;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::fragment::{Pass, walk_list};
use super::statement::Conflict;

pub(super) fn walk_conflict<DB: Dialect>(
    table: &str,
    conflict: &Conflict,
    out: &mut Pass<'_, '_, DB>,
) -> QueryResult<()> {
    match conflict {
        Conflict::Fail => Ok(()),
        Conflict::Ignore { target } => walk_ignore(target, out),
        // Nothing but the key: a row that exists cannot differ.
        Conflict::UpdateIfDifferent { target, compared, .. } if compared.is_empty() => walk_ignore(target, out),
        Conflict::UpdateIfDifferent { target, compared, also } => match DB::DATABASE {
            Database::Mysql => walk_update_on_mysql(target, compared, also, out),
            Database::Sqlite | Database::Postgresql => {
                walk_target(target, out)?;
                out.push_sql(" DO UPDATE SET ");
                walk_new_values(compared, out)?;
                if !also.is_empty() {
                    out.push_sql(", ");
                    walk_new_values(also, out)?;
                }
                out.push_sql(" WHERE ");
                walk_list(compared, " OR ", out, |column, out| walk_difference(table, column, out))
            }
        },
    }
}

/// MySQL has no word for dropping only rows whose key exists; a column set to itself changes nothing.
fn walk_ignore<DB: Dialect>(target: &[&'static str], out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    match DB::DATABASE {
        Database::Mysql => {
            out.push_sql(" ON DUPLICATE KEY UPDATE ");
            walk_same_key_on_mysql(target, out)
        }
        Database::Sqlite | Database::Postgresql => {
            walk_target(target, out)?;
            out.push_sql(" DO NOTHING");
            Ok(())
        }
    }
}

/// MySQL sets columns from left to right, and there is no condition on the whole: `also` is decided before what it depends on changes.
fn walk_update_on_mysql<DB: Dialect>(
    target: &[&'static str],
    compared: &[&'static str],
    also: &[&'static str],
    out: &mut Pass<'_, '_, DB>,
) -> QueryResult<()> {
    out.push_sql(" ON DUPLICATE KEY UPDATE ");
    walk_same_key_on_mysql(target, out)?;
    out.push_sql(", ");
    for column in also {
        out.push_identifier(column)?;
        out.push_sql(" = IF(");
        walk_list(compared, " AND ", out, |compared, out| {
            out.push_identifier(compared)?;
            out.push_sql(" <=> ");
            walk_values(compared, out)
        })?;
        out.push_sql(", ");
        out.push_identifier(column)?;
        out.push_sql(", ");
        walk_values(column, out)?;
        out.push_sql("), ");
    }
    walk_list(compared, ", ", out, |column, out| {
        out.push_identifier(column)?;
        out.push_sql(" = ");
        walk_values(column, out)
    })
}

/// MySQL updates whichever record it comes upon, by any unique key. One that is not the row's own would be overwritten: its key is
/// set to null instead, which it may not be, so that the statement fails.
fn walk_same_key_on_mysql<DB: Dialect>(target: &[&'static str], out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    walk_list(target, ", ", out, |column, out| {
        out.push_identifier(column)?;
        out.push_sql(" = IF(");
        out.push_identifier(column)?;
        out.push_sql(" <=> ");
        walk_values(column, out)?;
        out.push_sql(", ");
        out.push_identifier(column)?;
        out.push_sql(", NULL)");
        Ok(())
    })
}

fn walk_target<DB: Dialect>(target: &[&'static str], out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_sql(" ON CONFLICT (");
    walk_list(target, ", ", out, |column, out| out.push_identifier(column))?;
    out.push_sql(")");
    Ok(())
}

fn walk_new_values<DB: Dialect>(columns: &[&'static str], out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    walk_list(columns, ", ", out, |column, out| {
        out.push_identifier(column)?;
        out.push_sql(" = ");
        walk_excluded(column, out)
    })
}

/// Whether the row that exists and the new one differ in a column; null differs from a value and not from null.
fn walk_difference<DB: Dialect>(table: &str, column: &str, out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_identifier(table)?;
    out.push_sql(".");
    out.push_identifier(column)?;
    out.push_sql(if DB::DATABASE == Database::Sqlite { " IS NOT " } else { " IS DISTINCT FROM " });
    walk_excluded(column, out)
}

fn walk_excluded<DB: Dialect>(column: &str, out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_sql("excluded.");
    out.push_identifier(column)
}

fn walk_values<DB: Dialect>(column: &str, out: &mut Pass<'_, '_, DB>) -> QueryResult<()> {
    out.push_sql("VALUES(");
    out.push_identifier(column)?;
    out.push_sql(")");
    Ok(())
}
