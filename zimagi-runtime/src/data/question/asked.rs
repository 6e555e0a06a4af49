//! The filters of a request: names and values, in groups or not, and the words of a search.
//!
//! Out come conditions on columns that the caller may read, or every mistake at once. Nothing here knows SQL.

use serde_json::Value as Json;

use super::condition::Condition;
use super::filter_name::FilterName;
use super::given::Given;
use super::group::{EXPECTED, Group, Join, Members};
use super::query::AskedFilter;
use super::search;
use crate::data::catalogue::Model;
use crate::data::mistake::{QueryFault, QueryMistake};
use crate::data::view::View;

/// Resolves the filters of a request; all must hold. Mistakes are added to the list.
pub(crate) fn resolve_filters<'c>(
    view: View<'c>,
    model: &'c Model,
    filters: &[AskedFilter],
    mistakes: &mut Vec<QueryMistake>,
) -> Condition<'c> {
    let mut asked = Asked { view, model, mistakes, count: 0 };
    let conditions = filters.iter().filter_map(|filter| asked.asked(filter)).collect();
    Condition::All(conditions)
}

/// The filters read so far.
struct Asked<'c, 'm> {
    view: View<'c>,
    model: &'c Model,
    mistakes: &'m mut Vec<QueryMistake>,
    count: usize,
}

impl<'c> Asked<'c, '_> {
    fn asked(&mut self, filter: &AskedFilter) -> Option<Condition<'c>> {
        match filter {
            AskedFilter::Parameter { name, value } if name == "q" => self.search(value),
            AskedFilter::Parameter { name, value } => self.parameter(name, value),
            AskedFilter::Member { name, group } => self.group(name, Join::All, Group::of_a_body(group)),
        }
    }

    fn parameter(&mut self, written: &str, value: &str) -> Option<Condition<'c>> {
        let (name, is_negated) = unsigned(written);
        let Some(join) = Join::parse(name) else {
            return self.filter(written, written, Given::Text(value));
        };
        let Ok(json) = serde_json::from_str(value) else {
            return self.refuse(written, QueryFault::WrongValue { expected: EXPECTED.to_owned() });
        };
        let group = self.group(written, join, Group::of_a_parameter(&json))?;
        Some(negated(group, is_negated))
    }

    /// One filter; `place` is where it was said.
    fn filter(&mut self, place: &str, name: &str, given: Given<'_>) -> Option<Condition<'c>> {
        let (name, is_negated) = unsigned(name);
        let test = self.require_count(1).and_then(|()| {
            let name = FilterName::resolve(self.view, self.model, name)?;
            name.condition(self.view, given)
        });
        match test {
            Ok(condition) => Some(negated(condition, is_negated)),
            Err(fault) => self.refuse(place, fault),
        }
    }

    fn group(&mut self, place: &str, join: Join, group: Group<'_>) -> Option<Condition<'c>> {
        if let Err(fault) = self.view.limits().require_depth(group.depth) {
            return self.refuse(place, fault);
        }
        let conditions = match Members::of(group.json) {
            Ok(Members::Named(members)) => {
                let member = |(name, value): (&String, &Json)| self.member(place, name, group.within(value));
                members.iter().map(member).collect::<Vec<_>>()
            }
            Ok(Members::Listed(items)) => {
                let item = |(index, item): (usize, &Json)| {
                    self.group(&format!("{place}[{index}]"), Join::All, group.within(item))
                };
                items.iter().enumerate().map(item).collect()
            }
            Err(expected) => return self.refuse(place, QueryFault::WrongValue { expected: expected.to_owned() }),
        };
        // A member with a mistake is left out: the mistakes are answered, not the question.
        let conditions = conditions.into_iter().flatten().collect();
        Some(match join {
            Join::All => Condition::All(conditions),
            Join::Any => Condition::Any(conditions),
            Join::NotAll => Condition::Not(Box::new(Condition::All(conditions))),
        })
    }

    fn member(&mut self, group: &str, name: &str, value: Group<'_>) -> Option<Condition<'c>> {
        let place = format!("{group}.{name}");
        let (plain, is_negated) = unsigned(name);
        match Join::parse(plain) {
            Some(join) => Some(negated(self.group(&place, join, value)?, is_negated)),
            None => self.filter(&place, name, value.given()),
        }
    }

    fn search(&mut self, text: &str) -> Option<Condition<'c>> {
        if text.contains('\0') {
            let expected = "a text without null characters".to_owned();
            return self.refuse("q", QueryFault::WrongValue { expected });
        }
        if text.chars().count() > search::LENGTH_MAX {
            let expected = format!("a text of at most {} characters", search::LENGTH_MAX);
            return self.refuse("q", QueryFault::WrongValue { expected });
        }
        let words = search::words(text);
        match self.require_count(words.len()) {
            Ok(()) => Some(search::contains_all(self.view, self.model, &words)),
            Err(fault) => self.refuse("q", fault),
        }
    }

    fn require_count(&mut self, more: usize) -> Result<(), QueryFault> {
        self.count += more;
        self.view.limits().require_filters(self.count)
    }

    fn refuse(&mut self, place: &str, fault: QueryFault) -> Option<Condition<'c>> {
        // One word about a limit is enough, however far it is passed.
        if self.mistakes.iter().all(|mistake| mistake.fault != fault || !matches!(fault, QueryFault::TooMany { .. })) {
            self.mistakes.push(QueryMistake::new(place, fault));
        }
        None
    }
}

/// A leading `-` negates.
fn unsigned(name: &str) -> (&str, bool) {
    name.strip_prefix('-').map_or((name, false), |name| (name, true))
}

fn negated(condition: Condition<'_>, is_negated: bool) -> Condition<'_> {
    if is_negated { Condition::Not(Box::new(condition)) } else { condition }
}
