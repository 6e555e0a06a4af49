//! A page of flights: all of them or those of one filter over two relations, with the exact total or without.

use rusqlite::{Connection, ToSql, params_from_iter};
use serde::{Deserialize, Serialize};

use crate::flight::{COLUMNS, Flight};

/// What a caller may ask for.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(rename = "plane.manufacturer")]
    manufacturer: Option<String>,
    #[serde(rename = "origin.name.contains")]
    airport: Option<String>,
    ordering: Ordering,
    count: i64,
    page: i64,
    #[serde(default)]
    total: Total,
}

/// The orders that there are indexes for.
#[derive(Debug, Clone, Copy, Deserialize)]
enum Ordering {
    #[serde(rename = "-departure_delay")]
    WorstFirst,
    #[serde(rename = "time_hour")]
    FirstFirst,
}

/// Whether the records of all pages are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Total {
    #[default]
    Exact,
    None,
}

#[derive(Debug, Serialize)]
pub(crate) struct Page<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<i64>,
    pub(crate) results: Vec<T>,
}

const TOTAL: &str = "SELECT count(*) FROM nycflights_flight";

const TOTAL_FILTER: &str = "WHERE plane_id IN (SELECT tail_number FROM nycflights_plane WHERE manufacturer = ?1) AND \
    origin_id IN (SELECT faa FROM nycflights_airport WHERE instr(name, ?2) > 0)";

const FILTER: &str = "WHERE EXISTS (SELECT 1 FROM nycflights_plane p WHERE p.tail_number = f.plane_id AND p.manufacturer = ?1) \
    AND EXISTS (SELECT 1 FROM nycflights_airport a WHERE a.faa = f.origin_id AND instr(a.name, ?2) > 0)";

pub(crate) fn read_page(connection: &Connection, asked: &Asked, base: &str) -> rusqlite::Result<Page<Flight>> {
    let filter = asked.manufacturer.as_ref().zip(asked.airport.as_ref());
    let count = (asked.total == Total::Exact).then(|| read_total(connection, filter)).transpose()?;
    let (filter_words, limit) =
        if filter.is_some() { (FILTER, "LIMIT ?3 OFFSET ?4") } else { ("", "LIMIT ?1 OFFSET ?2") };
    let order = match asked.ordering {
        Ordering::WorstFirst => "departure_delay DESC NULLS LAST, id",
        Ordering::FirstFirst => "time_hour, id",
    };
    let select = format!("SELECT {COLUMNS} FROM nycflights_flight f {filter_words} ORDER BY {order} {limit}");
    let offset = (asked.page - 1) * asked.count;
    let mut values: Vec<&dyn ToSql> = Vec::with_capacity(4);
    if let Some((manufacturer, airport)) = &filter {
        values.extend([manufacturer as &dyn ToSql, airport]);
    }
    values.extend([&asked.count as &dyn ToSql, &offset]);
    let mut select = connection.prepare_cached(&select)?;
    let rows = select.query_map(params_from_iter(values), |row| Flight::read(row, base))?;
    Ok(Page { count, results: rows.collect::<Result<_, _>>()? })
}

fn read_total(connection: &Connection, filter: Option<(&String, &String)>) -> rusqlite::Result<i64> {
    match filter {
        Some(filter) => {
            connection.prepare_cached(&format!("{TOTAL} {TOTAL_FILTER}"))?.query_row(filter, |row| row.get(0))
        }
        None => connection.prepare_cached(TOTAL)?.query_row([], |row| row.get(0)),
    }
}
