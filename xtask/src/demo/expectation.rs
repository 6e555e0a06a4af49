//! What the tour must show, computed from the CSV files.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::table::{Row, Table};
use crate::error::TaskError;
use crate::project::Project;

/// The delay from which on the example's command counts a departure as late.
const LATE: i64 = 15;

/// Rows of an import.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) import: &'static str,
    pub(super) read: u64,
    pub(super) rejected: u64,
    pub(super) empty: u64,
    pub(super) unresolved: u64,
}

/// Everything the tour must show.
pub(super) struct Expectation {
    pub(super) rows: Vec<Rows>,
    /// How many flights of Boeing planes left Kennedy.
    pub(super) boeings: u64,
    /// The worst delays among them.
    pub(super) worst_delays: Vec<i64>,
    /// For each airline that leaves Kennedy: name, flights, share of late ones; the worst first.
    pub(super) punctuality: Vec<String>,
}

struct Data {
    airlines: Table,
    airports: Table,
    planes: Table,
    weather: Table,
    flights: Table,
}

/// Reads the data and computes.
pub(super) fn expect(project: &Project, shown: usize, least: u64) -> Result<Expectation, TaskError> {
    let data = Data {
        airlines: Table::read(project, "airlines.csv")?,
        airports: Table::read(project, "airports.csv")?,
        planes: Table::read(project, "planes.csv")?,
        weather: Table::read(project, "weather.csv")?,
        flights: Table::read(project, "flights-2013-01.csv.zip")?,
    };
    let stored: Vec<Row<'_>> = stored_flights(&data);
    let mut delays = boeing_delays(&data, &stored);
    // A flight that never left has no delay and comes last.
    delays.sort_unstable_by_key(|delay| std::cmp::Reverse(delay.unwrap_or(i64::MIN)));
    Ok(Expectation {
        rows: rows(&data, &stored),
        boeings: delays.len() as u64,
        worst_delays: delays.into_iter().flatten().take(shown).collect(),
        punctuality: punctuality(&data, &stored, least),
    })
}

/// A flight to an airport that is not in the list is rejected.
fn stored_flights(data: &Data) -> Vec<Row<'_>> {
    let airports = keys(&data.airports, "faa");
    data.flights.rows().filter(|flight| flight.get("dest").is_some_and(|dest| airports.contains(dest))).collect()
}

fn rows(data: &Data, stored: &[Row<'_>]) -> Vec<Rows> {
    let planes = keys(&data.planes, "tailnum");
    let all = |import, table: &Table| Rows { import, read: table.len(), rejected: 0, empty: 0, unresolved: 0 };
    let count =
        |fits: &dyn Fn(Option<&str>) -> bool| stored.iter().filter(|flight| fits(flight.get("tailnum"))).count() as u64;
    let flights = Rows {
        rejected: data.flights.len() - stored.len() as u64,
        empty: count(&|plane| plane.is_none()),
        unresolved: count(&|plane| plane.is_some_and(|plane| !planes.contains(plane))),
        ..all("flights", &data.flights)
    };
    let [airlines, airports] = [all("airlines", &data.airlines), all("airports", &data.airports)];
    vec![airlines, airports, all("planes", &data.planes), all("weather", &data.weather), flights]
}

fn boeing_delays(data: &Data, stored: &[Row<'_>]) -> Vec<Option<i64>> {
    let boeings = data.planes.rows().filter(|plane| plane.get("manufacturer") == Some("BOEING"));
    let boeings: HashSet<&str> = boeings.filter_map(|plane| plane.get("tailnum")).collect();
    let is_kennedy = |airport: &Row<'_>| airport.get("name").is_some_and(|name| name.contains("Kennedy"));
    let kennedy: HashSet<&str> =
        data.airports.rows().filter(is_kennedy).filter_map(|airport| airport.get("faa")).collect();
    let is_in =
        |flight: &Row<'_>, column: &str, set: &HashSet<&str>| flight.get(column).is_some_and(|key| set.contains(key));
    let found = stored.iter().filter(|flight| is_in(flight, "tailnum", &boeings) && is_in(flight, "origin", &kennedy));
    found.map(|flight| flight.number("dep_delay")).collect()
}

fn punctuality(data: &Data, stored: &[Row<'_>], least: u64) -> Vec<String> {
    let names: HashMap<_, _> =
        data.airlines.rows().map(|airline| (airline.get("carrier"), airline.get("name"))).collect();
    let mut counts: BTreeMap<Option<&str>, (u64, u64)> = BTreeMap::new();
    for flight in stored.iter().filter(|flight| flight.get("origin") == Some("JFK")) {
        let (flights, late) = counts.entry(flight.get("carrier")).or_default();
        *flights += 1;
        *late += u64::from(flight.number("dep_delay").is_some_and(|delay| delay >= LATE));
    }
    let counts = counts.into_iter().filter(|(_, (flights, _))| *flights >= least);
    let mut shares: Vec<_> =
        counts.map(|(carrier, (flights, late))| (names[&carrier], flights, per_cent(late, flights))).collect();
    shares.sort_by(|left, right| right.2.total_cmp(&left.2));
    shares.iter().map(|(name, flights, late)| format!("{} {flights} {late:.1} %", name.unwrap_or_default())).collect()
}

fn per_cent(part: u64, whole: u64) -> f64 {
    part as f64 * 100.0 / whole as f64
}

fn keys<'a>(table: &'a Table, column: &str) -> HashSet<&'a str> {
    table.rows().filter_map(|row| row.get(column)).collect()
}
