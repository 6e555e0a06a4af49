//! Kinds that each database stores in its own way: what goes in comes out, and compares alike.

use serde_json::{Value as Json, json};

use super::fixture::{Fixture, on_all, without_times};

fn parcel(code: &str) -> Json {
    json!({
        "code": code,
        "price": "9999999999999999.99",
        "opens": "07:30:00.250000",
        "transit": "PT95400.5S",
        "label": "123e4567-e89b-12d3-a456-426614174000",
        "scan": "AAEC/w==",
        "stops": ["JFK", {"weight": 1.5, "note": null}],
        "extra": {"fragile": true},
    })
}

async fn fill(fixture: &Fixture) {
    let small = json!({"code": "b", "price": "2.5", "opens": "17:00", "transit": "PT1M30S", "extra": "é"});
    // Spans have many spellings and one form: whole and broken seconds.
    for record in [parcel("a"), small, json!({"code": "c", "price": -10})] {
        fixture.create("parcel", record).await.unwrap();
    }
}

#[test]
fn what_goes_in_comes_out() {
    on_all(async |fixture| {
        fill(fixture).await;
        assert_eq!(without_times(fixture.get("parcel", "a").await.unwrap()), parcel("a"));
        let expected = json!({
            "code": "b", "price": "2.50", "opens": "17:00:00", "transit": "PT90S", "label": null, "scan": null,
            "stops": [], "extra": "é",
        });
        assert_eq!(without_times(fixture.get("parcel", "b").await.unwrap()), expected);
    });
}

#[test]
fn they_are_filtered_and_ordered_by_what_they_mean() {
    on_all(async |fixture| {
        fill(fixture).await;
        for (query, expected) in [
            ("ordering=price", "c b a"),
            ("ordering=-price", "a b c"),
            ("price.lt=2.51", "b c"),
            ("price=2.5", "b"),
            ("opens.gte=07:30:00.25", "a b"),
            ("ordering=-opens", "b a c"),
            ("transit.gt=PT2M", "a"),
            ("transit=P1DT2H30M0.5S", "a"),
            ("label=123E4567-E89B-12D3-A456-426614174000", "a"),
        ] {
            assert_eq!(fixture.list("parcel", query, "code").await, expected, "{query}");
        }
    });
}
