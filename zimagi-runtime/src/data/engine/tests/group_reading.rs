//! Records that are given to groups: for others they are in no answer, and nothing can be told by them.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, Fixture, on_all};
use crate::data::typed::{Column, Model, Row, RowError, Select, Steps};
use crate::data::{AskedFilter, DataError};
use crate::permit::Permit;

/// Sheets for everybody, for one group, for another one, for both; and what refers to them.
pub(super) async fn fill(fixture: &Fixture) {
    for name in ["blue", "red", "public"] {
        fixture.create("group", json!({"name": name})).await.unwrap();
    }
    for name in ["art", "law", "sea"] {
        fixture.create("topic", json!({"name": name})).await.unwrap();
    }
    for (model, record) in [
        ("sheet", json!({"name": "a", "title": "open", "shelf": 1, "topic": "art", "groups": ["public"]})),
        ("sheet", json!({"name": "b", "title": "blue one", "topic": "art", "groups": ["blue"]})),
        ("sheet", json!({"name": "c", "title": "red one", "shelf": 3, "topic": "sea", "groups": ["red"]})),
        ("sheet", json!({"name": "d", "title": "both", "shelf": 4, "topic": "law", "groups": ["blue", "red"]})),
        ("sheet", json!({"name": "e", "title": "for all", "shelf": 5, "groups": ["public"]})),
        ("sheet", json!({"name": "f", "title": "red too", "shelf": 6, "topic": "sea", "groups": ["red"]})),
        ("folio", json!({"name": "g", "title": "blue folio", "pages": 3, "groups": ["blue"]})),
        ("folio", json!({"name": "h", "title": "red folio", "pages": 9, "shelf": 8, "groups": ["red"]})),
        ("note", json!({"number": 1, "text": "one", "sheet": "a", "sheets": ["a", "c"]})),
        ("note", json!({"number": 2, "text": "two", "sheet": "b", "sheets": ["c", "f"]})),
        ("note", json!({"number": 3, "text": "three", "sheet": "c", "sheets": ["b", "c", "d"]})),
        ("note", json!({"number": 4, "text": "four", "sheet": "f"})),
        ("note", json!({"number": 5, "text": "five"})),
        ("note", json!({"number": 6, "text": "six", "sheet": "d", "sheets": ["g", "h"]})),
        ("loan", json!({"note": 1, "topic": "art", "groups": ["red"]})),
        ("loan", json!({"note": 1, "topic": "sea", "groups": ["public"]})),
        ("loan", json!({"note": 2, "topic": "art", "groups": ["blue"]})),
        ("loan", json!({"note": 3, "topic": "law", "groups": ["red"]})),
        ("stamp", json!({"name": "s", "note": 1, "groups": ["red"]})),
        ("stamp", json!({"name": "t", "note": 2, "groups": ["blue"]})),
    ] {
        fixture.create(model, record.clone()).await.unwrap_or_else(|error| panic!("{record}: {error:?}"));
    }
}

/// One field of the records that a caller finds, with commas.
pub(super) async fn found(fixture: &Fixture, permit: &Permit, model: &str, query: &str, field: &str) -> String {
    let page = fixture.page(permit, model, query).await.unwrap_or_else(|error| panic!("{query}: {error:?}"));
    let items: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
    assert_eq!(page.total, Some(items.len() as u64), "{query}");
    items.iter().map(|item| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned)).collect()
}

#[test]
fn records_are_for_the_members_of_their_groups() {
    on_all(async |fixture| {
        fill(fixture).await;
        for (roles, sheets, folios) in [
            (["member", "blue"].as_slice(), "abdeg", "3"),
            (&["member", "red"], "acdefh", "9"),
            (&["member", "blue", "red"], "abcdefgh", "39"),
            (&["member", "green"], "ae", ""),
            (&["member"], "ae", ""),
            (&["admin"], "abcdefgh", "39"),
        ] {
            let permit = Fixture::permit(roles);
            assert_eq!(found(fixture, &permit, "sheet", "", "name").await, sheets, "{roles:?}");
            assert_eq!(found(fixture, &permit, "folio", "", "pages").await, folios, "{roles:?}");
            for (name, is_red) in [("c", true), ("f", true), ("h", true), ("d", false)] {
                let is_shown = sheets.contains(name);
                let sheet = fixture.engine.get(&permit, "sheet", name, BASE).await;
                assert!(if is_shown { sheet.is_ok() } else { matches!(sheet, Err(DataError::NotFound)) }, "{name}");
                assert_eq!(
                    is_shown,
                    roles.contains(&"admin") || roles.contains(&"red") || (!is_red && sheets.contains('d'))
                );
            }
        }
        assert_eq!(found(fixture, &fixture.platform, "sheet", "", "name").await, "abcdefgh");
    });
}

#[test]
fn records_that_were_given_to_no_group_are_for_admin() {
    on_all(async |fixture| {
        fill(fixture).await;
        fixture.create("sheet", json!({"name": "i", "title": "closed"})).await.unwrap();
        fixture.create("note", json!({"number": 7, "text": "seven", "sheet": "i"})).await.unwrap();
        let all = Fixture::permit(&["member", "blue", "red", "editor", "keeper"]);
        assert_eq!(found(fixture, &all, "sheet", "groups.isnull=true", "name").await, "");
        assert_eq!(found(fixture, &all, "note", "sheet.isnull=true", "number").await, "57");
        assert!(matches!(fixture.engine.get(&all, "sheet", "i", BASE).await, Err(DataError::NotFound)));
        assert_eq!(found(fixture, &fixture.admin, "sheet", "groups.isnull=true", "name").await, "i");
        // A group may go; what was given to no other is closed then.
        fixture.delete("group", "red").await.unwrap();
        assert_eq!(found(fixture, &all, "sheet", "", "name").await, "abdeg");
        assert_eq!(found(fixture, &fixture.admin, "sheet", "groups.isnull=true", "name").await, "cfhi");
    });
}

