//! What does not exist for a caller: hidden, forbidden and invented names are told apart by nothing.

use serde_json::json;

use super::fixture::{BASE, Fixture, on_all, origin};
use crate::data::{DataError, ExportFormat, Terms};
use crate::permit::Permit;

/// A name that nothing has, of the same length.
fn invented(name: &str) -> String {
    "x".repeat(name.len())
}

async fn failures(fixture: &Fixture, permit: &Permit, name: &str) -> Vec<String> {
    let path = |path: String| async move {
        let error = fixture.page(permit, "flight", &path).await.unwrap_err();
        format!("{error:?} {error}")
    };
    let mut texts = vec![
        path(format!("{name}=1")).await,
        path(format!("{name}.isnull=true")).await,
        path(format!("{name}__year=1")).await,
        path(format!("-{name}.name=1")).await,
        path(format!("ordering={name}")).await,
        path(format!("ordering=-{name}.year")).await,
    ];
    let fields = format!("fields={name},{name}.year&{name}=1");
    texts.push(format!("{:?}", fixture.export(permit, ExportFormat::Json, &fields).await.unwrap_err()));
    texts.into_iter().map(|text| text.replace(name, "NAME")).collect()
}

#[test]
fn hidden_and_forbidden_names_are_answered_like_invented_ones() {
    on_all(async |fixture| {
        let dispatcher = Fixture::permit(&["dispatcher"]);
        for (permit, name) in
            [(&dispatcher, "plane"), (&dispatcher, "plane_id"), (&dispatcher, "remark"), (&fixture.admin, "remark")]
        {
            let expected = failures(fixture, permit, &invented(name)).await;
            assert_eq!(failures(fixture, permit, name).await, expected, "{name}");
        }
    });
}

#[test]
fn what_is_forbidden_is_in_no_answer() {
    on_all(async |fixture| {
        let dispatcher = Fixture::permit(&["dispatcher"]);
        let page = fixture.page(&dispatcher, "flight", "number=1").await.unwrap();
        let text = String::from_utf8(page.items).unwrap();
        assert!(!text.contains("plane") && !text.contains("remark") && text.contains("carrier"), "{text}");
        let csv = fixture.export(&dispatcher, ExportFormat::Csv, "").await.unwrap();
        assert!(csv.starts_with("id,time_hour,carrier,number,origin,delay,created,updated\r\n"), "{csv}");
        let nobody = Fixture::permit(&[]);
        let airport = fixture.engine.get(&nobody, "airport", "JFK", BASE).await.unwrap();
        let text = String::from_utf8(airport).unwrap();
        assert!(!text.contains("departures") && !text.contains("watches"), "{text}");
        let airport = fixture.get("airport", "JFK").await.unwrap();
        assert_eq!(airport["departures"], json!("http://h/flight/?origin.faa=JFK"));
    });
}

#[test]
fn models_that_a_caller_may_not_view_do_not_exist() {
    on_all(async |fixture| {
        let dispatcher = Fixture::permit(&["dispatcher"]);
        for name in ["plane", "user", "xxxxx"] {
            let engine = &fixture.engine;
            let errors = [
                engine.get(&dispatcher, name, "N1", BASE).await.unwrap_err(),
                fixture.page(&dispatcher, name, "nothing=1").await.unwrap_err(),
                engine.delete(Terms::new(&dispatcher, &origin(), BASE), name, "N1").await.unwrap_err(),
                engine
                    .create(Terms::new(&dispatcher, &origin(), BASE), name, serde_json::Map::new())
                    .await
                    .unwrap_err(),
            ];
            assert!(errors.iter().all(|error| matches!(error, DataError::NotFound)), "{name}: {errors:?}");
        }
    });
}

#[test]
fn who_may_only_view_writes_nothing() {
    on_all(async |fixture| {
        let viewer = Fixture::permit(&["viewer"]);
        let engine = &fixture.engine;
        let values = || serde_json::Map::from_iter([("name".to_owned(), json!("x"))]);
        let errors = [
            engine.create(Terms::new(&viewer, &origin(), BASE), "airline", values()).await.unwrap_err(),
            engine.update(Terms::new(&viewer, &origin(), BASE), "airline", "AA", values()).await.unwrap_err(),
            engine.update(Terms::new(&viewer, &origin(), BASE), "airline", "no", values()).await.unwrap_err(),
            engine.delete(Terms::new(&viewer, &origin(), BASE), "airline", "AA").await.unwrap_err(),
        ];
        assert!(errors.iter().all(|error| matches!(error, DataError::Forbidden)), "{errors:?}");
        assert_eq!(fixture.list("airline", "name=American", "code").await, "AA");
    });
}

#[test]
fn hidden_fields_of_a_record_cannot_be_written() {
    on_all(async |fixture| {
        for name in ["remark", "xxxxxx"] {
            let record =
                json!({"time_hour": "2013-01-01T10:00:00Z", "carrier": "UA", "number": 9, "origin": "JFK", name: "x"});
            let Err(DataError::Invalid(errors)) = fixture.create("flight", record).await else { panic!() };
            let expected = format!("{name}: there is no field `{name}`");
            assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
            assert_eq!(errors[0].nearest.len(), 9);
        }
    });
}
