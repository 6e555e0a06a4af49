//! A flight in an answer.

use rusqlite::Row;
use serde::Serialize;

/// The columns that a flight is made from, in the order of [`Flight::read`].
pub(crate) const COLUMNS: &str = "id, time_hour, carrier_id, number, origin_id, destination_id, plane_id, scheduled_departure, \
    departure, departure_delay, scheduled_arrival, arrival, arrival_delay, air_time, distance, created, updated";

/// A flight as the data API shows it in lists.
#[derive(Debug, Serialize)]
pub(crate) struct Flight {
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
    api_url: String,
}

#[derive(Debug, Serialize)]
struct Airline {
    code: String,
    api_url: String,
}

#[derive(Debug, Serialize)]
struct Airport {
    faa: String,
    api_url: String,
}

#[derive(Debug, Serialize)]
struct Plane {
    tail_number: String,
    api_url: String,
}

impl Flight {
    pub(crate) fn read(row: &Row<'_>, base: &str) -> rusqlite::Result<Self> {
        let id = hex(row.get_ref(0)?.as_blob()?);
        let airport = |faa: String| Airport { api_url: format!("{base}/airport/{faa}/"), faa };
        let (code, plane): (String, Option<String>) = (row.get(2)?, row.get(6)?);
        Ok(Self {
            api_url: format!("{base}/flight/{id}/"),
            id,
            time_hour: moment(row.get_ref(1)?.as_str()?),
            carrier: Airline { api_url: format!("{base}/airline/{code}/"), code },
            number: row.get(3)?,
            origin: airport(row.get(4)?),
            destination: airport(row.get(5)?),
            plane: plane.map(|tail_number| Plane { api_url: format!("{base}/plane/{tail_number}/"), tail_number }),
            scheduled_departure: row.get(7)?,
            departure: row.get(8)?,
            departure_delay: row.get(9)?,
            scheduled_arrival: row.get(10)?,
            arrival: row.get(11)?,
            arrival_delay: row.get(12)?,
            air_time: row.get(13)?,
            distance: row.get(14)?,
            created: row.get_ref(15)?.as_str_or_null()?.map(moment),
            updated: row.get_ref(16)?.as_str_or_null()?.map(moment),
        })
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// The other way; nothing if these are no such digits.
pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    digits?.chunks(2).map(|pair| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok()).collect()
}

/// `2013-01-01 10:00:00` becomes `2013-01-01T10:00:00Z`. A fraction is stored with three digits if that is exact, and shown with six.
pub(crate) fn moment(stored: &str) -> String {
    let mut text = stored.replacen(' ', "T", 1);
    if text.split('.').nth(1).is_some_and(|fraction| fraction.len() == 3) {
        text.push_str("000");
    }
    text.push('Z');
    text
}
