//! The target of a request: percent-encoding of path segments and the query's pairs. Knows no parameter by name but those by which
//! pages are turned.

use actix_web::web;
use percent_encoding::percent_decode_str;

use crate::data::Turn;

/// The text of a path segment; `None` if it is no UTF-8.
pub(super) fn decode_segment(segment: &str) -> Option<String> {
    percent_decode_str(segment).decode_utf8().ok().map(|text| text.into_owned())
}

/// The names and values of a query, in their order; `None` if it cannot be read.
pub(super) fn query_pairs(query: &str) -> Option<Vec<(String, String)>> {
    web::Query::<Vec<(String, String)>>::from_query(query).ok().map(web::Query::into_inner)
}

/// The same query for another page; the first page is asked for by saying none.
pub(super) fn query_for_turn(query: &str, turn: &Turn) -> String {
    let turns = |pair: &&str| matches!(pair.split('=').next(), Some("page" | "cursor"));
    let others = query.split('&').filter(|pair| !pair.is_empty() && !turns(pair));
    let mut pairs: Vec<String> = others.map(str::to_owned).collect();
    match turn {
        Turn::Page(1) => {}
        Turn::Page(page) => pairs.push(format!("page={page}")),
        Turn::Cursor(cursor) => pairs.push(format!("cursor={cursor}")),
    }
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_the_other_parameters() {
        assert_eq!(query_for_turn("origin=JFK&page=2&count=5", &Turn::Page(3)), "origin=JFK&count=5&page=3");
        assert_eq!(query_for_turn("page=2&origin=J%20K", &Turn::Page(1)), "origin=J%20K");
        assert_eq!(query_for_turn("", &Turn::Page(2)), "page=2");
        let cursor = Turn::Cursor("AQA".to_owned());
        assert_eq!(query_for_turn("cursor=AQB&total=none&page=7", &cursor), "total=none&cursor=AQA");
    }

    #[test]
    fn segments_are_decoded() {
        assert_eq!(decode_segment("a%20b%2F%C3%BC%25").as_deref(), Some("a b/ü%"));
        assert_eq!(decode_segment("%ff"), None);
    }

    #[test]
    fn pairs_are_decoded_in_their_order() {
        let pairs = query_pairs("b=1+2&a=%C3%BC&flag").unwrap();
        let expected = [("b", "1 2"), ("a", "ü"), ("flag", "")];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
