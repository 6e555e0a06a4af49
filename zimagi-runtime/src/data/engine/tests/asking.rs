//! Look-ups by kind, parts of times, groups of filters, searches, and the limits of questions.

use super::fixture::{Fixture, flight, on_all, on_sqlite};
use crate::data::typed::{Column, Select, Steps};
use crate::data::{DataError, Query, QueryLimits};
use crate::permit::Permit;
use serde_json::json;

#[test]
fn texts_are_found_by_their_ends_and_whatever_their_case() {
    on_all(async |fixture| {
        fixture.create("airport", json!({"faa": "ODO", "name": "ΟΔΟΣ %_ ", "latitude": 1.5})).await.unwrap();
        for (query, faa) in [
            ("name.iexact=la guardia", "LGA"),
            ("name.iexact=la guardi", ""),
            ("name.iexact=οδος %_ ", "ODO"),
            ("name.iexact=οδος %_", ""),
            ("name.istartswith=LA g", "LGA"),
            ("name.istartswith=a", ""),
            ("name.istartswith=", "JFK LGA ODO"),
            ("name.endswith=Intl", "JFK"),
            ("name.endswith=intl", ""),
            ("name.endswith=", "JFK LGA ODO"),
            ("name.endswith=%_ ", "ODO"),
            ("name.endswith=%_", ""),
            ("name.endswith=a text that is longer than any name of an airport here", ""),
            ("name.iendswith=INTL", "JFK"),
            ("name.iendswith=δοσ %_ ", "ODO"),
            ("-name.iendswith=INTL", "LGA ODO"),
            ("latitude.range=1.5,40.6", "JFK ODO"),
            ("-latitude.range=1.5,40.6", "LGA"),
        ] {
            assert_eq!(fixture.list("airport", query, "faa").await, faa, "{query} on {:?}", fixture.database());
        }
    });
}

#[test]
fn times_are_asked_for_as_far_as_they_are_known_and_by_their_parts() {
    on_all(async |fixture| {
        for (number, hour) in [(5, "2012-12-31T23:59:59.999999Z"), (6, "2013-02-03T00:00:00Z")] {
            fixture.create("flight", flight(hour, "AA", number, ("LGA", None), None)).await.unwrap();
        }
        for (query, numbers) in [
            ("time_hour=2013", "2 1 3 4 6"),
            ("time_hour=2013-01", "2 1 3 4"),
            ("-time_hour=2013-01", "5 6"),
            ("time_hour=2013-01-02", "4"),
            ("time_hour=2013-01-01T10", "2 1 3"),
            ("time_hour=2012-12-31T23:59", "5"),
            ("time_hour=2012-12-31T23:59:59.9", "5"),
            ("time_hour=2012-12-31T23:59:59.8", ""),
            ("time_hour=2013-01-01T01:30-10:00", ""),
            ("time_hour=2013-01-01T12:00+02:00", "2 1 3"),
            ("time_hour.range=2013-01-01,2013-01-02T11:00", "2 1 3 4"),
            ("time_hour.year=2012", "5"),
            ("time_hour.year.gt=2012", "2 1 3 4 6"),
            ("time_hour__month__in=2,12", "5 6"),
            ("-time_hour.month.in=2,12", "2 1 3 4"),
            ("time_hour.day.range=2,3", "4 6"),
            ("time_hour.week=1", "5 2 1 3 4"),
            ("time_hour.week_day=1", "6"),
            ("time_hour.quarter.lte=1", "2 1 3 4 6"),
            ("time_hour.hour.gte=11", "5 4"),
            ("time_hour.minute=59", "5"),
            ("time_hour.second.exact=59", "5"),
            ("plane.flights.time_hour.hour=11", "4"),
        ] {
            assert_eq!(fixture.list("flight", query, "number").await, numbers, "{query} on {:?}", fixture.database());
        }
        for (query, names) in
            [("born=1815", "ada"), ("born=1815-12", "ada"), ("-born=1815-12-11", "ada bob"), ("born.week_day=1", "ada")]
        {
            assert_eq!(fixture.list("user", query, "name").await, names, "{query} on {:?}", fixture.database());
        }
    });
}

