//! What is asked, in no one's words: seeded lists, in which no request follows its like.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::super::seed::Seeded;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    /// One flight with the records it refers to.
    Record { id: String },
    /// Twenty flights.
    Flights { filter: Option<Nested>, order: Order, page: u64, total: Total },
    /// Twenty planes, and how many there are, by an airport that flights of theirs go to.
    Planes { destination: &'static str, page: u64 },
    /// A new flight.
    Create { serial: u64 },
    /// New flights in one request: all or none.
    CreateMany { serial: u64 },
}

/// A filter over two relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Nested {
    pub(super) manufacturer: &'static str,
    /// A part of the name of the airport that flights start from.
    pub(super) origin: &'static str,
}

/// Orders that there are indexes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    WorstDelayFirst,
    Time,
}

/// Whether the records of all pages are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Total {
    Exact,
    None,
}

/// The records on a page.
pub(super) const PAGE: u64 = 20;
/// The new flights of one [`Question::CreateMany`].
pub(super) const MANY: u64 = 100;

const MANUFACTURERS: [&str; 5] = ["BOEING", "AIRBUS", "EMBRAER", "BOMBARDIER INC", "AIRBUS INDUSTRIE"];
const ORIGINS: [&str; 5] = ["Kennedy", "Newark", "La Guardia", "John F", "Liberty"];
const DESTINATIONS: [&str; 20] = [
    "ATL", "ORD", "BOS", "MCO", "FLL", "LAX", "CLT", "MIA", "SFO", "DCA", "DFW", "DTW", "RDU", "TPA", "PBI", "IAH",
    "DEN", "MSP", "IAD", "LAS",
];
const CARRIERS: [&str; 4] = ["UA", "AA", "DL", "EV"];
const ORIGIN_CODES: [&str; 3] = ["JFK", "LGA", "EWR"];
const PLANES: [&str; 4] = ["N10156", "N14228", "N24211", "N804JB"];
/// Beyond the serial numbers of single flights.
const FIRST_OF_MANY: u64 = 1_000_000_000_000;
/// Every filter has so many at least.
const PAGES: u64 = 8;
const PAGES_OF_ALL: u64 = 100;
/// How many different requests a list has.
const COUNT: usize = 150;

/// Pages of flights, the first ones of an order.
pub(super) fn flights(is_filtered: bool, total: Total) -> Vec<Question> {
    different(|seeded| {
        let filter =
            is_filtered.then(|| Nested { manufacturer: pick(seeded, &MANUFACTURERS), origin: pick(seeded, &ORIGINS) });
        let order =
            if is_filtered { Order::WorstDelayFirst } else { pick(seeded, &[Order::WorstDelayFirst, Order::Time]) };
        let page = 1 + seeded.below(if is_filtered { PAGES } else { PAGES_OF_ALL });
        Question::Flights { filter, order, page, total }
    })
}

/// Pages of planes.
pub(super) fn planes() -> Vec<Question> {
    different(|seeded| Question::Planes { destination: pick(seeded, &DESTINATIONS), page: 1 + seeded.below(PAGES) })
}

/// Single flights out of many.
pub(super) fn records(ids: &[String]) -> Vec<Question> {
    different(|seeded| Question::Record { id: ids[seeded.below(ids.len() as u64) as usize].clone() })
}

/// The flight of a serial number, which no other has, as the body of a request. All sides take the same words.
pub(super) fn new_flight(serial: u64) -> Json {
    let mut seeded = Seeded::new();
    let delay = (serial % 64..64).map(|_| seeded.below(120)).sum::<u64>() % 120;
    json!({
        "time_hour": "2013-12-31T10:00:00Z",
        "carrier": pick(&mut seeded, &CARRIERS),
        "number": serial,
        "origin": pick(&mut seeded, &ORIGIN_CODES),
        "destination": pick(&mut seeded, &DESTINATIONS),
        "plane": pick(&mut seeded, &PLANES),
        "scheduled_departure": 600,
        "departure": 600 + delay,
        "departure_delay": delay,
        "scheduled_arrival": 900,
        "arrival": 900 + delay,
        "arrival_delay": delay,
        "air_time": 180 + seeded.below(60),
        "distance": 1000 + seeded.below(1000),
    })
}

/// The flights of a [`Question::CreateMany`].
pub(super) fn new_flights(serial: u64) -> Vec<Json> {
    (0..MANY).map(|place| new_flight(FIRST_OF_MANY + serial * MANY + place)).collect()
}

fn different(mut make: impl FnMut(&mut Seeded) -> Question) -> Vec<Question> {
    let mut seeded = Seeded::new();
    let (mut seen, mut questions) = (BTreeSet::new(), Vec::with_capacity(COUNT));
    while questions.len() < COUNT {
        let question = make(&mut seeded);
        if seen.insert(question.clone()) {
            questions.push(question);
        }
    }
    questions
}

fn pick<T: Copy>(seeded: &mut Seeded, from: &[T]) -> T {
    from[seeded.below(from.len() as u64) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_request_comes_twice_in_a_list() {
        let ids: Vec<String> = (0..500).map(|id| id.to_string()).collect();
        for questions in [flights(false, Total::None), flights(true, Total::Exact), planes(), records(&ids)] {
            assert_eq!(questions.iter().collect::<BTreeSet<_>>().len(), COUNT);
        }
    }

    #[test]
    fn new_flights_differ_in_their_key() {
        let numbers: BTreeSet<String> = new_flights(7).iter().map(|flight| flight["number"].to_string()).collect();
        assert_eq!(numbers.len() as u64, MANY);
        assert_eq!(new_flights(7), new_flights(7));
    }
}
