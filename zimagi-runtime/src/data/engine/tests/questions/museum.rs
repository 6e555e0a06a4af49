//! Records made by chance, as the tests know them: plain values, and which record refers to which.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::chance::Chance;

/// A value of a record.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Null,
    Integer(i64),
    Float(f64),
    Decimal(Decimal),
    Boolean(bool),
    Text(String),
    Date(NaiveDate),
    Moment(NaiveDateTime),
    Time(NaiveTime),
    Span(TimeDelta),
    Uuid(Uuid),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Integer,
    Float,
    Decimal,
    Boolean,
    Text,
    Date,
    Moment,
    Time,
    Span,
    Uuid,
}

/// What a name of a type means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Value(Kind),
    /// A record of the type, or none.
    One(&'static str),
    /// Records of the type.
    Many(&'static str),
}

/// The names of each type; the first is the key.
pub(super) const TYPES: [(&str, &[(&str, Property)]); 4] = [
    (
        "shelf",
        &[
            ("code", Property::Value(Kind::Text)),
            ("name", Property::Value(Kind::Text)),
            ("weight", Property::Value(Kind::Float)),
            ("specimens", Property::Many("specimen")),
            ("remarks", Property::Many("mark")),
        ],
    ),
    (
        "tag",
        &[
            ("name", Property::Value(Kind::Text)),
            ("rank", Property::Value(Kind::Integer)),
            ("bearers", Property::Many("specimen")),
        ],
    ),
    (
        "specimen",
        &[
            ("code", Property::Value(Kind::Text)),
            ("title", Property::Value(Kind::Text)),
            ("note", Property::Value(Kind::Text)),
            ("amount", Property::Value(Kind::Integer)),
            ("ratio", Property::Value(Kind::Float)),
            ("price", Property::Value(Kind::Decimal)),
            ("alive", Property::Value(Kind::Boolean)),
            ("found", Property::Value(Kind::Date)),
            ("seen", Property::Value(Kind::Moment)),
            ("opens", Property::Value(Kind::Time)),
            ("lasts", Property::Value(Kind::Span)),
            ("label", Property::Value(Kind::Uuid)),
            ("shelf", Property::One("shelf")),
            ("parent", Property::One("specimen")),
            ("children", Property::Many("specimen")),
            ("marks", Property::Many("mark")),
            ("tags", Property::Many("tag")),
        ],
    ),
    (
        "mark",
        &[
            ("number", Property::Value(Kind::Integer)),
            ("grade", Property::Value(Kind::Integer)),
            ("word", Property::Value(Kind::Text)),
            ("written", Property::Value(Kind::Moment)),
            ("specimen", Property::One("specimen")),
            ("shelf", Property::One("shelf")),
        ],
    ),
];

/// Both sides of each relation and link, from the side that is written.
const PAIRS: [(&str, &str, &str, &str); 5] = [
    ("specimen", "shelf", "shelf", "specimens"),
    ("specimen", "parent", "specimen", "children"),
    ("specimen", "tags", "tag", "bearers"),
    ("mark", "specimen", "specimen", "marks"),
    ("mark", "shelf", "shelf", "remarks"),
];

pub(super) fn properties(type_: &str) -> &'static [(&'static str, Property)] {
    TYPES.iter().find(|(name, _)| *name == type_).unwrap().1
}

pub(super) fn property(type_: &str, name: &str) -> Property {
    properties(type_).iter().find(|(known, _)| *known == name).unwrap().1
}

/// The name of the field that records are told apart by, and its kind.
pub(super) fn key(type_: &str) -> (&'static str, Kind) {
    match properties(type_)[0] {
        (name, Property::Value(kind)) => (name, kind),
        other => panic!("{other:?} is no key"),
    }
}

/// A record.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) cells: BTreeMap<&'static str, Cell>,
    /// The places of related records among those of their type.
    pub(super) related: BTreeMap<&'static str, Vec<usize>>,
}

/// All records by their types.
#[derive(Debug, Default)]
pub(super) struct Museum {
    pub(super) records: BTreeMap<&'static str, Vec<Record>>,
}

impl Museum {
    /// Types are filled in their order; a specimen's parent is an earlier one.
    pub(super) fn make(chance: &mut Chance) -> Self {
        let mut museum = Self::default();
        for (type_, number) in [("shelf", 4), ("tag", 5), ("specimen", 30), ("mark", 40)] {
            for place in 0..number {
                let record = museum.record(chance, type_, place);
                museum.records.entry(type_).or_default().push(record);
                museum.tie(type_, place);
            }
        }
        museum
    }

    fn record(&self, chance: &mut Chance, type_: &str, place: usize) -> Record {
        let mut record = Record::default();
        for (name, property) in properties(type_) {
            match property {
                Property::Value(kind) if *name == key(type_).0 => {
                    let number = i64::try_from(place).unwrap() - 7;
                    let cell = if *kind == Kind::Text { Cell::Text(code(type_, place)) } else { Cell::Integer(number) };
                    record.cells.insert(name, cell);
                }
                Property::Value(_) if *name != "title" && chance.is_lucky(25) => {
                    record.cells.insert(name, Cell::Null);
                }
                Property::Value(kind) => {
                    record.cells.insert(name, cell(chance, *kind));
                }
                Property::One(target) => {
                    let known = self.records.get(target).map_or(0, Vec::len);
                    let one = (known > 0 && chance.is_lucky(75)).then(|| chance.below(known));
                    record.related.insert(name, one.into_iter().collect());
                }
                Property::Many("tag") => {
                    let tags = (0..self.records["tag"].len()).filter(|_| chance.is_lucky(30));
                    record.related.insert(name, tags.collect());
                }
                Property::Many(_) => {
                    record.related.insert(name, Vec::new());
                }
            }
        }
        record
    }

