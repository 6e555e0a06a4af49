//! One flight in full, with the records it refers to: one statement.

use std::cell::Cell;

use rusqlite::types::FromSql;
use rusqlite::{Connection, Row};
use serde::Serialize;

use crate::flight::{bytes, hex, moment};

/// A flight as the data API shows it by itself.
#[derive(Debug, Serialize)]
pub(crate) struct Record {
    id: String,
    time_hour: String,
    carrier: Airline,
    number: i64,
    origin: Airport,
    destination: Airport,
    plane: Option<Plane>,
    scheduled_departure: i64,
    departure: Option<i64>,
    departure_delay: Option<i64>,
    scheduled_arrival: i64,
    arrival: Option<i64>,
    arrival_delay: Option<i64>,
    air_time: Option<i64>,
    distance: i64,
    created: Option<String>,
    updated: Option<String>,
}

#[derive(Debug, Serialize)]
struct Airline {
    code: String,
    name: String,
    created: Option<String>,
    updated: Option<String>,
    api_url: String,
}

#[derive(Debug, Serialize)]
struct Airport {
    faa: String,
    name: String,
    latitude: f64,
    longitude: f64,
    altitude: i64,
    utc_offset: f64,
    time_zone: Option<String>,
    created: Option<String>,
    updated: Option<String>,
    api_url: String,
}

/// Without its hidden field.
#[derive(Debug, Serialize)]
pub(crate) struct Plane {
    tail_number: String,
    year: Option<i64>,
    category: String,
    manufacturer: String,
    model: String,
    engines: i64,
    seats: i64,
    engine: String,
    created: Option<String>,
    updated: Option<String>,
    api_url: String,
}

/// The columns that a plane is made from.
pub(crate) const PLANE: &str =
    "p.tail_number, p.year, p.category, p.manufacturer, p.model, p.engines, p.seats, p.engine, p.created, p.updated";

const SELECT: &str = "SELECT f.id, f.time_hour, f.number, f.scheduled_departure, f.departure, f.departure_delay, \
    f.scheduled_arrival, f.arrival, f.arrival_delay, f.air_time, f.distance, f.created, f.updated, \
    c.code, c.name, c.created, c.updated, \
    o.faa, o.name, o.latitude, o.longitude, o.altitude, o.utc_offset, o.time_zone, o.created, o.updated, \
    d.faa, d.name, d.latitude, d.longitude, d.altitude, d.utc_offset, d.time_zone, d.created, d.updated, \
    p.tail_number, p.year, p.category, p.manufacturer, p.model, p.engines, p.seats, p.engine, p.created, p.updated \
    FROM nycflights_flight f JOIN nycflights_airline c ON c.code = f.carrier_id \
    JOIN nycflights_airport o ON o.faa = f.origin_id JOIN nycflights_airport d ON d.faa = f.destination_id \
    LEFT JOIN nycflights_plane p ON p.tail_number = f.plane_id WHERE f.id = ?";

/// The flight with an identifier in hexadecimal digits.
pub(crate) fn read_record(connection: &Connection, id: &str, base: &str) -> rusqlite::Result<Record> {
    let id = bytes(id).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    connection.prepare_cached(SELECT)?.query_row([id], |row| Record::read(&Cells::of(row), base))
}

/// The cells of a row, one after the other.
pub(crate) struct Cells<'r> {
    row: &'r Row<'r>,
    next: Cell<usize>,
}

impl<'r> Cells<'r> {
    pub(crate) const fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: Cell::new(0) }
    }

    fn take<T: FromSql>(&self) -> rusqlite::Result<T> {
        self.row.get(self.next.replace(self.next.get() + 1))
    }

    fn moment(&self) -> rusqlite::Result<Option<String>> {
        let place = self.next.replace(self.next.get() + 1);
        Ok(self.row.get_ref(place)?.as_str_or_null()?.map(moment))
    }
}

impl Record {
    fn read(cells: &Cells<'_>, base: &str) -> rusqlite::Result<Self> {
        Ok(Self {
            id: hex(&cells.take::<Vec<u8>>()?),
            time_hour: cells.moment()?.unwrap_or_default(),
            number: cells.take()?,
            scheduled_departure: cells.take()?,
            departure: cells.take()?,
            departure_delay: cells.take()?,
            scheduled_arrival: cells.take()?,
            arrival: cells.take()?,
            arrival_delay: cells.take()?,
            air_time: cells.take()?,
            distance: cells.take()?,
            created: cells.moment()?,
            updated: cells.moment()?,
            carrier: Airline::read(cells, base)?,
            origin: Airport::read(cells, base)?,
            destination: Airport::read(cells, base)?,
            plane: Plane::read(cells, base)?,
        })
    }
}

impl Airline {
    fn read(cells: &Cells<'_>, base: &str) -> rusqlite::Result<Self> {
        let code: String = cells.take()?;
        Ok(Self {
            api_url: format!("{base}/airline/{code}/"),
            code,
            name: cells.take()?,
            created: cells.moment()?,
            updated: cells.moment()?,
        })
    }
}

impl Airport {
    fn read(cells: &Cells<'_>, base: &str) -> rusqlite::Result<Self> {
        let faa: String = cells.take()?;
        Ok(Self {
            api_url: format!("{base}/airport/{faa}/"),
            faa,
            name: cells.take()?,
            latitude: cells.take()?,
            longitude: cells.take()?,
            altitude: cells.take()?,
            utc_offset: cells.take()?,
            time_zone: cells.take()?,
            created: cells.moment()?,
            updated: cells.moment()?,
        })
    }
}

impl Plane {
    /// Nothing if the flight has none.
    pub(crate) fn read(cells: &Cells<'_>, base: &str) -> rusqlite::Result<Option<Self>> {
        let Some(tail_number) = cells.take::<Option<String>>()? else { return Ok(None) };
        Ok(Some(Self {
            api_url: format!("{base}/plane/{tail_number}/"),
            tail_number,
            year: cells.take()?,
            category: cells.take()?,
            manufacturer: cells.take()?,
            model: cells.take()?,
            engines: cells.take()?,
            seats: cells.take()?,
            engine: cells.take()?,
            created: cells.moment()?,
            updated: cells.moment()?,
        }))
    }
}
