//! Bare prepared statements: all rows are read, resolved and hashed beforehand, and only storing them is timed.

use std::collections::HashSet;
use std::fs::File;
use std::time::Instant;

use csv::{Reader, StringRecord};
use ring::digest::{SHA256, digest};
use rusqlite::{Connection, params};
use zip::ZipArchive;

use crate::connection::open_for_writing;
use crate::failure::Failure;

/// A flight as it is stored.
struct Row {
    id: Vec<u8>,
    time_hour: String,
    texts: [String; 3],
    plane: Option<String>,
    /// Number, scheduled departure, departure, its delay, scheduled arrival, arrival, its delay, air time, distance.
    numbers: [Option<i64>; 9],
}

const NUMBERS: [&str; 9] = [
    "flight",
    "sched_dep_time",
    "dep_time",
    "dep_delay",
    "sched_arr_time",
    "arr_time",
    "arr_delay",
    "air_time",
    "distance",
];

const INSERT: &str = "INSERT INTO nycflights_flight (id, time_hour, carrier_id, origin_id, destination_id, plane_id, number, \
    scheduled_departure, departure, departure_delay, scheduled_arrival, arrival, arrival_delay, air_time, distance, created, \
    updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2013-12-31 23:59:59', '2013-12-31 23:59:59')";

/// A commit has to reach the disk; this many rows share one.
const ROWS_PER_COMMIT: usize = 5_000;

/// Stores the flights of a file and prints how many, and the seconds it took.
pub(crate) fn import(database: &str, flights: &str) -> Result<(), Failure> {
    let mut connection = open_for_writing(database)?;
    let airports = keys(&connection, "SELECT faa FROM nycflights_airport")?;
    let planes = keys(&connection, "SELECT tail_number FROM nycflights_plane")?;
    let mut archive = ZipArchive::new(File::open(flights)?)?;
    let mut reader = Reader::from_reader(archive.by_index(0)?);
    let columns = reader.headers()?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let row = read(&columns, &record?, &planes);
        rows.extend(Some(row).filter(|row| airports.contains(&row.texts[2])));
    }
    let start = Instant::now();
    store(&mut connection, &rows)?;
    println!("{} {}", rows.len(), start.elapsed().as_secs_f64());
    Ok(())
}

fn store(connection: &mut Connection, rows: &[Row]) -> rusqlite::Result<()> {
    for chunk in rows.chunks(ROWS_PER_COMMIT) {
        let transaction = connection.transaction()?;
        let mut insert = transaction.prepare_cached(INSERT)?;
        for Row { id, time_hour, texts: [carrier, origin, destination], plane, numbers: n } in chunk {
            insert.execute(params![
                id,
                time_hour,
                carrier,
                origin,
                destination,
                plane,
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                n[6],
                n[7],
                n[8]
            ])?;
        }
        drop(insert);
        transaction.commit()?;
    }
    Ok(())
}

fn keys(connection: &Connection, select: &str) -> rusqlite::Result<HashSet<String>> {
    connection.prepare(select)?.query_map([], |row| row.get(0))?.collect()
}

fn read(columns: &StringRecord, record: &StringRecord, planes: &HashSet<String>) -> Row {
    let text = |name: &str| {
        let position = columns.iter().position(|column| column == name).expect("the file has the column");
        Some(record[position].to_owned()).filter(|text| text != "NA")
    };
    let required = |name: &str| text(name).unwrap_or_default();
    let key = format!("{}|{}|{}", required("time_hour"), required("carrier"), required("flight"));
    Row {
        id: digest(&SHA256, key.as_bytes()).as_ref().to_vec(),
        time_hour: required("time_hour").trim_end_matches('Z').replace('T', " "),
        texts: ["carrier", "origin", "dest"].map(required),
        plane: text("tailnum").filter(|plane| planes.contains(plane)),
        numbers: NUMBERS.map(|name| text(name).and_then(|text| text.parse().ok())),
    }
}
