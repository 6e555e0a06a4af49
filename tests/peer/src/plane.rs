//! The planes that fly to an airport: a page and the exact total.

use rusqlite::{Connection, params};
use serde::Deserialize;

use crate::page::Page;
use crate::record::{Cells, PLANE, Plane};

/// What a caller may ask for.
#[derive(Debug, Deserialize)]
pub(crate) struct AskedPlanes {
    #[serde(rename = "flights.destination.faa")]
    destination: String,
    count: i64,
    page: i64,
}

const TOTAL: &str = "SELECT count(*) FROM nycflights_plane WHERE tail_number IN \
    (SELECT plane_id FROM nycflights_flight WHERE destination_id = ?1 AND plane_id IS NOT NULL)";

const FILTER: &str =
    "EXISTS (SELECT 1 FROM nycflights_flight f WHERE f.plane_id = p.tail_number AND f.destination_id = ?1)";

pub(crate) fn read_planes(connection: &Connection, asked: &AskedPlanes, base: &str) -> rusqlite::Result<Page<Plane>> {
    let count = connection.prepare_cached(TOTAL)?.query_row([&asked.destination], |row| row.get(0))?;
    let select =
        format!("SELECT {PLANE} FROM nycflights_plane p WHERE {FILTER} ORDER BY p.tail_number LIMIT ?2 OFFSET ?3");
    let mut select = connection.prepare_cached(&select)?;
    let offset = (asked.page - 1) * asked.count;
    let asked = params![asked.destination, asked.count, offset];
    let rows = select.query_map(asked, |row| Plane::read(&Cells::of(row), base))?;
    Ok(Page { count: Some(count), results: rows.filter_map(Result::transpose).collect::<Result<_, _>>()? })
}
