//! Where a page begins, how long it is and whether its list is counted: the parameters, read.

use super::super::super::mistake::{CursorFault, QueryFault, QueryMistake};
use super::super::cursor::{Cursor, Question};
use crate::data::question::ordering::ResolvedOrder;
use crate::data::question::query::Query;

/// Where a page begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Start {
    /// At its number, from one.
    Page(u64),
    /// At the last number.
    Last,
    /// Beside a record.
    At(Cursor),
}

/// Whether a list is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Total {
    Exact,
    /// By what the database knows of its tables, if it can tell.
    Estimate,
    None,
}

/// How many records a page has if the caller does not say.
pub(crate) const PAGE_SIZE: u64 = 50;
/// How many it has at most.
pub(crate) const PAGE_SIZE_MAX: u64 = 1000;
/// Keeps offsets within the numbers that databases know.
pub(crate) const PAGE_MAX: u64 = 1 << 40;

impl Start {
    pub(super) fn read(
        query: &Query,
        question: Option<Question>,
        ordering: &[ResolvedOrder<'_>],
        total: Total,
        mistakes: &mut Vec<QueryMistake>,
    ) -> Self {
        let mut refuse = |fault| mistakes.push(QueryMistake::new("cursor", fault));
        match (&query.cursor, question) {
            (None, _) => return Self::read_page(query.page.as_deref(), question, total, mistakes),
            (Some(_), _) if query.page.is_some() => {
                refuse(QueryFault::WrongValue { expected: "either `cursor` or `page`".to_owned() });
            }
            (Some(_), None) => refuse(QueryFault::Cursor(CursorFault::NoMarks)),
            (Some(text), Some(question)) => match Cursor::read(text, question, ordering) {
                Ok(cursor) => return Self::At(cursor),
                Err(fault) => refuse(QueryFault::Cursor(fault)),
            },
        }
        Self::Page(1)
    }

    /// Without a total nobody knows the number of the last page, so that it is read from the end.
    fn read_page(
        text: Option<&str>,
        question: Option<Question>,
        total: Total,
        mistakes: &mut Vec<QueryMistake>,
    ) -> Self {
        match text.map(|text| (text, text.parse::<u64>())) {
            None => Self::Page(1),
            Some(("last", _)) if total == Total::None && question.is_some() => Self::At(Cursor::END),
            Some(("last", _)) => Self::Last,
            Some((_, Ok(page))) if (1..=PAGE_MAX).contains(&page) => Self::Page(page),
            Some(_) => {
                mistakes.push(QueryMistake::wrong_value("page", "a number from 1 or `last`"));
                Self::Page(1)
            }
        }
    }
}

impl Total {
    pub(super) fn read(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> Self {
        match text {
            None | Some("exact") => Self::Exact,
            Some("estimate") => Self::Estimate,
            Some("none") => Self::None,
            Some(_) => {
                mistakes.push(QueryMistake::wrong_value("total", "`exact`, `estimate` or `none`"));
                Self::Exact
            }
        }
    }
}

pub(super) fn read_size(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> u64 {
    match text.map(str::parse::<u64>) {
        None => PAGE_SIZE,
        Some(Ok(size)) if (1..=PAGE_SIZE_MAX).contains(&size) => size,
        Some(_) => {
            mistakes.push(QueryMistake::wrong_value("count", format!("a number from 1 to {PAGE_SIZE_MAX}")));
            PAGE_SIZE
        }
    }
}
