//! The requests of the measurement: a filter over two relations, from a seeded list.

use std::collections::BTreeSet;

use super::super::seed::Seeded;

/// A page of flights of a manufacturer's planes from an airport.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question {
    manufacturer: &'static str,
    airport: &'static str,
    page: u64,
}

const MANUFACTURERS: [&str; 5] = ["BOEING", "AIRBUS", "EMBRAER", "BOMBARDIER INC", "AIRBUS INDUSTRIE"];
const AIRPORTS: [&str; 5] = ["Kennedy", "Newark", "La Guardia", "John F", "Liberty"];
const PAGES: u64 = 10;
const COUNT: usize = 200;

/// Different requests in the same order in every run.
pub(super) fn questions() -> Vec<Question> {
    let mut seeded = Seeded::new();
    let (mut seen, mut questions) = (BTreeSet::new(), Vec::with_capacity(COUNT));
    while questions.len() < COUNT {
        let question = Question {
            manufacturer: MANUFACTURERS[seeded.below(5) as usize],
            airport: AIRPORTS[seeded.below(5) as usize],
            page: 1 + seeded.below(PAGES),
        };
        if seen.insert(question.clone()) {
            questions.push(question);
        }
    }
    questions
}

impl Question {
    pub(super) fn path(&self) -> String {
        let Self { manufacturer, airport, page } = self;
        let [manufacturer, airport] = [manufacturer, airport].map(|text| text.replace(' ', "%20"));
        format!(
            "/flight/?plane.manufacturer={manufacturer}&origin.name.contains={airport}&ordering=-departure_delay&count=20&page={page}"
        )
    }
}
