//! The rows of the table: what is asked, on which database, and how much faster than whom it is to be answered.

use super::load::Source;
use super::question::{Question, Total, flights, planes, records};

/// One row for each peer.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) arena: Arena,
    pub(super) source: Source,
    /// How many times as many answers a second as the peer's are aimed at.
    pub(super) aims: Vec<(Peer, f64)>,
}

/// A database with the flights, and those who answer from it or from an equal one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arena {
    /// SQLite, with the composite index of the spec.
    Indexed,
    /// SQLite without it.
    Plain,
    /// PostgreSQL, with it.
    Server,
}

/// Who is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peer {
    PocketBase,
    /// Django REST framework with django-filter.
    Django,
    /// An actix handler with prepared statements: the limit.
    ByHand,
}

impl Peer {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::PocketBase => "PocketBase",
            Self::Django => "Django",
            Self::ByHand => "by hand",
        }
    }
}

const SHARE_OF_BY_HAND: f64 = 0.7;
const TIMES_DJANGO: f64 = 10.0;

/// All rows; `ids` are flights to read by themselves.
pub(super) fn rows(ids: &[String]) -> Vec<Row> {
    let list = |is_filtered, total| Source::List(flights(is_filtered, total));
    let planes = || Source::List(planes());
    vec![
        sqlite("one record", Arena::Indexed, Source::List(records(ids)), 3.0),
        sqlite("list", Arena::Indexed, list(false, Total::None), 5.0),
        sqlite("list, total", Arena::Indexed, list(false, Total::Exact), 10.0),
        sqlite("nested, no index", Arena::Plain, list(true, Total::None), 4.0),
        sqlite("nested, total, no index", Arena::Plain, list(true, Total::Exact), 5.0),
        sqlite("nested", Arena::Indexed, list(true, Total::None), 4.0),
        sqlite("nested, total", Arena::Indexed, list(true, Total::Exact), 10.0),
        sqlite("to many, total", Arena::Indexed, planes(), 10.0),
        server("one record", Source::List(records(ids))),
        server("list", list(false, Total::None)),
        server("list, total", list(false, Total::Exact)),
        server("nested", list(true, Total::None)),
        server("nested, total", list(true, Total::Exact)),
        server("to many, total", planes()),
        sqlite("create", Arena::Indexed, Source::Serial(|serial| Question::Create { serial }), 2.0),
        sqlite("create many", Arena::Indexed, Source::Serial(|serial| Question::CreateMany { serial }), 2.0),
    ]
}

const fn of(name: &'static str, arena: Arena, source: Source, aims: Vec<(Peer, f64)>) -> Row {
    Row { name, arena, source, aims }
}

fn sqlite(name: &'static str, arena: Arena, source: Source, times_pocketbase: f64) -> Row {
    of(name, arena, source, vec![(Peer::PocketBase, times_pocketbase), (Peer::ByHand, SHARE_OF_BY_HAND)])
}

fn server(name: &'static str, source: Source) -> Row {
    of(name, Arena::Server, source, vec![(Peer::Django, TIMES_DJANGO)])
}
