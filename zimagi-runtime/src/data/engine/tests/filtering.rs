//! Look-ups, paths over relations, negation and order.

use super::fixture::on_all;
use crate::data::DataError;

#[test]
fn every_lookup_finds_its_records() {
    on_all(async |fixture| {
        for (query, numbers) in [
            ("", "2 1 3 4"),
            ("number=3", "3"),
            ("number.exact=3", "3"),
            ("number.in=4,2", "2 4"),
            ("delay.isnull=true", "3"),
            ("delay.isnull=false", "2 1 4"),
            ("delay.lt=11", "2"),
            ("delay.lte=11", "2 1"),
            ("delay.gt=11", "4"),
            ("delay__gte=11", "1 4"),
            ("carrier=UA&origin=JFK", "1 3 4"),
            ("carrier_id=AA", "2"),
            ("carrier.in=AA,UA", "2 1 3 4"),
            ("time_hour.gt=2013-01-01T10:00:00Z", "4"),
            ("time_hour=2013-01-02 11:00:00", "4"),
            ("plane.isnull=true", "3"),
        ] {
            assert_eq!(fixture.list("flight", query, "number").await, numbers, "{query} on {:?}", fixture.database());
        }
        for (query, faa) in [
            ("name.contains=Kennedy", "JFK"),
            ("name.contains=kennedy", ""),
            ("name.icontains=kENNedy", "JFK"),
            ("name.startswith=La", "LGA"),
            ("name.startswith=la", ""),
            ("name.startswith=", "JFK LGA"),
            ("latitude.lt=40.7", "JFK"),
            ("faa=a text that is longer than the field", ""),
        ] {
            assert_eq!(fixture.list("airport", query, "faa").await, faa, "{query} on {:?}", fixture.database());
        }
        assert_eq!(fixture.list("user", "is_active=false", "name").await, "bob");
        assert_eq!(fixture.list("user", "born.lt=1900-01-01", "name").await, "ada");
    });
}

