//! What callers wish to be shown: fields under names of their own, records within records, and no more than that is read.

use serde_json::{Value as Json, json};

use super::fixture::{BASE, Fixture, on_all, pairs, without_times};
use super::group_reading::fill;
use crate::data::{Address, DataError, Query, QueryLimits};
use crate::permit::Permit;

async fn page(fixture: &Fixture, model: &str, query: &str) -> Json {
    let page = fixture.page(&fixture.admin, model, query).await.unwrap_or_else(|error| panic!("{query}: {error:?}"));
    without_times(serde_json::from_slice(&page.items).unwrap())
}

async fn text(fixture: &Fixture, model: &str, query: &str) -> String {
    let page = fixture.page(&fixture.admin, model, query).await.unwrap_or_else(|error| panic!("{query}: {error:?}"));
    String::from_utf8(page.items).unwrap()
}

fn mistakes<T: std::fmt::Debug>(result: Result<T, DataError>) -> Vec<String> {
    match result {
        Err(DataError::Query(mistakes)) => {
            mistakes.iter().map(|mistake| format!("{}: {mistake}", mistake.parameter)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn fields_are_shown_in_the_order_and_under_the_names_of_the_caller() {
    on_all(async |fixture| {
        let query = "fields=number,plane.manufacturer,maker=plane.manufacturer,plane__year,at=origin.faa,carrier_id&ordering=number&number.lt=4";
        let expected = concat!(
            r#"[{"number":1,"plane":{"manufacturer":"BOEING","year":1999},"maker":"BOEING","at":"JFK","carrier_id":"UA"},"#,
            r#"{"number":2,"plane":{"manufacturer":"AIRBUS","year":null},"maker":"AIRBUS","at":"LGA","carrier_id":"AA"},"#,
            r#"{"number":3,"plane":null,"maker":null,"at":"JFK","carrier_id":"UA"}]"#
        );
        assert_eq!(text(fixture, "flight", query).await, expected, "{:?}", fixture.database());
        let plain = "fields=tail_number,api_url&ordering=-tail_number&count=1&total=none";
        assert_eq!(text(fixture, "plane", plain).await, r#"[{"tail_number":"N3","api_url":"http://h/plane/N3/"}]"#);
    });
}

#[test]
fn records_are_shown_by_what_names_them_or_whole() {
    on_all(async |fixture| {
        let plane = json!({"tail_number": "N1", "api_url": "http://h/plane/N1/"});
        let carrier = json!({"code": "UA", "api_url": "http://h/airline/UA/"});
        let origin = json!({"faa": "JFK", "name": "John F Kennedy Intl", "latitude": 40.6});
        for (fields, expected) in [
            ("plane", json!({"plane": plane})),
            ("x=plane,plane.year", json!({"x": plane, "plane": {"year": 1999}})),
            (
                "plane.year,plane",
                json!({"plane": {"year": 1999, "tail_number": "N1", "api_url": "http://h/plane/N1/"}}),
            ),
            ("origin.*", json!({"origin": origin})),
            ("from=origin.*,number", json!({"from": origin, "number": 1})),
            (
                "origin.api_url,where=origin.api_url",
                json!({"origin": {"api_url": "http://h/airport/JFK/"}, "where": "http://h/airport/JFK/"}),
            ),
            (
                "*,origin.name",
                json!({
                    "id": fixture.list("flight", "number=1", "id").await,
                    "time_hour": "2013-01-01T10:00:00Z",
                    "carrier": carrier,
                    "number": 1,
                    "origin": {"faa": "JFK", "api_url": "http://h/airport/JFK/", "name": "John F Kennedy Intl"},
                    "plane": plane,
                    "delay": 11,
                }),
            ),
        ] {
            let found = page(fixture, "flight", &format!("number=1&fields={fields}")).await;
            assert_eq!(found, json!([expected]), "{fields} on {:?}", fixture.database());
        }
    });
}

#[test]
fn many_related_records_are_arrays() {
    on_all(async |fixture| {
        let query = "fields=code,flights.number,flights.plane.year,legs=flights.number,n=flights.id:count,tails=flights.plane.tail_number";
        let expected = concat!(
            r#"[{"code":"AA","flights":[{"number":2,"plane":{"year":null}}],"legs":[2],"n":1,"tails":["N2"]},"#,
            r#"{"code":"UA","flights":[{"number":1,"plane":{"year":1999}},{"number":3,"plane":null},{"number":4,"plane":{"year":2004}}],"#,
            r#""legs":[1,3,4],"n":3,"tails":["N1",null,"N3"]}]"#
        );
        assert_eq!(text(fixture, "airline", query).await, expected, "{:?}", fixture.database());
        let nested = "fields=number,carrier.flights.number,plane.flights.number&ordering=number&number.in=1,3";
        let expected = concat!(
            r#"[{"number":1,"carrier":{"flights":[{"number":1},{"number":3},{"number":4}]},"plane":{"flights":[{"number":1}]}},"#,
            r#"{"number":3,"carrier":{"flights":[{"number":1},{"number":3},{"number":4}]},"plane":null}]"#
        );
        assert_eq!(text(fixture, "flight", nested).await, expected, "{:?}", fixture.database());
        let none = text(fixture, "airport", "fields=faa,watches.user.name&faa=LGA").await;
        assert_eq!(none, r#"[{"faa":"LGA","watches":[]}]"#);
        let twice = "fields=code,x=flights.plane.flights.number,flights.origin.watches.user.is_active&code=UA";
        let expected = concat!(
            r#"[{"code":"UA","x":[[1],null,[4]],"flights":[{"origin":{"watches":[{"user":{"is_active":true}}]}},"#,
            r#"{"origin":{"watches":[{"user":{"is_active":true}}]}},{"origin":{"watches":[{"user":{"is_active":true}}]}}]}]"#
        );
        assert_eq!(text(fixture, "airline", twice).await, expected, "{:?}", fixture.database());
    });
}

#[test]
fn links_are_shown_as_lists_show_them() {
    on_all(async |fixture| {
        fill_articles(fixture).await;
        let whole = page(fixture, "article", "").await;
        let wished = page(fixture, "article", "fields=likes,topics,authors,topics.name").await;
        for (item, wish) in whole.as_array().unwrap().iter().zip(wished.as_array().unwrap()) {
            for link in ["likes", "topics", "authors"] {
                assert_eq!(item[link], wish[link], "{:?}", fixture.database());
            }
            assert_eq!(wish.as_object().unwrap().len(), 3);
        }
        let names = "fields=title,who=likes.follows.name,by=authors.name,topics.articles.title&title=Boats";
        let expected = concat!(
            r#"[{"title":"Boats","who":[["max","zoe"],["zoe"]],"by":["zoe"],"#,
            r#""topics":[{"articles":[{"title":"Boats"}]},{"articles":[{"title":"Boats"}]}]}]"#
        );
        assert_eq!(text(fixture, "article", names).await, expected, "{:?}", fixture.database());
    });
}

#[test]
fn what_a_record_is_too_has_fields_and_relations() {
    on_all(async |fixture| {
        fixture.create("topic", json!({"name": "jazz"})).await.unwrap();
        let bar =
            json!({"name": "Blue", "city": "Bern", "kitchen": "none", "stools": 4, "owner": "ada", "topics": ["jazz"]});
        fixture.create("bar", bar).await.unwrap();
        let bar = text(fixture, "bar", "fields=city,owner.born,topics.name,t=topics.name,kitchen,o=owner.name").await;
        let expected = concat!(
            r#"[{"city":"Bern","owner":{"born":"1815-12-10"},"topics":[{"name":"jazz"}],"t":["jazz"],"#,
            r#""kitchen":"none","o":"ada"}]"#
        );
        assert_eq!(bar, expected, "{:?}", fixture.database());
        let place =
            text(fixture, "place", "fields=name,restaurant.kitchen,restaurant.bar.stools,s=restaurant.bar.stools")
                .await;
        assert_eq!(place, r#"[{"name":"Blue","restaurant":{"kitchen":"none","bar":{"stools":4}},"s":4}]"#);
    });
}

#[test]
fn one_record_and_pages_by_cursor_show_the_same() {
    on_all(async |fixture| {
        let address = Address::from("UA");
        let fields = "name,flights.number,api_url";
        let record = fixture.engine.get_selected(&fixture.admin, "airline", (address, fields), BASE).await.unwrap();
        let expected =
            r#"{"name":"United","flights":[{"number":1},{"number":3},{"number":4}],"api_url":"http://h/airline/UA/"}"#;
        assert_eq!(String::from_utf8(record).unwrap(), expected, "{:?}", fixture.database());
        let query = "fields=number,plane.year,carrier.flights.number&ordering=-delay&count=3";
        let first = fixture.page(&fixture.admin, "flight", &format!("{query}&cursor=")).await.unwrap();
        let second = fixture.turn("flight", query, &first.next).await;
        let last = r#"[{"number":3,"plane":null,"carrier":{"flights":[{"number":1},{"number":3},{"number":4}]}}]"#;
        assert_eq!(String::from_utf8(second.items).unwrap(), last, "{:?}", fixture.database());
    });
}

#[test]
fn every_mistake_names_what_was_written() {
    on_all(async |fixture| {
        let query = "fields=nmber,plane.*.year,number.*,x=plane,x=carrier.name,=id,all=*,number.year,plane.flights:count,id:count,plane.yaer,api_url.x,flights";
        let expected = [
            "fields: there is no field `nmber`",
            "fields: there is no field `plane.*.year`",
            "fields: there is no field `number.*`",
            "fields: expected another name than `x`, which is taken",
            "fields: expected a name before `=`",
            "fields: expected `*` without a name",
            "fields: there is no field `number.year`",
            "fields: expected `id` alone: it has one value for each record",
            "fields: there is no field `plane.yaer`",
            "fields: there is no field `api_url.x`",
            "fields: there is no field `flights`",
        ];
        assert_eq!(mistakes(fixture.page(&fixture.admin, "flight", query).await), expected);
        let address = Address::from("UA");
        let record = fixture.engine.get_selected(&fixture.admin, "airline", (address, "nme"), BASE).await;
        assert_eq!(mistakes(record), ["fields: there is no field `nme`"]);
    });
}

/// What is answered to a name wherever `fields` may have one.
async fn failures(fixture: &Fixture, permit: &Permit, (model, prefix): (&str, &str), name: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for fields in ["NAME", "x=NAME", "NAME.*", "NAME.year", "x=NAME.*", "NAME.api_url", "NAME.x:count", "NAME,NAME"] {
        let fields = fields.replace("NAME", &format!("{prefix}{name}"));
        let told = fixture.page(permit, model, &format!("fields={fields}")).await.unwrap_err();
        texts.push(format!("{told:?}").replace(name, "NAME"));
    }
    texts
}

#[test]
fn hidden_and_forbidden_names_are_no_fields_wherever_they_stand() {
    on_all(async |fixture| {
        let (dispatcher, nobody) = (Fixture::permit(&["dispatcher"]), Fixture::permit(&[]));
        for (permit, place, name) in [
            (&dispatcher, ("flight", ""), "plane"),
            (&dispatcher, ("flight", ""), "plane_id"),
            (&dispatcher, ("flight", ""), "remark"),
            (&fixture.admin, ("flight", "plane."), "speed"),
            (&fixture.admin, ("airline", "flights."), "remark"),
            (&fixture.admin, ("airline", "flights.plane."), "speed"),
            (&fixture.admin, ("article", ""), "censors"),
            (&fixture.admin, ("watch", "user."), "token"),
            (&nobody, ("airport", ""), "departures"),
            (&nobody, ("article", ""), "likes"),
            (&nobody, ("topic", "articles."), "likes"),
        ] {
            let expected = failures(fixture, permit, place, &"x".repeat(name.len())).await;
            assert_eq!(failures(fixture, permit, place, name).await, expected, "{place:?} {name}");
        }
        let all = fixture.page(&dispatcher, "flight", "fields=*,carrier.*,origin.*&number=1").await.unwrap();
        let all = without_times(serde_json::from_slice(&all.items).unwrap());
        let names = |record: &Json| record.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names(&all[0]), "id time_hour carrier number origin delay");
        let plane = page(fixture, "plane", "fields=flights.*,*&tail_number=N1").await;
        assert_eq!(names(&plane[0]), "flights tail_number year manufacturer");
        assert_eq!(names(&plane[0]["flights"][0]), "id time_hour carrier number origin plane delay");
    });
}

#[test]
fn records_of_other_groups_are_shown_nowhere() {
    on_all(async |fixture| {
        fill(fixture).await;
        let blue = Fixture::permit(&["member", "blue"]);
        let query = "fields=number,sheet.title,stamp.name,s=sheet.name,sheet_id,n=sheets.name,l=lent.name,loans.topic.name,sheet.notes.number";
        let expected = json!([
            {"number": 1, "sheet": {"title": "open", "notes": [{"number": 1}]}, "stamp": null, "s": "a", "sheet_id": "a",
             "n": ["a"], "l": ["sea"], "loans": [{"topic": {"name": "sea"}}]},
            {"number": 2, "sheet": {"title": "blue one", "notes": [{"number": 2}]}, "stamp": {"name": "t"}, "s": "b", "sheet_id": "b",
             "n": [], "l": ["art"], "loans": [{"topic": {"name": "art"}}]},
            {"number": 3, "sheet": null, "stamp": null, "s": null, "sheet_id": null, "n": ["b", "d"], "l": [], "loans": []},
            {"number": 4, "sheet": null, "stamp": null, "s": null, "sheet_id": null, "n": [], "l": [], "loans": []},
            {"number": 5, "sheet": null, "stamp": null, "s": null, "sheet_id": null, "n": [], "l": [], "loans": []},
            {"number": 6, "sheet": {"title": "both", "notes": [{"number": 6}]}, "stamp": null, "s": "d", "sheet_id": "d",
             "n": ["g"], "l": [], "loans": []},
        ]);
        let page = fixture.page(&blue, "note", query).await.unwrap();
        assert_eq!(serde_json::from_slice::<Json>(&page.items).unwrap(), expected, "{:?}", fixture.database());
        let note =
            fixture.engine.get_selected(&blue, "note", (Address::from("3"), "sheet,sheet.topic.name"), BASE).await;
        assert_eq!(String::from_utf8(note.unwrap()).unwrap(), r#"{"sheet":null}"#);
        let sheets =
            fixture.page(&blue, "sheet", "fields=name,m=mentions.number,folio.pages&name.in=a,c,d,g").await.unwrap();
        let expected = concat!(
            r#"[{"name":"a","m":[1],"folio":null},{"name":"d","m":[3],"folio":null},"#,
            r#"{"name":"g","m":[6],"folio":{"pages":3}}]"#
        );
        assert_eq!(String::from_utf8(sheets.items).unwrap(), expected, "{:?}", fixture.database());
    });
}

#[test]
fn what_is_encrypted_is_shown_beside_and_within_other_records() {
    on_all(async |fixture| {
        fixture.create("locker", json!({"number": "a", "pin": "1234", "contents": {"gold": [1]}})).await.unwrap();
        fixture.create("deposit", json!({"name": "ring", "locker": "a"})).await.unwrap();
        let viewer = Fixture::permit(&["viewer"]);
        let query = "fields=name,locker.pin,p=locker.pin,c=locker.contents,locker.number";
        let page = fixture.page(&viewer, "deposit", query).await.unwrap();
        let expected = r#"[{"name":"ring","locker":{"pin":"1234","number":"a"},"p":"1234","c":{"gold":[1]}}]"#;
        assert_eq!(String::from_utf8(page.items).unwrap(), expected, "{:?}", fixture.database());
        let refused = fixture.page(&viewer, "deposit", "fields=locker.pin:count").await;
        assert_eq!(mistakes(refused), ["fields: there is no field `locker.pin`"]);
    });
}

#[test]
fn arrays_that_are_cut_say_so() {
    on_all(async |fixture| {
        fill_articles(fixture).await;
        let engine = fixture.engine.clone().limited(QueryLimits { related_max: 1, ..QueryLimits::DEFAULT });
        let page = async |model: &str, query: &str| {
            let page = engine.list(&fixture.admin, model, &Query::from_pairs(pairs(query)), BASE).await.unwrap();
            without_times(serde_json::from_slice(&page.items).unwrap())
        };
        let query = "fields=code,flights.number,legs=flights.number,flights.plane.flights.number";
        let flight = |number: i64| json!({"number": number, "plane": {"flights": [{"number": number}]}});
        let expected = json!([
            {"code": "AA", "flights": [flight(2)], "legs": [2]},
            {"code": "UA", "flights": [flight(1)], "flights_more": true, "legs": [1], "legs_more": true},
        ]);
        assert_eq!(page("airline", query).await, expected, "{:?}", fixture.database());
        let articles = page("article", "").await;
        let topic = json!([{"name": "art", "api_url": "http://h/topic/art/"}]);
        assert_eq!((&articles[0]["topics"], &articles[0]["topics_more"]), (&topic, &json!(true)));
        assert_eq!((&articles[1]["topics_more"], &articles[2]["likes_more"]), (&Json::Null, &Json::Null));
        // A pair that is said by two records is one.
        assert_eq!(articles[0].get("authors_more"), None);
    });
}

#[test]
fn limits_name_their_settings() {
    on_all(async |fixture| {
        let limits = QueryLimits {
            path_parts_max: 4,
            fields_max: 3,
            embed_depth_max: 2,
            embed_relations_max: 2,
            related_total_max: 2,
            ..QueryLimits::DEFAULT
        };
        let engine = fixture.engine.clone().limited(limits);
        for (fields, expected) in [
            ("id,number,delay,plane", "at most 3 fields are allowed; the setting is ZIMAGI_QUERY_FIELDS_MAX"),
            (
                "plane.flights.origin.name",
                "at most 2 records within each other are allowed; the setting is ZIMAGI_QUERY_EMBED_DEPTH_MAX",
            ),
            (
                "plane.flights.origin.watches.id",
                "at most 4 parts in one name are allowed; the setting is ZIMAGI_QUERY_PATH_PARTS_MAX",
            ),
            (
                "plane.flights.number,plane.year,carrier.name",
                "at most 2 relations to shown records are allowed; the setting is ZIMAGI_QUERY_EMBED_RELATIONS_MAX",
            ),
            (
                "carrier.flights.number",
                "at most 2 related records in one answer are allowed; the setting is ZIMAGI_QUERY_RELATED_TOTAL_MAX",
            ),
        ] {
            let query = Query::from_pairs([("fields".to_owned(), fields.to_owned())]);
            let told = mistakes(engine.list(&fixture.admin, "flight", &query, BASE).await);
            assert_eq!(told, [format!("fields: {expected}")]);
        }
    });
}

async fn fill_articles(fixture: &Fixture) {
    for name in ["art", "sea"] {
        fixture.create("topic", json!({"name": name})).await.unwrap();
    }
    for (name, follows) in [("zoe", json!([])), ("max", json!(["zoe"])), ("eve", json!(["max", "zoe"]))] {
        fixture.create("reader", json!({"name": name, "follows": follows})).await.unwrap();
    }
    for (title, topics, likes) in [
        ("Boats", json!(["sea", "art"]), json!(["eve", "max"])),
        ("Courts", json!([]), json!([])),
        ("Doves", json!([]), json!(["eve"])),
    ] {
        fixture.create("article", json!({"title": title, "topics": topics, "likes": likes})).await.unwrap();
    }
    fixture.create("byline", json!({"article": "Boats", "reader": "zoe", "place": 1})).await.unwrap();
    fixture.create("byline", json!({"article": "Boats", "reader": "zoe", "place": 2})).await.unwrap();
}
