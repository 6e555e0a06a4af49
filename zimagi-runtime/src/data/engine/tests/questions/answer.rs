//! The answer to a question, found by looking at every record: written from the reference of the API, and from nothing of the engine.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::asked::{Entry, Join, Part, Probe, Question, TextProbe};
use super::museum::{Cell, Kind, Museum, Property, properties, property};

/// The keys of the records that are found, in their order.
pub(super) fn answer(museum: &Museum, question: &Question) -> Vec<String> {
    let root = question.root;
    let is_found = |place: &usize| {
        let here = Here { museum, type_: root, place: *place };
        here.is_all(&question.filters) && question.search.iter().all(|word| here.is_searched(word))
    };
    let mut found: Vec<usize> = (0..museum.records[root].len()).filter(is_found).collect();
    found.sort_by(|one, other| {
        let [one, other] = [*one, *other].map(|place| Here { museum, type_: root, place });
        let steps =
            question.ordering.iter().map(|(path, is_down)| in_order(&one.single(path), &other.single(path), *is_down));
        steps.fold(Ordering::Equal, Ordering::then).then_with(|| compare(one.key(), other.key()).unwrap())
    });
    found.into_iter().map(|place| museum.key(root, place).text()).collect()
}

/// A record of a type.
#[derive(Clone, Copy)]
struct Here<'a> {
    museum: &'a Museum,
    type_: &'static str,
    place: usize,
}

/// A filter that is still to be followed.
#[derive(Clone, Copy)]
struct Leaf<'q> {
    path: &'q [&'static str],
    probe: &'q Probe,
}