#[test]
fn paths_lead_forward_and_backward() {
    on_all(async |fixture| {
        for (model, query, field, expected) in [
            ("flight", "plane.manufacturer=BOEING", "number", "1"),
            ("flight", "plane__manufacturer__icontains=boeing", "number", "1 4"),
            ("flight", "plane.manufacturer=BOEING&origin.name.contains=Kennedy", "number", "1"),
            ("flight", "plane.year.isnull=true", "number", "2 3"),
            ("flight", "plane.year.isnull=false", "number", "1 4"),
            ("flight", "carrier.code=AA", "number", "2"),
            ("flight", "origin.watches.user.name=ada", "number", "1 3 4"),
            ("plane", "flights.origin.faa=JFK", "tail_number", "N1 N3"),
            ("plane", "flights.isnull=true", "tail_number", ""),
            ("airline", "flights.plane.flights.carrier=AA", "code", "AA"),
            ("user", "watches.isnull=true", "name", "bob"),
            ("user", "watches.airport.faa=JFK", "name", "ada"),
            ("user", "watches.airport.faa=LGA", "name", ""),
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

/// N1 flies from JFK for UA, N2 from LGA for AA; no flight of one plane is both from LGA and of UA.
#[test]
fn filters_over_the_same_relation_are_meant_of_the_same_record() {
    on_all(async |fixture| {
        let flown = super::fixture::flight("2013-01-03T10:00:00Z", "AA", 5, ("LGA", Some("N1")), None);
        fixture.create("flight", flown).await.unwrap();
        assert_eq!(fixture.list("plane", "flights.origin=LGA&flights.carrier=UA", "tail_number").await, "");
        assert_eq!(fixture.list("plane", "flights.origin=JFK&flights.carrier=UA", "tail_number").await, "N1 N3");
    });
}

#[test]
fn a_negation_holds_wherever_the_condition_does_not() {
    on_all(async |fixture| {
        for (model, query, field, expected) in [
            ("flight", "-delay.gt=11", "number", "2 1 3"),
            ("flight", "-plane.manufacturer=BOEING", "number", "2 3 4"),
            ("flight", "-plane=N1", "number", "2 3 4"),
            ("flight", "-plane.in=N1,N2", "number", "3 4"),
            ("flight", "-plane.isnull=true", "number", "2 1 4"),
            ("flight", "-plane.year.isnull=true", "number", "1 4"),
            ("plane", "-flights.carrier=UA", "tail_number", "N2"),
            ("user", "-watches.airport=JFK", "name", "bob"),
            ("user", "-watches.isnull=true&is_active=true", "name", "ada"),
        ] {
            assert_eq!(
                fixture.list(model, query, field).await,
                expected,
                "{model}?{query} on {:?}",
                fixture.database()
            );
            // A second page makes the engine count, with sub-queries of the other shape.
            let page = fixture.page(&fixture.admin, model, &format!("{query}&page=last&count=1")).await.unwrap();
            assert_eq!(
                page.total,
                Some(expected.split(' ').count() as u64),
                "{model}?{query} on {:?}",
                fixture.database()
            );
        }
    });
}

#[test]
fn orders_are_total_and_nulls_are_last() {
    on_all(async |fixture| {
        for (query, numbers) in [
            ("ordering=delay", "2 1 4 3"),
            ("ordering=-delay", "4 1 2 3"),
            ("ordering=plane.year,number", "1 4 2 3"),
            ("ordering=-plane.year,-number", "4 1 3 2"),
            ("ordering=-carrier.name,number", "1 3 4 2"),
            ("ordering=-plane", "4 2 1 3"),
            ("ordering=origin,-number", "4 3 1 2"),
        ] {
            assert_eq!(fixture.list("flight", query, "number").await, numbers, "{query} on {:?}", fixture.database());
        }
        assert_eq!(fixture.list("plane", "ordering=year", "tail_number").await, "N1 N3 N2");
    });
}

#[test]
fn keys_stand_for_records_with_digests() {
    on_all(async |fixture| {
        fixture.create("plant", serde_json::json!({"name": "p1"})).await.unwrap();
        fixture.create("sensor", serde_json::json!({"name": "old", "plant": "p1"})).await.unwrap();
        let new = serde_json::json!({"name": "new", "plant": "p1", "replaces": "old"});
        fixture.create("sensor", new).await.unwrap();
        assert_eq!(fixture.list("sensor", "replaces=old", "name").await, "new");
        assert_eq!(fixture.list("sensor", "-replaces.in=old,other", "name").await, "old");
        let id = fixture.list("sensor", "name=old", "id").await;
        assert_eq!(fixture.list("sensor", &format!("replaces={id}"), "name").await, "new");
        assert_eq!(fixture.list("sensor", &format!("replaces.id={id}"), "name").await, "new");
        assert_eq!(fixture.list("sensor", "spares.name=new", "name").await, "old");
    });
}

#[test]
fn all_mistakes_are_told_at_once() {
    on_all(async |fixture| {
        let query = "plane.manufactuer=X&orign.name=Y&delay.gt=late&delay.contains=1&carrier.begins=A&plane.isnull=maybe\
                     &ordering=nmber,carrier.flights&page=0&count=5000";
        let Err(DataError::Query(mistakes)) = fixture.page(&fixture.admin, "flight", query).await else { panic!() };
        let text = |mistake: &crate::data::QueryMistake| {
            let nearest = mistake.nearest().join(" ");
            format!("{} [{}] {mistake} ({nearest})", mistake.parameter, mistake.code())
        };
        let texts: Vec<_> = mistakes.iter().map(text).collect();
        assert_eq!(texts.join("\n"), MISTAKES);
        let Err(DataError::Query(mistakes)) = fixture.page(&fixture.admin, "flight", "page=2").await else { panic!() };
        assert_eq!(text(&mistakes[0]), "page [no_such_page] there is no page 2, the last one is 1 ()");
    });
}

const MISTAKES: &str = "\
plane.manufactuer [no_such_field] there is no field `plane.manufactuer` (plane.manufacturer)
orign.name [no_such_field] there is no field `orign.name` (origin)
delay.gt [wrong_value] expected a whole number of 64 bits ()
delay.contains [no_such_field] there is no field `delay.contains` (delay.exact delay.in delay.isnull delay.lt delay.lte delay.gt delay.gte delay.range)
carrier.begins [no_such_field] there is no field `carrier.begins` (carrier.exact carrier.in carrier.isnull carrier.code carrier.name carrier.created carrier.updated carrier.flights)
plane.isnull [wrong_value] expected `true` or `false` ()
ordering [no_such_field] there is no field `nmber` (number)
ordering [many_values] `carrier.flights` has more than one value for each record ()
page [wrong_value] expected a number from 1 or `last` ()
count [wrong_value] expected a number from 1 to 1000 ()";
