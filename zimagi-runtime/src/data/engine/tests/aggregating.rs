//! Values, their number, and groups: the same on every database.

use serde_json::json;

use super::fixture::{Fixture, flight, on_all, pairs};
use crate::data::{AggregateQuery, DataError, ExportFormat, ValuesQuery};
use crate::permit::Permit;

async fn values(fixture: &Fixture, permit: &Permit, (model, path): (&str, &str), query: &str) -> String {
    let query = ValuesQuery::from_pairs(pairs(query));
    text(fixture.engine.values(permit, model, path, &query).await)
}

async fn count(fixture: &Fixture, (model, path): (&str, &str), query: &str) -> String {
    let query = ValuesQuery::from_pairs(pairs(query));
    text(fixture.engine.count_values(&fixture.admin, model, path, &query.filters).await)
}

async fn groups(fixture: &Fixture, permit: &Permit, model: &str, query: &str) -> String {
    text(fixture.engine.aggregate(permit, model, &AggregateQuery::from_pairs(pairs(query))).await)
}

fn text(answer: Result<Vec<u8>, DataError>) -> String {
    match answer {
        Ok(body) => String::from_utf8(body).unwrap(),
        Err(DataError::Query(mistakes)) => {
            let texts = mistakes.iter().map(|mistake| format!("{}: {mistake}", mistake.parameter));
            texts.collect::<Vec<_>>().join("; ")
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn values_are_different_and_in_their_order() {
    on_all(async |fixture| {
        for (model, path, query, expected) in [
            ("flight", "delay", "", r#"{"count":3,"results":[-4,11,90]}"#),
            ("flight", "carrier", "", r#"{"count":2,"results":["AA","UA"]}"#),
            ("flight", "carrier.name", "number.gt=2", r#"{"count":1,"results":["United"]}"#),
            ("flight", "plane.year", "", r#"{"count":2,"results":[1999,2004]}"#),
            ("flight", "delay", "limit=2", r#"{"count":2,"results":[-4,11],"more":true}"#),
            ("airline", "flights.number", "", r#"{"count":4,"results":[1,2,3,4]}"#),
            ("airline", "flights.origin.name", "code=UA", r#"{"count":1,"results":["John F Kennedy Intl"]}"#),
            ("user", "watches.airport.departures.number", "name=ada", r#"{"count":3,"results":[1,3,4]}"#),
            ("flight", "delay", "number=77", r#"{"count":0,"results":[]}"#),
            (
                "flight",
                "nothing",
                "limit=0&wrong=1",
                "limit: expected a number from 1; \
                wrong: there is no field `wrong`; nothing: there is no field `nothing`",
            ),
            ("parcel", "stops", "", "stops: `stops` has no order: neither JSON nor bytes are larger or smaller"),
        ] {
            let answer = values(fixture, &fixture.admin, (model, path), query).await;
            assert_eq!(answer, expected, "{model} {path} {query} on {:?}", fixture.database());
        }
        for (model, path, query, expected) in [
            ("flight", "delay", "", 3),
            ("flight", "carrier.name", "", 2),
            ("flight", "plane.year", "plane.year.gt=2000", 1),
            ("airline", "flights.origin", "", 2),
            ("flight", "delay", "number=77", 0),
        ] {
            assert_eq!(
                count(fixture, (model, path), query).await,
                format!("{{\"count\":{expected}}}"),
                "{model} {path}"
            );
        }
    });
}

#[test]
fn groups_are_made_of_the_records_that_filters_leave() {
    on_all(async |fixture| {
        for (model, query, results) in [
            ("flight", "fields=carrier,n=id:count", r#"[{"carrier":"AA","n":1},{"carrier":"UA","n":3}]"#),
            ("flight", "fields=carrier,n=id:count&ordering=-n", r#"[{"carrier":"UA","n":3},{"carrier":"AA","n":1}]"#),
            ("flight", r#"fields=n=id:count,carrier.name&having={"n.gt": 1}"#, r#"[{"n":3,"carrier.name":"United"}]"#),
            (
                "flight",
                "fields=plane.year,delay:sum&ordering=-plane.year",
                r#"[{"plane.year":2004,"delay:sum":90},{"plane.year":1999,"delay:sum":11},{"plane.year":null,"delay:sum":-4}]"#,
            ),
            (
                "flight",
                "fields=n=id:count,d=delay:count,least=delay:min,most=delay:max,mean=delay:avg,all=delay:sum",
                r#"[{"n":4,"d":3,"least":-4,"most":90,"mean":32.333333333333336,"all":97}]"#,
            ),
            ("flight", "fields=v=number:var,s=number:stddev&number.in=1,3", r#"[{"v":1.0,"s":1.0}]"#),
            (
                "flight",
                "fields=n=id:count,s=delay:sum,m=delay:avg,d=origin:distinct,v=delay:var&number=77",
                r#"[{"n":0,"s":null,"m":null,"d":0,"v":null}]"#,
            ),
            ("flight", "fields=carrier,n=id:count&number=77", "[]"),
            ("flight", "fields=carrier,carrier,n=id:count,n=id:count&number=2", r#"[{"carrier":"AA","n":1}]"#),
            (
                "flight",
                "fields=origin,c=carrier.name:distinct,last=time_hour:max,name=carrier.name:max&ordering=-origin",
                r#"[{"origin":"LGA","c":1,"last":"2013-01-01T10:00:00Z","name":"American"},{"origin":"JFK","c":1,"last":"2013-01-02T11:00:00Z","name":"United"}]"#,
            ),
            (
                "airline",
                "fields=name,n=flights.id:COUNT,late=flights.delay:max",
                r#"[{"name":"American","n":1,"late":-4},{"name":"United","n":3,"late":90}]"#,
            ),
            (
                "airport",
                "fields=n=departures.id:count,d=departures.delay:sum,l=latitude:min",
                r#"[{"n":4,"d":97,"l":40.6}]"#,
            ),
            ("airport", "fields=n=departures.id:count&faa=XXX", r#"[{"n":0}]"#),
        ] {
            let number = results.matches("},{").count() + usize::from(results != "[]");
            let expected = format!("{{\"count\":{number},\"results\":{results}}}");
            let answer = groups(fixture, &fixture.admin, model, query).await;
            assert_eq!(answer, expected, "{model} {query} on {:?}", fixture.database());
        }
        let cut = groups(fixture, &fixture.admin, "flight", "fields=number&limit=1&ordering=-number").await;
        assert_eq!(cut, r#"{"count":1,"results":[{"number":4}],"more":true}"#);
    });
}

#[test]
fn every_kind_of_number_is_added_up_exactly() {
    on_all(async |fixture| {
        for (code, price, opens, transit) in [
            ("a", "0.10", "08:00:00", "PT1H"),
            ("b", "0.20", "09:30:00.5", "PT0.5S"),
            ("c", "99999999999999.05", "07:00:00", "PT2S"),
        ] {
            let parcel = json!({"code": code, "price": price, "opens": opens, "transit": transit, "stops": []});
            fixture.create("parcel", parcel).await.unwrap();
        }
        let query = "fields=s=price:sum,t=transit:sum,o=opens:min,m=price:max&code.in=a,b";
        let expected = r#"{"count":1,"results":[{"s":"0.30","t":"PT3600.5S","o":"08:00:00","m":"0.20"}]}"#;
        assert_eq!(groups(fixture, &fixture.admin, "parcel", query).await, expected, "{:?}", fixture.database());
        let query = "fields=m=price:avg,v=price:var&code.in=a,b";
        let answer: serde_json::Value =
            serde_json::from_str(&groups(fixture, &fixture.admin, "parcel", query).await).unwrap();
        let result = &answer["results"][0];
        assert!((result["m"].as_f64().unwrap() - 0.15).abs() < 1e-15, "{answer} on {:?}", fixture.database());
        assert!((result["v"].as_f64().unwrap() - 0.0025).abs() < 1e-15, "{answer} on {:?}", fixture.database());
        let having = r#"fields=code,s=price:sum&having={"s.gte": "0.20", "s__lt": 1}"#;
        let expected = r#"{"count":1,"results":[{"code":"b","s":"0.20"}]}"#;
        assert_eq!(groups(fixture, &fixture.admin, "parcel", having).await, expected, "{:?}", fixture.database());
    });
}

#[test]
fn sums_are_exact_or_said_to_be_too_large() {
    on_all(async |fixture| {
        for (number, carrier, delay) in
            [(5, "AA", i64::MAX), (6, "AA", i64::MAX), (7, "AA", -i64::MAX), (8, "UA", i64::MAX)]
        {
            let flight = flight("2013-02-01T10:00:00Z", carrier, number, ("JFK", None), Some(delay));
            fixture.create("flight", flight).await.unwrap();
        }
        let too_large = "fields: a sum has more than 64 bits; ask for `avg`, or for fewer records";
        for (model, query, expected) in [
            // What is added up on the way has more bits than the sum.
            ("flight", "fields=s=delay:sum&carrier=AA", r#"{"count":1,"results":[{"s":9223372036854775803}]}"#),
            ("airline", "fields=s=flights.delay:sum&code=AA", r#"{"count":1,"results":[{"s":9223372036854775803}]}"#),
            ("flight", "fields=s=delay:sum&carrier=UA", too_large),
            ("flight", "fields=s=delay:sum", too_large),
            ("airline", "fields=s=flights.delay:sum", too_large),
            // A group that is not answered needs not be told.
            (
                "flight",
                r#"fields=carrier,s=delay:sum&having={"s.lt":9223372036854775807}"#,
                r#"{"count":1,"results":[{"carrier":"AA","s":9223372036854775803}]}"#,
            ),
            ("flight", "fields=m=delay:avg&carrier=UA", r#"{"count":1,"results":[{"m":3.0744573456182584e18}]}"#),
        ] {
            let answer = groups(fixture, &fixture.admin, model, query).await;
            assert_eq!(answer, expected, "{model} {query} on {:?}", fixture.database());
        }
        let columns = "fields=code,s=flights.delay:sum";
        let error = fixture.export_of(&fixture.admin, "airline", ExportFormat::Json, columns).await.unwrap_err();
        assert_eq!(text(Err(error)), too_large);
    });
}

#[test]
fn mistakes_in_questions_for_groups_are_told_at_once() {
    on_all(async |fixture| {
        for (query, expected) in [
            ("", "fields: expected columns like `number=id:count`, with commas"),
            (
                "fields=carier,n=id:count,remark&x=1",
                "x: there is no field `x`; fields: there is no field `carier`; fields: there is no field `remark`",
            ),
            (
                "fields=carrier.name:sum,n=carrier:avg",
                "fields: expected `carrier.name:count`, `carrier.name:distinct`, `carrier.name:min` or `carrier.name:max`; \
                fields: expected `carrier:count` or `carrier:distinct`",
            ),
            (
                "fields=carrier.flights.delay,m=carrier.flights.delay:avg",
                "fields: `carrier.flights.delay` has more than one value for each record; fields: expected \
                `carrier.flights.delay:count`, `carrier.flights.delay:sum`, `carrier.flights.delay:min` or `carrier.flights.delay:max`",
            ),
            ("fields=n=id:count,n=carrier", "fields: expected one column that is called `n`"),
            ("fields=n=id:count&ordering=-m", "ordering: there is no field `m`"),
            (
                r#"fields=carrier,n=id:count&having={"carrier": 1, "n.gt": "x"}"#,
                "having: there is no field `carrier`; having: expected a whole number of 64 bits for `n.gt`",
            ),
            (
                "fields=n=id:count&having=7&limit=0",
                "having: expected a JSON object like `{\"n.gte\": 10}`; limit: expected a number from 1",
            ),
        ] {
            assert_eq!(groups(fixture, &fixture.admin, "flight", query).await, expected, "{query}");
        }
    });
}

#[test]
fn what_may_not_be_seen_makes_no_value_and_no_group() {
    on_all(async |fixture| {
        let dispatcher = Fixture::permit(&["dispatcher"]);
        for (permit, name) in [(&dispatcher, "plane"), (&dispatcher, "remark"), (&fixture.admin, "remark")] {
            let invented = "x".repeat(name.len());
            for query in ["fields=NAME", "fields=n=NAME:count", "fields=n=NAME.year:max", "fields=n=id:count&NAME=1"] {
                let ask = async |name: &str| {
                    groups(fixture, permit, "flight", &query.replace("NAME", name)).await.replace(name, "NAME")
                };
                assert_eq!(ask(name).await, ask(&invented).await, "{query} {name}");
            }
            let ask = async |name: &str| values(fixture, permit, ("flight", name), "").await.replace(name, "NAME");
            assert_eq!(ask(name).await, ask(&invented).await, "{name}");
        }
        let nobody = Fixture::permit(&[]);
        let query = AggregateQuery::from_pairs(pairs("fields=n=id:count"));
        assert!(matches!(fixture.engine.aggregate(&nobody, "flight", &query).await, Err(DataError::NotFound)));
    });
}
