//! Pages by cursor, and lists that are not counted.

use serde_json::Value as Json;

use super::fixture::{Fixture, on_all};
use crate::data::{DataError, ListPage, Turn};

fn numbers(page: &ListPage) -> String {
    let items: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
    items.iter().map(|item| item["number"].to_string()).collect::<Vec<_>>().join(" ")
}

/// All pages from one end to the other.
async fn walk(fixture: &Fixture, query: &str, start: &str, turn: fn(&ListPage) -> &Option<Turn>) -> Vec<String> {
    let mut page = fixture.page(&fixture.admin, "flight", &format!("{query}&{start}")).await.unwrap();
    let mut pages = vec![numbers(&page)];
    while turn(&page).is_some() {
        page = fixture.turn("flight", query, turn(&page)).await;
        pages.push(numbers(&page));
    }
    pages
}

#[test]
fn cursors_lead_through_any_order_and_back() {
    on_all(async |fixture| {
        for (ordering, pages) in [
            ("number", ["1 2", "3 4"]),
            ("-number", ["4 3", "2 1"]),
            ("delay", ["2 1", "4 3"]),
            ("-delay", ["4 1", "2 3"]),
            ("plane.year,-number", ["1 4", "3 2"]),
            ("-plane.year,number", ["4 1", "2 3"]),
            ("-plane,number", ["4 2", "1 3"]),
            ("-origin.name,-carrier.name,number", ["2 1", "3 4"]),
            ("-time_hour,-id", ["4 X", "X X"]),
        ] {
            let query = format!("total=none&count=2&ordering={ordering}");
            let forth = walk(fixture, &query, "cursor=", |page| &page.next).await;
            let mut back = walk(fixture, &query, "page=last", |page| &page.previous).await;
            back.reverse();
            assert_eq!(forth, back, "{ordering} on {:?}", fixture.database());
            if !pages[0].contains('X') {
                assert_eq!(forth, pages, "{ordering} on {:?}", fixture.database());
            }
        }
    });
}

#[test]
fn a_list_that_is_not_counted_tells_only_its_neighbours() {
    on_all(async |fixture| {
        let first = fixture.page(&fixture.admin, "flight", "total=none&count=3").await.unwrap();
        assert_eq!((first.total, &first.previous, numbers(&first).as_str()), (None, &None, "2 1 3"));
        let second = fixture.turn("flight", "total=none&count=3", &first.next).await;
        assert_eq!((second.total, &second.next, numbers(&second).as_str()), (None, &None, "4"));
        let by_number = fixture.page(&fixture.admin, "flight", "total=none&count=3&page=2").await.unwrap();
        assert_eq!((by_number.items, by_number.previous), (second.items, second.previous));
        let beyond = fixture.page(&fixture.admin, "flight", "total=none&count=3&page=9").await.unwrap();
        assert_eq!((beyond.items.as_slice(), &beyond.next), (b"[]".as_slice(), &None));
        let last = fixture.turn("flight", "total=none&count=3", &beyond.previous).await;
        assert_eq!(numbers(&last), "1 3 4");
    });
}

#[test]
fn pages_by_cursor_are_counted_as_asked() {
    on_all(async |fixture| {
        let first = fixture.page(&fixture.admin, "flight", "cursor=&count=3").await.unwrap();
        let second = fixture.turn("flight", "count=3", &first.next).await;
        assert_eq!((first.total, second.total), (Some(4), Some(4)));
        let all = fixture.page(&fixture.admin, "flight", "cursor=&count=4").await.unwrap();
        assert_eq!((all.total, all.next, all.previous), (Some(4), None, None));
    });
}

#[test]
fn an_estimate_is_never_less_than_what_was_seen() {
    on_all(async |fixture| {
        let page = fixture.page(&fixture.admin, "flight", "total=estimate&count=3").await.unwrap();
        assert!(page.total >= Some(4), "{page:?}");
        assert_eq!(page.next, Some(Turn::Page(2)));
        let whole = fixture.page(&fixture.admin, "flight", "total=estimate&count=4").await.unwrap();
        assert_eq!((whole.total, whole.next), (Some(4), None));
        let nested = "total=estimate&count=1&plane.manufacturer.icontains=boeing&origin.name.contains=Kennedy";
        assert!(fixture.page(&fixture.admin, "flight", nested).await.unwrap().total >= Some(2));
        let by_cursor = fixture.page(&fixture.admin, "flight", "total=estimate&cursor=&count=1").await.unwrap();
        assert!(by_cursor.total >= Some(2), "{by_cursor:?}");
        let Err(DataError::Query(mistakes)) =
            fixture.page(&fixture.admin, "flight", "total=estimate&count=3&page=9").await
        else {
            panic!()
        };
        assert_eq!(mistakes[0].to_string(), "there is no page 9, the last one is 2");
    });
}

#[test]
fn planners_estimate_what_they_have_looked_at() {
    on_all(async |fixture| {
        fixture.engine.refresh_statistics(&fixture.admin, "flight").await.unwrap();
        let page = fixture.page(&fixture.admin, "flight", "total=estimate&count=1").await.unwrap();
        assert_eq!(page.total, Some(4), "{:?}", fixture.database());
    });
}

#[test]
fn what_has_no_order_orders_nothing() {
    on_all(async |fixture| {
        let Err(DataError::Query(mistakes)) = fixture.page(&fixture.admin, "parcel", "ordering=-stops,code,scan").await
        else {
            panic!()
        };
        let texts: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        let expected = ["stops", "scan"]
            .map(|name| format!("`{name}` has no order: neither JSON nor bytes are larger or smaller"));
        assert_eq!(texts, expected);
    });
}

#[test]
fn a_cursor_belongs_to_its_question() {
    on_all(async |fixture| {
        let page = fixture.page(&fixture.admin, "flight", "cursor=&count=1&ordering=number&carrier=UA").await.unwrap();
        let Some(Turn::Cursor(cursor)) = page.next else { panic!() };
        let ask = async |query: String| match fixture.page(&fixture.admin, "flight", &query).await {
            Ok(page) => numbers(&page),
            Err(DataError::Query(mistakes)) => {
                mistakes.iter().map(|mistake| format!("{}: {mistake}", mistake.code())).collect::<Vec<_>>().join("; ")
            }
            Err(other) => panic!("{other:?}"),
        };
        let other = "bad_cursor: this cursor belongs to another type, other filters or another ordering; \
            begin with an empty one";
        let none =
            "bad_cursor: this is no cursor; begin with an empty one, and go on with those in `next` and `previous`";
        let changed: String = cursor.chars().rev().collect();
        for (query, expected) in [
            (format!("cursor={cursor}&count=5&ordering=number&carrier=UA&total=none"), "3 4"),
            (format!("cursor={cursor}&ordering=-number&carrier=UA"), other),
            (format!("cursor={cursor}&ordering=number&carrier=AA"), other),
            (format!("cursor={cursor}&ordering=number"), other),
            (format!("cursor={changed}&ordering=number&carrier=UA"), none),
            (format!("cursor={}&ordering=number&carrier=UA", &cursor[..cursor.len() - 2]), none),
            ("cursor=!&ordering=number".to_owned(), none),
            (
                format!("cursor={cursor}&page=2&ordering=number&carrier=UA"),
                "wrong_value: expected either `cursor` or `page`",
            ),
            ("total=many".to_owned(), "wrong_value: expected `exact`, `estimate` or `none`"),
        ] {
            assert_eq!(ask(query.clone()).await, expected, "{query}");
        }
    });
}
