//! The catalogue of a PostgreSQL database: the tables on the search path.

use postgres::{Client, NoTls, Row};

use super::catalogue::{Column, ForeignKey, Table};
use crate::infer::InferFailure;

const TABLES: &str = "SELECT relname::text FROM pg_class \
    WHERE relkind IN ('r', 'p', 'v', 'm') AND pg_table_is_visible(oid) \
    AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) ORDER BY relname";

const COLUMNS: &str = "SELECT attname::text, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute \
    WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum";

/// Unique sets, the primary key first; one over an expression or a part of the rows says nothing of columns.
const UNIQUE: &str = "SELECT indisprimary, ARRAY(SELECT attname::text FROM unnest(indkey::int2[]) WITH ORDINALITY AS k(n, place) \
    JOIN pg_attribute ON attrelid = indrelid AND attnum = n WHERE place <= indnkeyatts ORDER BY place) FROM pg_index \
    WHERE indrelid = to_regclass(quote_ident($1)) AND indisunique AND indexprs IS NULL AND indpred IS NULL \
    ORDER BY indisprimary DESC, indexrelid";

const FOREIGN_KEYS: &str = "SELECT a.attname::text, c.relname::text, t.attname::text FROM pg_constraint k \
    JOIN pg_class c ON c.oid = k.confrelid JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] \
    JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = k.confkey[1] \
    WHERE k.contype = 'f' AND k.conrelid = to_regclass(quote_ident($1)) AND cardinality(k.conkey) = 1 ORDER BY a.attnum";

/// Reads the table that is chosen among all.
pub(super) fn read(
    url: &str,
    choose: impl FnOnce(Vec<String>) -> Result<String, InferFailure>,
) -> Result<Table, InferFailure> {
    let failed = |source| InferFailure::Postgres { source };
    let mut client = Client::connect(url, NoTls).map_err(failed)?;
    let known = client.query(TABLES, &[]).map_err(failed)?;
    let name = choose(known.iter().map(|row| row.get(0)).collect())?;
    table(&mut client, name).map_err(failed)
}

fn table(client: &mut Client, name: String) -> Result<Table, postgres::Error> {
    let columns = client.query(COLUMNS, &[&name])?.iter().map(column).collect();
    let unique: Vec<(bool, Vec<String>)> =
        client.query(UNIQUE, &[&name])?.iter().map(|row| (row.get(0), row.get(1))).collect();
    let foreign_keys = client.query(FOREIGN_KEYS, &[&name])?;
    let foreign_keys = foreign_keys.iter();
    let of =
        |is_primary: bool| unique.iter().filter(move |(primary, _)| *primary == is_primary).map(|(_, set)| set.clone());
    Ok(Table {
        columns,
        primary_key: of(true).next().unwrap_or_default(),
        unique: of(false).collect(),
        foreign_keys: foreign_keys
            .map(|row| ForeignKey { column: row.get(0), table: row.get(1), target: row.get(2) })
            .collect(),
        name,
    })
}

fn column(row: &Row) -> Column {
    Column { name: row.get(0), type_: row.get(1), is_nullable: !row.get::<_, bool>(2) }
}