impl<'a> Here<'a> {
    fn key(self) -> &'a Cell {
        self.museum.key(self.type_, self.place)
    }

    fn related(self, name: &str) -> impl Iterator<Item = Self> {
        let (Property::One(type_) | Property::Many(type_)) = property(self.type_, name) else {
            panic!("`{name}` is no relation");
        };
        let museum = self.museum;
        museum.records[self.type_][self.place].related[name].iter().map(move |place| Here {
            museum,
            type_,
            place: *place,
        })
    }

    /// All hold; filters over the same relation are meant of the same related record.
    fn is_all(self, entries: &[Entry]) -> bool {
        let mut together = Vec::new();
        let mut others = true;
        for entry in entries {
            match entry {
                Entry::Filter { is_negated: false, path, probe } => together.push(Leaf { path, probe }),
                entry => others = others && self.is(entry),
            }
        }
        others && self.passes(&together)
    }

    fn is(self, entry: &Entry) -> bool {
        match entry {
            Entry::Filter { is_negated, path, probe } => self.passes(&[Leaf { path, probe }]) != *is_negated,
            Entry::Group { is_negated, join, members, is_list } => self.joins(*join, members, *is_list) != *is_negated,
        }
    }

    fn joins(self, join: Join, members: &[Vec<Entry>], is_list: bool) -> bool {
        let each = |holds: &dyn Fn(bool, bool) -> bool, start| {
            let of_list = members.iter().map(|group| self.is_all(group));
            let of_group = members.first().into_iter().flatten().map(|entry| self.is(entry));
            if is_list { of_list.fold(start, holds) } else { of_group.fold(start, holds) }
        };
        let all = || if is_list { each(&|one, other| one && other, true) } else { self.is_all(&members[0]) };
        match join {
            Join::Any => each(&|one, other| one || other, false),
            Join::All => all(),
            Join::NotAll => !all(),
        }
    }

    /// Whether the record passes all tests at once.
    fn passes(self, leaves: &[Leaf<'_>]) -> bool {
        let mut rests: Vec<(&str, Vec<Leaf<'_>>)> = Vec::new();
        for leaf in leaves {
            let [name, rest @ ..] = leaf.path else { panic!("a path has a name") };
            let end = property(self.type_, name);
            // What is looked for behind a relation is either the end of the path or, at its end, the related record's key.
            let related = match (end, rest) {
                (Property::Value(_), _) | (Property::One(_), []) => {
                    if !test(&self.own(name), leaf.probe) {
                        return false;
                    }
                    continue;
                }
                (_, []) => Leaf { path: key_path(end), probe: leaf.probe },
                _ => Leaf { path: rest, probe: leaf.probe },
            };
            match leaf.probe {
                // No value at the end of any way.
                Probe::IsNull(true) => {
                    let some = Leaf { probe: &Probe::IsNull(false), ..related };
                    if self.related(name).any(|there| there.passes(&[some])) {
                        return false;
                    }
                }
                _ => match rests.iter_mut().find(|(known, _)| known == name) {
                    Some((_, leaves)) => leaves.push(related),
                    None => rests.push((name, vec![related])),
                },
            }
        }
        rests.iter().all(|(name, leaves)| self.related(name).any(|there| there.passes(leaves)))
    }

    /// A value of the record; for a relation to one record its key.
    fn own(self, name: &str) -> Cell {
        match property(self.type_, name) {
            Property::Value(_) => self.museum.records[self.type_][self.place].cells[name].clone(),
            _ => self.related(name).next().map_or(Cell::Null, |there| there.key().clone()),
        }
    }

    fn single(self, path: &[&'static str]) -> Cell {
        match path {
            [name] => self.own(name),
            [name, rest @ ..] => self.related(name).next().map_or(Cell::Null, |there| there.single(rest)),
            [] => panic!("a path has a name"),
        }
    }

    fn is_searched(self, word: &str) -> bool {
        let texts = properties(self.type_).iter().filter(|(_, property)| *property == Property::Value(Kind::Text));
        texts.map(|(name, _)| self.own(name)).any(|cell| match cell {
            Cell::Text(text) => folded(&text).contains(&folded(word)),
            _ => false,
        })
    }
}

fn key_path(end: Property) -> &'static [&'static str] {
    match end {
        Property::Many("mark") => &["number"],
        Property::Many("tag") => &["name"],
        _ => &["code"],
    }
}

/// Nulls pass nothing but the test for null.
fn test(cell: &Cell, probe: &Probe) -> bool {
    let is = |value: &Cell, orders: &[Ordering]| compare(cell, value).is_some_and(|order| orders.contains(&order));
    match probe {
        Probe::IsNull(is_null) => (*cell == Cell::Null) == *is_null,
        _ if *cell == Cell::Null => false,
        Probe::Equal(value) => is(value, &[Ordering::Equal]),
        Probe::In(values) => values.iter().any(|value| is(value, &[Ordering::Equal])),
        Probe::Less(value) => is(value, &[Ordering::Less]),
        Probe::AtMost(value) => is(value, &[Ordering::Less, Ordering::Equal]),
        Probe::Greater(value) => is(value, &[Ordering::Greater]),
        Probe::AtLeast(value) => is(value, &[Ordering::Greater, Ordering::Equal]),
        Probe::Between(low, high) => {
            is(low, &[Ordering::Greater, Ordering::Equal]) && is(high, &[Ordering::Less, Ordering::Equal])
        }
        Probe::Said { from, to, .. } => {
            let moment = moment(cell);
            *from <= moment && moment < *to
        }
        Probe::Text(probe, needle) => {
            let Cell::Text(text) = cell else { panic!("{cell:?} is no text") };
            test_text(text, *probe, needle)
        }
        Probe::Part(part, probe) => test(&Cell::Integer(part_of(cell, *part)), probe),
    }
}

fn test_text(text: &str, probe: TextProbe, needle: &str) -> bool {
    match probe {
        TextProbe::Contains => text.contains(needle),
        TextProbe::ContainsFolded => folded(text).contains(&folded(needle)),
        TextProbe::StartsWith => text.starts_with(needle),
        TextProbe::StartsWithFolded => folded(text).starts_with(&folded(needle)),
        TextProbe::EndsWith => text.ends_with(needle),
        TextProbe::EndsWithFolded => folded(text).ends_with(&folded(needle)),
        TextProbe::Folded => folded(text) == folded(needle),
    }
}

/// Each letter in lower case by itself; a final sigma is a sigma.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.chars() {
        match letter {
            'Σ' | 'ς' => folded.push('σ'),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

fn moment(cell: &Cell) -> NaiveDateTime {
    match cell {
        Cell::Date(day) => day.and_time(NaiveTime::MIN),
        Cell::Moment(moment) => *moment,
        other => panic!("{other:?} is no time"),
    }
}

fn part_of(cell: &Cell, part: Part) -> i64 {
    let moment = match cell {
        Cell::Time(time) => NaiveDate::MIN.and_time(*time),
        other => moment(other),
    };
    match part {
        Part::Year => moment.year().into(),
        Part::Quarter => i64::from(moment.month().div_ceil(3)),
        Part::Month => moment.month().into(),
        Part::Week => moment.iso_week().week().into(),
        Part::Day => moment.day().into(),
        Part::WeekDay => i64::from(moment.weekday().num_days_from_sunday()) + 1,
        Part::Hour => moment.hour().into(),
        Part::Minute => moment.minute().into(),
        Part::Second => moment.second().into(),
    }
}

/// The order of two values of one kind; texts by their code points.
fn compare(one: &Cell, other: &Cell) -> Option<Ordering> {
    match (one, other) {
        (Cell::Integer(one), Cell::Integer(other)) => Some(one.cmp(other)),
        (Cell::Float(one), Cell::Float(other)) => one.partial_cmp(other),
        (Cell::Decimal(one), Cell::Decimal(other)) => Some(one.cmp(other)),
        (Cell::Boolean(one), Cell::Boolean(other)) => Some(one.cmp(other)),
        (Cell::Text(one), Cell::Text(other)) => Some(one.chars().cmp(other.chars())),
        (Cell::Date(one), Cell::Date(other)) => Some(one.cmp(other)),
        (Cell::Moment(one), Cell::Moment(other)) => Some(one.cmp(other)),
        (Cell::Time(one), Cell::Time(other)) => Some(one.cmp(other)),
        (Cell::Span(one), Cell::Span(other)) => Some(one.cmp(other)),
        (Cell::Uuid(one), Cell::Uuid(other)) => Some(one.cmp(other)),
        _ => panic!("{one:?} and {other:?} are of two kinds"),
    }
}

/// Nulls are last, whichever way the order goes.
fn in_order(one: &Cell, other: &Cell, is_down: bool) -> Ordering {
    match (one == &Cell::Null, other == &Cell::Null) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) if is_down => compare(other, one).unwrap(),
        (false, false) => compare(one, other).unwrap(),
    }
}
