//! The name of a filter: a path, perhaps a part of a day or time, perhaps a look-up.

use super::condition::Condition;
use super::given::Given;
use super::lookup::Lookup;
use super::part::Part;
use crate::data::catalogue::Model;
use crate::data::mistake::QueryFault;
use crate::data::nearest::nearest_names;
use crate::data::path::{NoSuchField, ResolvedPath, Step, key, known_names, resolve_segments, split};
use crate::data::typed::Test;
use crate::data::view::View;

/// A name with its path resolved.
#[derive(Debug)]
pub(super) struct FilterName<'c, 'n> {
    path: ResolvedPath<'c>,
    part: Option<Part>,
    lookup: Lookup,
    /// The last step of the path as written.
    last: &'n str,
}

impl<'c, 'n> FilterName<'c, 'n> {
    /// A field that is named like a look-up or a part wins.
    pub(super) fn resolve(view: View<'c>, model: &'c Model, name: &'n str) -> Result<Self, QueryFault> {
        let segments = split(name);
        view.limits().require_path(segments.len())?;
        let failure = match resolve_segments(view, model, &segments) {
            Ok(path) => return Ok(Self::new(path, None, Lookup::Exact, &segments)),
            Err(failure) => NoSuchField { written: name.to_owned(), ..failure },
        };
        let (last, start) = segments.split_last().expect("splitting gives at least one part");
        if let Some(path) = resolve_start(view, model, start) {
            if let Some(lookup) = Lookup::parse(last).filter(|lookup| lookup.fits(path.field)) {
                return Ok(Self::new(path, None, lookup, start));
            }
            if let Some(part) = part_of(&path, last) {
                return Ok(Self::new(path, Some(part), Lookup::Exact, start));
            }
            return Err(QueryFault::NoSuchField(with_lookups(view, &path, &segments, name)));
        }
        let lookup = Lookup::parse(last).filter(|lookup| lookup.fits_parts());
        let of_part = start.split_last().and_then(|(word, start)| {
            let path = resolve_start(view, model, start)?;
            let part = part_of(&path, word)?;
            Some(Self::new(path, Some(part), lookup?, start))
        });
        of_part.ok_or(QueryFault::NoSuchField(failure))
    }

    fn new(path: ResolvedPath<'c>, part: Option<Part>, lookup: Lookup, segments: &[&'n str]) -> Self {
        Self { path, part, lookup, last: segments.last().copied().unwrap_or_default() }
    }

    /// The condition that the name and a value say.
    pub(super) fn condition(self, view: View<'c>, given: Given<'_>) -> Result<Condition<'c>, QueryFault> {
        let test = match self.part {
            Some(part) => self.lookup.part_test(part, given, view.limits()),
            None => self.lookup.test(self.path.field.kind, given, view.limits()),
        };
        let (path, test) = match test {
            Ok(test) => (self.path, test),
            Err(fault) => self.key_test(view, given).ok_or(fault)?,
        };
        Ok(Condition::Test(path.shortened(), test))
    }

    /// A relation or link to records with digests is also compared with their keys.
    fn key_test(mut self, view: View<'c>, given: Given<'_>) -> Option<(ResolvedPath<'c>, Test)> {
        let target = self.path.beyond(view, self.last)?;
        let key = key(view, target).filter(|key| key.field.relation.is_none())?;
        let test = self.lookup.test(key.field.kind, given, view.limits()).ok()?;
        if !self.path.ends_in_many(self.last) {
            self.path.steps.push(Step::Forward { field: self.path.field, to: target });
        }
        self.path.steps.extend(key.steps);
        self.path.field = key.field;
        Some((self.path, test))
    }
}

fn resolve_start<'c>(view: View<'c>, model: &'c Model, segments: &[&str]) -> Option<ResolvedPath<'c>> {
    (!segments.is_empty()).then(|| resolve_segments(view, model, segments).ok()).flatten()
}

fn part_of(path: &ResolvedPath<'_>, word: &str) -> Option<Part> {
    Part::parse(word).filter(|part| path.field.relation.is_none() && part.is_of(path.field.kind))
}

/// Behind a path stand look-ups and parts, and if it ends in a relation, fields too.
fn with_lookups<'c>(view: View<'c>, path: &ResolvedPath<'c>, segments: &[&str], written: &str) -> NoSuchField {
    let (last, start) = segments.split_last().expect("splitting gives at least one part");
    let lookups = Lookup::ALL.into_iter().filter(|lookup| lookup.fits(path.field));
    let parts = Part::ALL.into_iter().filter(|part| part_of(path, part.word()).is_some());
    let mut known: Vec<_> = lookups.map(Lookup::word).chain(parts.map(Part::word)).map(str::to_owned).collect();
    known.extend(
        path.beyond(view, start.last().copied().unwrap_or_default()).iter().flat_map(|model| known_names(view, model)),
    );
    let nearest = nearest_names(last, &known).into_iter().map(|name| format!("{}.{name}", start.join(".")));
    NoSuchField { written: written.to_owned(), nearest: nearest.collect() }
}
