//! The target of a request: percent-encoding of path segments and the query's pairs. Knows no parameter by name but `page`.

use actix_web::web;
use percent_encoding::percent_decode_str;

/// The text of a path segment; `None` if it is no UTF-8.
pub(super) fn decode_segment(segment: &str) -> Option<String> {
    percent_decode_str(segment).decode_utf8().ok().map(|text| text.into_owned())
}

/// The names and values of a query, in their order; `None` if it cannot be read.
pub(super) fn query_pairs(query: &str) -> Option<Vec<(String, String)>> {
    web::Query::<Vec<(String, String)>>::from_query(query).ok().map(web::Query::into_inner)
}

/// The same query for another page; the first page is asked for by saying none.
pub(super) fn query_for_page(query: &str, page: u64) -> String {
    let others = query.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some("page"));
    let mut pairs: Vec<String> = others.map(str::to_owned).collect();
    if page > 1 {
        pairs.push(format!("page={page}"));
    }
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_the_other_parameters() {
        assert_eq!(query_for_page("origin=JFK&page=2&count=5", 3), "origin=JFK&count=5&page=3");
        assert_eq!(query_for_page("page=2&origin=J%20K", 1), "origin=J%20K");
        assert_eq!(query_for_page("", 2), "page=2");
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