#[test]
fn relations_to_what_is_not_shown_are_null() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = Fixture::permit(&["member", "blue"]);
        for (query, expected) in [
            ("sheet=c", ""),
            ("sheet=b", "2"),
            ("sheet.in=a,b,c,d,f", "126"),
            ("sheet.isnull=true", "345"),
            ("sheet.isnull=false", "126"),
            ("sheet.name.isnull=true", "345"),
            ("-sheet=b", "13456"),
            ("-sheet=c", "123456"),
            ("-sheet.title.contains=red", "123456"),
            ("sheet.title.contains=red", ""),
            ("sheet.topic.name=sea", ""),
            ("-sheet.topic.name=art", "3456"),
            ("sheets=c", ""),
            ("-sheets=c", "123456"),
            ("sheets.isnull=true", "245"),
            ("sheets.isnull=false", "136"),
            ("sheets.title.startswith=red", ""),
            ("sheets.in=b,c", "3"),
            ("lent=art", "2"),
            ("lent.name=sea", "1"),
            ("lent.isnull=true", "3456"),
            ("loans.isnull=true", "3456"),
            ("loans.topic=art", "2"),
            ("stamp.isnull=false", "2"),
            ("stamp.name=s", ""),
            ("OR=[{\"sheet\": \"c\"}, {\"sheets.name\": \"c\"}, {\"number\": 5}]", "5"),
            ("NOT={\"sheet.title.contains\": \"red\"}", "123456"),
            ("ordering=sheet", "126345"),
            ("ordering=-sheet", "621345"),
            ("ordering=sheet.title,-number", "261543"),
            ("ordering=stamp.name", "213456"),
        ] {
            assert_eq!(found(fixture, &blue, "note", query, "number").await, expected, "{query}");
        }
        let note: Json = serde_json::from_slice(&fixture.engine.get(&blue, "note", "3", BASE).await.unwrap()).unwrap();
        assert_eq!((&note["sheet"], &note["stamp"], &note["lent"]), (&Json::Null, &Json::Null, &json!([])));
        let names = note["sheets"].as_array().unwrap().iter().map(|sheet| sheet["name"].as_str().unwrap());
        assert_eq!(names.collect::<String>(), "bd");
        // A record that must have one shows null too, and stands last.
        for name in ["c", "a", "b"] {
            fixture.create("cover", json!({"name": format!("of {name}"), "sheet": name})).await.unwrap();
        }
        let covers = fixture.page(&blue, "cover", "").await.unwrap();
        let covers: Vec<Json> = serde_json::from_slice(&covers.items).unwrap();
        let shown: Vec<_> =
            covers.iter().map(|cover| (cover["name"].as_str().unwrap(), &cover["sheet"]["name"])).collect();
        assert_eq!(shown, [("of a", &json!("a")), ("of b", &json!("b")), ("of c", &Json::Null)]);
    });
}

#[test]
fn an_estimate_is_a_count_where_records_have_groups() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = Fixture::permit(&["member", "blue"]);
        for (model, query, expected) in [
            ("sheet", "total=estimate&count=2", 5),
            ("folio", "total=estimate&count=1", 1),
            ("note", "total=estimate&count=1&sheet.isnull=false", 3),
            ("note", "total=estimate&count=1&sheets.isnull=false", 3),
        ] {
            let page = fixture.page(&blue, model, query).await.unwrap();
            assert_eq!(page.total, Some(expected), "{model} {query}");
        }
    });
}

struct Cover {
    sheet: String,
}

impl Model for Cover {
    const NAME: &'static str = "cover";
    const FIELDS: &'static [&'static str] = &["sheet"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { sheet: row.next()? })
    }
}

#[test]
fn a_struct_without_room_for_null_is_not_made_of_what_is_not_shown() {
    on_all(async |fixture| {
        fill(fixture).await;
        for name in ["a", "c"] {
            fixture.create("cover", json!({"name": name, "sheet": name})).await.unwrap();
        }
        let blue = Fixture::permit(&["member", "blue"]);
        let all = fixture.engine.select(&fixture.admin, Select::<Cover>::new()).await.unwrap();
        assert_eq!(all.iter().map(|cover| cover.sheet.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        let Err(DataError::Query(mistakes)) = fixture.engine.select(&blue, Select::<Cover>::new()).await else {
            panic!()
        };
        assert_eq!(mistakes[0].parameter, "sheet");
        let title: Column<Cover, String> = Steps::root().step("sheet").column("title");
        let shown = fixture.engine.select(&blue, Select::<Cover>::new().filter(title.eq("open"))).await.unwrap();
        assert_eq!(shown.len(), 1);
    });
}

#[test]
fn filters_of_an_address_tell_nothing_of_what_is_not_shown() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = Fixture::permit(&["member", "blue"]);
        let within = [AskedFilter::parameter("sheet.title", "red one")];
        let address = crate::data::Address { text: "3", within: &within };
        assert!(matches!(fixture.engine.get(&blue, "note", address, BASE).await, Err(DataError::NotFound)));
        assert!(fixture.engine.get(&fixture.admin, "note", address, BASE).await.is_ok());
    });
}