    /// Tells the records that a new one refers to.
    fn tie(&mut self, type_: &'static str, place: usize) {
        for (_, name, target, back) in PAIRS.iter().filter(|(from, ..)| *from == type_) {
            for other in self.records[type_][place].related[name].clone() {
                self.records.get_mut(target).unwrap()[other].related.get_mut(back).unwrap().push(place);
            }
        }
    }

    pub(super) fn key(&self, type_: &str, place: usize) -> &Cell {
        &self.records[type_][place].cells[key(type_).0]
    }

    /// The records of a type as they are written.
    pub(super) fn written(&self, type_: &str) -> Vec<Map<String, Json>> {
        let record = |record: &Record| {
            let mut members: Map<String, Json> =
                record.cells.iter().map(|(name, cell)| ((*name).to_owned(), cell.json())).collect();
            for (_, name, target, _) in PAIRS.iter().filter(|(from, ..)| *from == type_) {
                let named = record.related[name].iter().map(|place| self.key(target, *place).json());
                let value = match property(type_, name) {
                    Property::Many(_) => named.collect(),
                    _ => named.into_iter().next().unwrap_or(Json::Null),
                };
                members.insert((*name).to_owned(), value);
            }
            members
        };
        self.records[type_].iter().map(record).collect()
    }
}

/// The key of the record at a place.
pub(super) fn code(type_: &str, place: usize) -> String {
    const LETTERS: [&str; 8] = ["a", "B", "é", "b", "A", "É", "Z", "σ"];
    format!("{}{}{place}", LETTERS[place % LETTERS.len()], &type_[..1])
}

/// A value that others of its kind often are too.
pub(super) fn cell(chance: &mut Chance, kind: Kind) -> Cell {
    match kind {
        Kind::Integer => Cell::Integer(*chance.pick(&[-7, -1, 0, 1, 2, 3, 30, i64::MAX, i64::MIN])),
        Kind::Float => Cell::Float(*chance.pick(&[-2.5, -0.0, 0.0, 0.1, 0.2, 1.5, 3.0, 1e10, -1e-7])),
        Kind::Decimal => {
            let texts = ["-1.50", "0.00", "0.10", "2.00", "-0.01", "9999999999999999.99", "-9999999999999999.99"];
            Cell::Decimal(chance.pick(&texts).parse().unwrap())
        }
        Kind::Boolean => Cell::Boolean(chance.is_lucky(50)),
        Kind::Text => Cell::Text(text(chance, 4)),
        Kind::Date => Cell::Date(date(chance)),
        Kind::Moment => Cell::Moment(date(chance).and_time(time(chance))),
        Kind::Time => Cell::Time(time(chance)),
        Kind::Span => {
            let micros = [0, 1, -1_000_000, 90_000_000, 86_400_000_000, 95_400_500_000, -95_400_500_000];
            Cell::Span(TimeDelta::microseconds(*chance.pick(&micros)))
        }
        Kind::Uuid => {
            let numbers = [0, 1, u128::MAX, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef];
            Cell::Uuid(Uuid::from_u128(*chance.pick(&numbers)))
        }
    }
}

/// A text of few letters, some of which differ by case or accent only.
pub(super) fn text(chance: &mut Chance, most: usize) -> String {
    const LETTERS: [&str; 20] =
        ["a", "A", "b", "B", "é", "É", "e", "E", "ß", "ẞ", "σ", "ς", "Σ", " ", "%", "_", "\\", "'", "😀", "ñ"];
    (0..chance.below(most + 1)).map(|_| *chance.pick(&LETTERS)).collect()
}

fn date(chance: &mut Chance) -> NaiveDate {
    let days = [
        "1815-12-10",
        "1999-12-31",
        "2000-01-01",
        "2000-02-29",
        "2012-12-30",
        "2012-12-31",
        "2013-01-01",
        "2021-01-03",
        "2021-01-04",
    ];
    chance.pick(&days).parse().unwrap()
}

fn time(chance: &mut Chance) -> NaiveTime {
    let times = ["00:00:00", "08:30:15.5", "08:30:15.500001", "08:30:59.999999", "17:00:00", "23:59:59.999999"];
    chance.pick(&times).parse().unwrap()
}

impl Cell {
    /// The value in a body, of the JSON type of its kind.
    pub(super) fn json(&self) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Integer(value) => json!(value),
            Self::Float(value) => json!(value),
            Self::Boolean(value) => json!(value),
            other => json!(other.text()),
        }
    }

    /// The value in a parameter.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Null => panic!("null is no text"),
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => value.to_string(),
            Self::Decimal(value) => value.to_string(),
            Self::Boolean(value) => value.to_string(),
            Self::Text(value) => value.clone(),
            Self::Date(value) => value.to_string(),
            Self::Moment(value) => format!("{}Z", value.format("%Y-%m-%dT%H:%M:%S%.6f")),
            Self::Time(value) => value.format("%H:%M:%S%.6f").to_string(),
            Self::Span(value) => value.to_string(),
            Self::Uuid(value) => value.to_string(),
        }
    }
}
