//! Questions made by chance, and how they are asked: as parameters, or as a body.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde_json::{Map, Value as Json, json};

use super::chance::Chance;
use super::museum::{Cell, Kind, Property, cell, key, properties, property, text};
use crate::data::Query;

/// A question for the records of a type.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) root: &'static str,
    pub(super) filters: Vec<Entry>,
    /// The words of a search.
    pub(super) search: Vec<String>,
    /// Paths over relations to one record, and whether the largest is first.
    pub(super) ordering: Vec<(Vec<&'static str>, bool)>,
}

#[derive(Debug)]
pub(super) enum Entry {
    Filter { is_negated: bool, path: Vec<&'static str>, probe: Probe },
    Group { is_negated: bool, join: Join, members: Vec<Vec<Entry>>, is_list: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    All,
    Any,
    NotAll,
}

/// What a value is asked for.
#[derive(Debug)]
pub(super) enum Probe {
    IsNull(bool),
    Equal(Cell),
    In(Vec<Cell>),
    Less(Cell),
    AtMost(Cell),
    Greater(Cell),
    AtLeast(Cell),
    Between(Cell, Cell),
    /// A day or a moment as far as it is said: the text, what begins it and what comes after it.
    Said {
        text: String,
        from: NaiveDateTime,
        to: NaiveDateTime,
    },
    Text(TextProbe, String),
    Part(Part, Box<Probe>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextProbe {
    Contains,
    ContainsFolded,
    StartsWith,
    StartsWithFolded,
    EndsWith,
    EndsWithFolded,
    Folded,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    WeekDay,
    Hour,
    Minute,
    Second,
}

pub(super) const ROOTS: [&str; 5] = ["specimen", "specimen", "specimen", "shelf", "mark"];

impl Question {
    pub(super) fn make(chance: &mut Chance) -> Self {
        let root = *chance.pick(&ROOTS);
        let filters = entries(chance, root, 0);
        let search = if chance.is_lucky(10) { words(chance) } else { Vec::new() };
        let terms = chance.below(3);
        let ordering = (0..terms).map(|_| (single_path(chance, root), chance.is_lucky(50))).collect();
        Self { root, filters, search, ordering }
    }

    /// The question as a request asks it.
    pub(super) fn query(&self, form: Form, more: &[(&str, &str)]) -> Query {
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut pairs: Vec<(String, String)> = more.collect();
        if !self.ordering.is_empty() {
            pairs.push(("ordering".to_owned(), self.ordering_text()));
        }
        if !self.search.is_empty() {
            pairs.push(("q".to_owned(), self.search.join(" ")));
        }
        match form {
            Form::Parameters => {
                pairs.extend(self.filters.iter().enumerate().map(|(place, entry)| entry.pair(place)));
                Query::from_pairs(pairs)
            }
            Form::Body => {
                let body = Map::from_iter([("filter".to_owned(), group_json(&self.filters))]);
                Query::from_body(pairs, body).unwrap()
            }
        }
    }

    fn ordering_text(&self) -> String {
        let terms = self
            .ordering
            .iter()
            .map(|(path, is_down)| format!("{}{}", if *is_down { "-" } else { "" }, path.join(".")));
        terms.collect::<Vec<_>>().join(",")
    }
}

/// How a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Parameters,
    Body,
}

/// A few entries, each with a name of its own.
fn entries(chance: &mut Chance, type_: &'static str, depth: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for _ in 0..chance.below(4) {
        let entry = match entries.last() {
            Some(Entry::Filter { path, .. }) if chance.is_lucky(50) => beside(chance, type_, path[0]),
            _ => entry(chance, type_, depth),
        };
        let name = entry.name(entries.len());
        if entries.iter().enumerate().all(|(place, known)| known.name(place) != name) {
            entries.push(entry);
        }
    }
    entries
}

fn entry(chance: &mut Chance, type_: &'static str, depth: usize) -> Entry {
    let is_negated = chance.is_lucky(20);
    if depth < 3 && chance.is_lucky(if depth == 0 { 50 } else { 25 }) {
        let join = *chance.pick(&[Join::All, Join::Any, Join::NotAll]);
        let is_list = chance.is_lucky(25);
        let number = if is_list { chance.below(3) } else { 1 };
        let members = (0..number).map(|_| entries(chance, type_, depth + 1)).collect();
        return Entry::Group { is_negated, join, members, is_list };
    }
    let (path, end) = path(chance, type_);
    Entry::Filter { is_negated, path, probe: probe(chance, end) }
}

/// A filter that begins like another one, and is meant of the same related record.
fn beside(chance: &mut Chance, type_: &str, first: &'static str) -> Entry {
    let start = property(type_, first);
    let (rest, end) = match start {
        Property::One(target) | Property::Many(target) => path(chance, target),
        Property::Value(_) => (Vec::new(), start),
    };
    let path = [first].into_iter().chain(rest).collect();
    Entry::Filter { is_negated: chance.is_lucky(10), path, probe: probe(chance, end) }
}

fn probe(chance: &mut Chance, end: Property) -> Probe {
    match end {
        Property::Value(kind) => value_probe(chance, kind),
        Property::One(target) | Property::Many(target) => related_probe(chance, target),
    }
}

/// A path of any length, and what it ends at.
fn path(chance: &mut Chance, root: &'static str) -> (Vec<&'static str>, Property) {
    let (mut path, mut type_) = (Vec::new(), root);
    loop {
        let (name, property) = *chance.pick(properties(type_));
        path.push(name);
        match property {
            Property::One(target) | Property::Many(target) if path.len() < 4 && chance.is_lucky(80) => type_ = target,
            end => return (path, end),
        }
    }
}

fn single_path(chance: &mut Chance, root: &'static str) -> Vec<&'static str> {
    let (mut path, mut type_) = (Vec::new(), root);
    loop {
        let known: Vec<_> =
            properties(type_).iter().filter(|(_, property)| !matches!(property, Property::Many(_))).collect();
        let (name, property) = **chance.pick(&known);
        path.push(name);
        match property {
            Property::One(target) if path.len() < 3 && chance.is_lucky(70) => type_ = target,
            _ => return path,
        }
    }
}

fn words(chance: &mut Chance) -> Vec<String> {
    let words = (0..=chance.below(2)).map(|_| text(chance, 2)).collect::<Vec<_>>();
    words.into_iter().filter(|word| !word.is_empty() && !word.contains(' ')).collect()
}

fn related_probe(chance: &mut Chance, target: &str) -> Probe {
    let code = |chance: &mut Chance| match key(target).1 {
        Kind::Integer => Cell::Integer(i64::try_from(chance.below(44)).unwrap() - 9),
        _ => Cell::Text(super::museum::code(target, chance.below(30))),
    };
    match chance.below(3) {
        0 => Probe::IsNull(chance.is_lucky(50)),
        1 => Probe::Equal(code(chance)),
        _ => Probe::In((0..chance.below(4)).map(|_| code(chance)).collect()),
    }
}

fn value_probe(chance: &mut Chance, kind: Kind) -> Probe {
    match chance.below(10) {
        0 => return Probe::IsNull(chance.is_lucky(50)),
        1 => return Probe::In((0..chance.below(4)).map(|_| cell(chance, kind)).collect()),
        2 | 3 => return exact(chance, kind),
        _ => {}
    }
    match kind {
        Kind::Boolean | Kind::Uuid => exact(chance, kind),
        Kind::Text if chance.is_lucky(70) => text_probe(chance),
        Kind::Date | Kind::Moment | Kind::Time if chance.is_lucky(50) => part_probe(chance, kind),
        Kind::Text => comparison(chance, &mut |chance| cell(chance, kind), 4),
        _ => comparison(chance, &mut |chance| cell(chance, kind), 5),
    }
}

fn exact(chance: &mut Chance, kind: Kind) -> Probe {
    match cell(chance, kind) {
        Cell::Date(day) => said_day(chance, day),
        Cell::Moment(moment) => said_moment(chance, moment),
        cell => Probe::Equal(cell),
    }
}

fn comparison(chance: &mut Chance, value: &mut dyn FnMut(&mut Chance) -> Cell, words: usize) -> Probe {
    let first = value(chance);
    match chance.below(words) {
        0 => Probe::Less(first),
        1 => Probe::AtMost(first),
        2 => Probe::Greater(first),
        3 => Probe::AtLeast(first),
        _ => Probe::Between(first, value(chance)),
    }
}

fn text_probe(chance: &mut Chance) -> Probe {
    let probes = [
        TextProbe::Contains,
        TextProbe::ContainsFolded,
        TextProbe::StartsWith,
        TextProbe::StartsWithFolded,
        TextProbe::EndsWith,
        TextProbe::EndsWithFolded,
        TextProbe::Folded,
    ];
    Probe::Text(*chance.pick(&probes), text(chance, 2))
}

fn part_probe(chance: &mut Chance, kind: Kind) -> Probe {
    const OF_DAYS: [Part; 6] = [Part::Year, Part::Quarter, Part::Month, Part::Week, Part::Day, Part::WeekDay];
    const OF_TIMES: [Part; 3] = [Part::Hour, Part::Minute, Part::Second];
    let part = match kind {
        Kind::Time => *chance.pick(&OF_TIMES),
        Kind::Moment if chance.is_lucky(33) => *chance.pick(&OF_TIMES),
        _ => *chance.pick(&OF_DAYS),
    };
    let numbers = [0, 1, 2, 4, 8, 10, 12, 15, 23, 30, 31, 53, 59, 1815, 2000, 2012, 2013];
    let mut number = |chance: &mut Chance| Cell::Integer(*chance.pick(&numbers));
    let probe = match chance.below(3) {
        0 => Probe::Equal(number(chance)),
        1 => Probe::In((0..chance.below(4)).map(|_| number(chance)).collect()),
        _ => comparison(chance, &mut number, 5),
    };
    Probe::Part(part, Box::new(probe))
}

fn said_day(chance: &mut Chance, day: NaiveDate) -> Probe {
    let length = *chance.pick(&[4, 7, 10]);
    said_part(day, length)
}

/// So many letters of a date.
fn said_part(day: NaiveDate, length: usize) -> Probe {
    let from = match length {
        4 => NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap(),
        7 => day.with_day(1).unwrap(),
        _ => day,
    };
    let to = match length {
        4 => from.with_year(from.year() + 1).unwrap(),
        7 => (from + TimeDelta::days(31)).with_day(1).unwrap(),
        _ => from.succ_opt().unwrap(),
    };
    let [from, to] = [from, to].map(|day| day.and_time(NaiveTime::MIN));
    Probe::Said { text: day.to_string()[..length].to_owned(), from, to }
}

/// A zone may stand behind an hour or more.
fn said_moment(chance: &mut Chance, moment: NaiveDateTime) -> Probe {
    let length = *chance.pick(&[4, 7, 10, 13, 16, 19, 21, 23, 26]);
    let (zone, ahead) =
        if length > 10 { *chance.pick(&[("", 0), ("Z", 0), ("+02:00", 120), ("-05:30", -330)]) } else { ("", 0) };
    let ahead = TimeDelta::minutes(ahead);
    let local = moment + ahead;
    let whole = local.format("%Y-%m-%dT%H:%M:%S%.6f").to_string();
    if length <= 10 {
        return said_part(local.date(), length);
    }
    let unit = match length {
        13 => TimeDelta::hours(1),
        16 => TimeDelta::minutes(1),
        19 => TimeDelta::seconds(1),
        21 => TimeDelta::microseconds(100_000),
        23 => TimeDelta::microseconds(1000),
        _ => TimeDelta::microseconds(1),
    };
    let since = local.signed_duration_since(NaiveDateTime::default()).num_microseconds().unwrap();
    let start = since.div_euclid(unit.num_microseconds().unwrap()) * unit.num_microseconds().unwrap();
    let from = NaiveDateTime::default() + TimeDelta::microseconds(start) - ahead;
    Probe::Said { text: format!("{}{zone}", &whole[..length]), from, to: from + unit }
}

impl Entry {
    /// The entry as a parameter; its place tells groups apart.
    fn pair(&self, place: usize) -> (String, String) {
        match self {
            Self::Filter { probe, .. } => match probe.parameter() {
                Some(text) => (self.name(place), text),
                None => (format!("AND_{place}"), json!({self.name(place): probe.json()}).to_string()),
            },
            Self::Group { .. } => (self.name(place), self.json().to_string()),
        }
    }

    fn name(&self, place: usize) -> String {
        match self {
            Self::Filter { is_negated, path, probe } => {
                let joint = if place.is_multiple_of(2) { "." } else { "__" };
                let words = path.iter().copied().chain(probe.words());
                format!("{}{}", sign(*is_negated), words.collect::<Vec<_>>().join(joint))
            }
            Self::Group { is_negated, join, .. } => {
                let word = match join {
                    Join::All => "AND",
                    Join::Any => "OR",
                    Join::NotAll => "NOT",
                };
                format!("{}{word}_{place}", sign(*is_negated))
            }
        }
    }

    fn json(&self) -> Json {
        match self {
            Self::Filter { probe, .. } => probe.json(),
            Self::Group { members, is_list: true, .. } => members.iter().map(|group| group_json(group)).collect(),
            Self::Group { members, .. } => group_json(&members[0]),
        }
    }
}

fn group_json(entries: &[Entry]) -> Json {
    let mut members = Map::new();
    for (place, entry) in entries.iter().enumerate() {
        members.insert(entry.name(place), entry.json());
    }
    Json::Object(members)
}

const fn sign(is_negated: bool) -> &'static str {
    if is_negated { "-" } else { "" }
}

impl Probe {
    /// The words of the look-up behind the path.
    fn words(&self) -> Vec<&'static str> {
        match self {
            Self::Equal(_) | Self::Said { .. } => Vec::new(),
            Self::IsNull(_) => vec!["isnull"],
            Self::In(_) => vec!["in"],
            Self::Less(_) => vec!["lt"],
            Self::AtMost(_) => vec!["lte"],
            Self::Greater(_) => vec!["gt"],
            Self::AtLeast(_) => vec!["gte"],
            Self::Between(..) => vec!["range"],
            Self::Text(probe, _) => vec![probe.word()],
            Self::Part(part, probe) => [part.word()].into_iter().chain(probe.words()).collect(),
        }
    }

    /// The text of a parameter; none if a text cannot say it.
    fn parameter(&self) -> Option<String> {
        let commas = |cells: &[&Cell]| {
            let texts: Vec<String> = cells.iter().map(|cell| cell.text()).collect();
            // No text at all is a list of one empty text.
            let is_plain = !texts.is_empty() && texts.iter().all(|text| !text.contains(','));
            is_plain.then(|| texts.join(","))
        };
        match self {
            Self::IsNull(value) => Some(value.to_string()),
            Self::Equal(cell) | Self::Less(cell) | Self::AtMost(cell) | Self::Greater(cell) | Self::AtLeast(cell) => {
                Some(cell.text())
            }
            Self::In(cells) => commas(&cells.iter().collect::<Vec<_>>()),
            Self::Between(low, high) => commas(&[low, high]),
            Self::Said { text, .. } | Self::Text(_, text) => Some(text.clone()),
            Self::Part(_, probe) => probe.parameter(),
        }
    }

    /// The value within JSON, of the type of its kind.
    fn json(&self) -> Json {
        match self {
            Self::IsNull(value) => json!(value),
            Self::Equal(cell) | Self::Less(cell) | Self::AtMost(cell) | Self::Greater(cell) | Self::AtLeast(cell) => {
                cell.json()
            }
            Self::In(cells) => cells.iter().map(Cell::json).collect(),
            Self::Between(low, high) => json!([low.json(), high.json()]),
            Self::Said { text, .. } | Self::Text(_, text) => json!(text),
            Self::Part(_, probe) => probe.json(),
        }
    }
}

impl TextProbe {
    const fn word(self) -> &'static str {
        match self {
            Self::Contains => "contains",
            Self::ContainsFolded => "icontains",
            Self::StartsWith => "startswith",
            Self::StartsWithFolded => "istartswith",
            Self::EndsWith => "endswith",
            Self::EndsWithFolded => "iendswith",
            Self::Folded => "iexact",
        }
    }
}

impl Part {
    const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::WeekDay => "week_day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}