#[test]
fn spans_times_of_day_and_decimals_have_ranges() {
    on_all(async |fixture| {
        for (code, price, opens, transit) in [
            ("a", "1.50", "08:30:15.5", "PT90M"),
            ("b", "1.51", "17:00", "P1D"),
            ("c", "-3", "23:59:59.999999", "-PT1S"),
        ] {
            let parcel = json!({"code": code, "price": price, "opens": opens, "transit": transit});
            fixture.create("parcel", parcel).await.unwrap();
        }
        fixture.create("parcel", json!({"code": "d"})).await.unwrap();
        for (query, codes) in [
            ("price.range=-3,1.5", "a c"),
            ("-price.range=-3,1.5", "b d"),
            ("opens.range=08:00,17:00", "a b"),
            ("opens.hour=8", "a"),
            ("opens.second.gte=15", "a c"),
            ("-opens.minute=0", "a c d"),
            ("transit.range=PT0S,PT2H", "a"),
            ("transit.lt=PT0S", "c"),
            ("transit.in=P1D,-PT1S", "b c"),
        ] {
            assert_eq!(fixture.list("parcel", query, "code").await, codes, "{query} on {:?}", fixture.database());
        }
    });
}

#[test]
fn groups_join_filters_in_any_way() {
    on_all(async |fixture| {
        let both = flight("2013-01-03T10:00:00Z", "AA", 5, ("LGA", Some("N1")), None);
        fixture.create("flight", both).await.unwrap();
        for (model, query, field, expected) in [
            ("flight", r#"OR={"carrier":"AA","delay.gt":60}"#, "number", "2 4 5"),
            ("flight", r#"-OR={"carrier":"AA","delay.gt":60}"#, "number", "1 3"),
            ("flight", r#"NOT={"carrier":"UA","origin":"JFK"}"#, "number", "2 5"),
            ("flight", r#"-NOT_x={"carrier":"UA","origin":"JFK"}"#, "number", "1 3 4"),
            ("flight", r#"OR_1={"number":1,"number.in":[2,3]}&OR_2={"carrier":"AA","plane":null}"#, "number", "2 3"),
            ("flight", r#"OR=[{"carrier":"AA","number":5},{"carrier":"UA","-delay.isnull":false}]"#, "number", "3 5"),
            (
                "flight",
                r#"OR={"AND_x":{"carrier":"UA","number.range":[1,3]},"NOT":{"delay.isnull":true}}"#,
                "number",
                "2 1 3 4",
            ),
            ("flight", r#"OR={}"#, "number", ""),
            ("flight", r#"AND={}"#, "number", "2 1 3 4 5"),
            ("user", r#"AND={"is_active":true}"#, "name", "ada"),
            // Within one group a relation means one record, across groups perhaps several.
            ("plane", r#"AND={"flights.origin":"LGA","flights.carrier":"UA"}"#, "tail_number", ""),
            ("plane", r#"AND_1={"flights.origin":"LGA"}&AND_2={"flights.carrier":"UA"}"#, "tail_number", "N1"),
        ] {
            assert_eq!(fixture.list(model, query, field).await, expected, "{query} on {:?}", fixture.database());
        }
    });
}

#[test]
fn every_word_of_a_search_is_found_in_some_text() {
    on_all(async |fixture| {
        for (model, query, field, expected) in [
            ("airport", "q=KENNEDY intl", "faa", "JFK"),
            ("airport", "q=jfk, kennedy", "faa", "JFK"),
            ("airport", "q=jfk guardia", "faa", ""),
            ("airport", "q=\"la guardia\"", "faa", "LGA"),
            ("airport", "q=\"guardia la\"", "faa", ""),
            ("airport", "q= ", "faa", "JFK LGA"),
            ("airport", "q=%", "faa", ""),
            ("airport", "q=a&faa=LGA", "faa", "LGA"),
            // Relations are no texts of the record, and a model without texts has no words.
            ("flight", "q=UA", "number", ""),
            ("flight", "q=", "number", "2 1 3 4"),
        ] {
            assert_eq!(
                fixture.list(model, query, field).await,
                expected,
                "{model}?{query} on {:?}",
                fixture.database()
            );
        }
    });
}

/// A remark is a text of flights that exists for nobody.
#[test]
fn a_search_does_not_look_where_the_caller_may_not() {
    on_all(async |fixture| {
        let permit = Fixture::permit(&["viewer"]);
        let texts = fixture.page(&permit, "flight", "q=remark").await.unwrap();
        assert_eq!(texts.items, b"[]");
    });
}

#[test]
fn mistakes_in_groups_are_told_at_their_places() {
    on_all(async |fixture| {
        let query = r#"OR={"nmber":1,"AND":[{"delay.gt":"late"},3],"delay.in":{"a":1}}&NOT=x&time_hour=13&time_hour.year=MM&born.hour=1"#;
        assert_eq!(
            mistakes(fixture.page(&fixture.admin, "flight", query).await),
            [
                "OR.nmber: there is no field `nmber`",
                "OR.AND[0].delay.gt: expected a whole number of 64 bits",
                "OR.AND[1]: expected a JSON object of filters, or a list of such objects",
                "OR.delay.in: expected a list with commas, each a whole number of 64 bits",
                "NOT: expected a JSON object of filters, or a list of such objects",
                "time_hour: expected a time like `2013-01-31T17:00:00Z`, or its beginning, down to the year",
                "time_hour.year: expected a whole number of 64 bits",
                "born.hour: there is no field `born.hour`",
            ]
        );
        let error = fixture.page(&fixture.admin, "user", "born.hour=1&born.range=1815-01-01").await;
        let expected = [
            "born.hour: there is no field `born.hour`",
            "born.range: expected two values with a comma between, each a date like `2013-01-31`",
        ];
        assert_eq!(mistakes(error), expected);
    });
}

#[test]
fn values_in_bodies_have_the_types_of_their_kinds() {
    on_all(async |fixture| {
        let ask = async |model: &str, filter: serde_json::Value| {
            let body = json!({"filter": filter}).as_object().unwrap().clone();
            let query = Query::from_body([], body).unwrap();
            fixture.engine.list(&fixture.admin, model, &query, super::fixture::BASE).await
        };
        for (model, filter, total) in [
            ("flight", json!({"delay": 11}), 1),
            ("flight", json!({"delay": null}), 1),
            ("flight", json!({"delay.gt": 10.0, "delay.isnull": false}), 2),
            ("flight", json!({"number.in": [1, 2], "OR": [{"number.range": [2, 3]}, {"carrier.in": []}]}), 1),
            ("flight", json!({"time_hour": "2013-01-02", "time_hour.month.in": [1]}), 1),
            ("airport", json!({"latitude.lt": 40.7}), 1),
            ("user", json!({"is_active": true, "born.lt": "1900-01-01"}), 1),
        ] {
            let page = ask(model, filter.clone()).await.unwrap_or_else(|error| panic!("{filter}: {error:?}"));
            assert_eq!(page.total, Some(total), "{filter} on {:?}", fixture.database());
        }
        let wrong = json!({
            "number": "1",
            "number.in": "1,2",
            "number.range": [1],
            "delay.isnull": 1,
            "delay.gt": null,
            "carrier.name.contains": 7,
            "carrier.in": [7],
            "time_hour": 2013,
            "time_hour.month": "1",
            "NOT": {"carrier": "U\u{0}", "origin.latitude": "40.6"},
        });
        assert_eq!(
            mistakes(ask("flight", wrong).await),
            [
                "filter.number: expected a whole number of 64 bits",
                "filter.number.in: expected a list, each a whole number of 64 bits",
                "filter.number.range: expected a list of two values, each a whole number of 64 bits",
                "filter.delay.isnull: expected `true` or `false`",
                "filter.delay.gt: expected a whole number of 64 bits",
                "filter.carrier.name.contains: expected a text",
                "filter.carrier.in: expected a list, each a text",
                "filter.time_hour: expected a time like `2013-01-31T17:00:00Z`",
                "filter.time_hour.month: expected a whole number of 64 bits",
                "filter.NOT.carrier: expected a text without null characters",
                "filter.NOT.origin.latitude: expected a number",
            ]
        );
    });
}

#[test]
fn searches_are_short() {
    on_sqlite(async |fixture| {
        let search = |letters: usize| format!("q={}", "é".repeat(letters));
        assert_eq!(mistakes(fixture.page(&fixture.admin, "airport", &search(100)).await), [""; 0]);
        let told = mistakes(fixture.page(&fixture.admin, "airport", &search(101)).await);
        assert_eq!(told, ["q: expected a text of at most 100 characters"]);
    });
}

#[test]
fn limits_name_their_settings() {
    on_all(async |fixture| {
        let limits =
            QueryLimits { path_parts_max: 3, filters_max: 4, list_max: 2, group_depth_max: 2, ..QueryLimits::DEFAULT };
        let engine = fixture.engine.clone().limited(limits);
        let ask = async |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let page = engine.list(&fixture.admin, "flight", &Query::from_pairs(pairs), super::fixture::BASE).await;
            mistakes(page)
        };
        assert_eq!(ask(&[("OR", r#"{"AND":{"number.in":[1,2]}}"#), ("plane.flights.number", "1")]).await, [""; 0]);
        let nested = r#"{"AND":{"OR":{"number":1}}}"#;
        let found =
            ask(&[("number.in", "1,2,3"), ("plane.flights.plane.year", "1"), ("OR", nested), ("q", "a b c d e")]).await;
        assert_eq!(
            found,
            [
                "number.in: at most 2 values in one list are allowed; the setting is ZIMAGI_QUERY_LIST_MAX",
                "plane.flights.plane.year: at most 3 parts in one name are allowed; the setting is ZIMAGI_QUERY_PATH_PARTS_MAX",
                "OR.AND.OR: at most 2 groups within each other are allowed; the setting is ZIMAGI_QUERY_GROUP_DEPTH_MAX",
                "q: at most 4 filters and searched words are allowed; the setting is ZIMAGI_QUERY_FILTERS_MAX",
            ]
        );
    });
}

fn mistakes<T: std::fmt::Debug>(result: Result<T, DataError>) -> Vec<String> {
    match result {
        Ok(_) => Vec::new(),
        Err(DataError::Query(mistakes)) => {
            mistakes.iter().map(|mistake| format!("{}: {mistake}", mistake.parameter)).collect()
        }
        Err(error) => panic!("{error:?}"),
    }
}

/// A parcel's code.
#[derive(Debug)]
struct Parcel(String);

impl crate::data::typed::Model for Parcel {
    const NAME: &'static str = "parcel";
    const FIELDS: &'static [&'static str] = &["code"];

    fn read(row: &mut crate::data::typed::Row) -> Result<Self, crate::data::typed::RowError> {
        Ok(Self(row.next()?))
    }
}

#[test]
fn typed_queries_have_the_same_lookups() {
    on_all(async |fixture| {
        for (code, price) in [("one", "1.50"), ("two", "2.00"), ("Three", "-1.51")] {
            fixture.create("parcel", json!({"code": code, "price": price})).await.unwrap();
        }
        let price = || -> Column<Parcel, Option<rust_decimal::Decimal>> { Steps::root().column("price") };
        let code = || -> Column<Parcel, String> { Steps::root().column("code") };
        let decimal = |text: &str| text.parse::<rust_decimal::Decimal>().unwrap();
        for (filter, expected) in [
            (price().eq(decimal("2")), "two"),
            (price().eq(decimal("1.500")), "one"),
            (price().eq(decimal("1.501")), ""),
            (price().lt(decimal("1.501")), "Three one"),
            (price().ge(decimal("-1.505")), "one two"),
            (price().is_in([decimal("2.0"), decimal("1.5")]), "one two"),
            (price().between(decimal("-2"), decimal("1.5")), "Three one"),
            (price().gt(decimal("100000000000000000000")), ""),
            (!price().lt(decimal("100000000000000000000")), ""),
            (code().ends_with("e"), "Three one"),
            (code().ieq("three"), "Three"),
            (code().istarts_with("T"), "Three two"),
            (code().iends_with("EE"), "Three"),
        ] {
            let query = Select::<Parcel>::new().filter(filter).order_by(code().asc());
            let found: Vec<_> = select(fixture, &fixture.admin, query).await;
            assert_eq!(found.join(" "), expected, "on {:?}", fixture.database());
        }
    });
}

async fn select(fixture: &Fixture, permit: &Permit, query: Select<Parcel>) -> Vec<String> {
    fixture.engine.select(permit, query).await.unwrap().into_iter().map(|parcel| parcel.0).collect()
}
