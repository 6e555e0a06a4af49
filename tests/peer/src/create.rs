//! Storing flights that callers send.

use ring::digest::{SHA256, digest};
use rusqlite::{Connection, params};
use serde::Deserialize;

use crate::flight::hex;

/// A flight as a caller sends it.
#[derive(Debug, Deserialize)]
pub(crate) struct NewFlight {
    time_hour: String,
    carrier: String,
    number: i64,
    origin: String,
    destination: String,
    plane: Option<String>,
    scheduled_departure: i64,
    departure: Option<i64>,
    departure_delay: Option<i64>,
    scheduled_arrival: i64,
    arrival: Option<i64>,
    arrival_delay: Option<i64>,
    air_time: Option<i64>,
    distance: i64,
}

/// Many flights in one request: all are stored or none.
#[derive(Debug, Deserialize)]
pub(crate) struct Bulk {
    pub(crate) records: Vec<NewFlight>,
}

const INSERT: &str = "INSERT INTO nycflights_flight (id, time_hour, carrier_id, origin_id, destination_id, plane_id, number, \
    scheduled_departure, departure, departure_delay, scheduled_arrival, arrival, arrival_delay, air_time, distance, created, \
    updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%F %H:%M:%f'), strftime('%F %H:%M:%f'))";

/// Stores a flight and gives its identifier in hexadecimal digits. The keys that it refers to are checked by the database.
pub(crate) fn insert(connection: &Connection, flight: &NewFlight) -> rusqlite::Result<String> {
    let key = format!("{}|{}|{}", flight.time_hour, flight.carrier, flight.number);
    let id = digest(&SHA256, key.as_bytes());
    connection.prepare_cached(INSERT)?.execute(params![
        id.as_ref(),
        flight.time_hour.trim_end_matches('Z').replace('T', " "),
        flight.carrier,
        flight.origin,
        flight.destination,
        flight.plane,
        flight.number,
        flight.scheduled_departure,
        flight.departure,
        flight.departure_delay,
        flight.scheduled_arrival,
        flight.arrival,
        flight.arrival_delay,
        flight.air_time,
        flight.distance
    ])?;
    Ok(hex(id.as_ref()))
}
