//! Encrypted fields: shown to those who may view them, compared by nobody, and in the database as nothing but envelopes.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use zimagi_spec::descriptor::{ScalarKind, Store};

use super::fixture::{BASE, Fixture, on_all};
use crate::crypto::KeyRing;
use crate::data::catalogue::Catalogue;
use crate::data::session::Session;
use crate::data::sql::{Alias, Bind, Expr, Output, Select, Statement, Table, Update};
use crate::data::value::Value;
use crate::data::{Batch, DataError, Db, Engine, ExportFormat};

const OTHER: &str = "other:00000000000000000000000000000000000000000000000000000000000000ff";

async fn fill(fixture: &Fixture) {
    for record in [
        json!({"number": "a", "pin": "1234", "contents": {"gold": [1, 2]}}),
        json!({"number": "b", "pin": "9876", "contents": null}),
        json!({"number": "c", "place": "cellar"}),
    ] {
        fixture.create("locker", record).await.unwrap();
    }
    fixture.create("deposit", json!({"name": "ring", "locker": "a"})).await.unwrap();
}

/// The same engine with other keys.
fn with_keys(fixture: &Fixture, keys: &str) -> Engine {
    let keys = Arc::new(KeyRing::parse(keys).unwrap());
    let db = fixture.engine.db().clone().with_keys(keys);
    Engine::new(Arc::new(Catalogue::new(super::models::MODELS)), db)
}

/// The database as someone sees it who knows nothing of sealed columns.
fn bare(fixture: &Fixture) -> Db {
    fixture.engine.db().clone().with_sealed(HashMap::new())
}

const PLACE: Table = Table { name: "test_locker", alias: Alias(0) };

const fn column(column: &'static str) -> Expr {
    Expr::Column { alias: Alias(0), column }
}

async fn pins(fixture: &Fixture) -> Vec<Value> {
    let outputs = vec![Output { expr: column("pin"), kind: ScalarKind::Binary }];
    let order = vec![crate::data::sql::OrderTerm::ascending(column("number"))];
    let select = Select { order, ..Select::new(PLACE, outputs, None) };
    let rows = bare(fixture).rows(Store::Main, &select).await.unwrap();
    rows.into_iter().flat_map(|row| row.cells).collect()
}

async fn set_pin(fixture: &Fixture, number: &str, pin: Value) {
    let name = Bind { value: Value::Text(number.to_owned()), kind: ScalarKind::Text };
    let statement = Statement::Update(Update {
        table: PLACE,
        set: vec![("pin", Bind { value: pin, kind: ScalarKind::Binary })],
        filter: Expr::equal(column("number"), Expr::Bind(name)),
    });
    let write = async |session: &mut Session| session.execute(&statement).await;
    assert_eq!(bare(fixture).write::<_, DataError, _>(Store::Main, write).await.unwrap(), 1);
}

async fn pin_of(engine: &Engine, fixture: &Fixture, number: &str) -> Result<Json, DataError> {
    let record = engine.get(&fixture.admin, "locker", number, BASE).await?;
    Ok(serde_json::from_slice::<Json>(&record).unwrap()["pin"].clone())
}

#[test]
fn what_is_encrypted_is_shown_and_stored_as_an_envelope() {
    on_all(async |fixture| {
        fill(fixture).await;
        let locker = fixture.get("locker", "a").await.unwrap();
        assert_eq!(locker, json!({"number": "a", "place": null, "pin": "1234", "contents": {"gold": [1, 2]}}));
        assert_eq!(fixture.list("locker", "", "pin").await, "1234 9876 null");
        let viewer = Fixture::permit(&["viewer"]);
        let csv = fixture.export_of(&viewer, "locker", ExportFormat::Csv, "fields=number,pin").await.unwrap();
        assert_eq!(csv, "number,pin\r\na,1234\r\nb,9876\r\nc,\r\n");
        let json = fixture.export_of(&viewer, "deposit", ExportFormat::Json, "fields=name,locker.pin").await.unwrap();
        assert_eq!(json, r#"[{"name":"ring","locker.pin":"1234"}]"#);
        for cell in &pins(fixture).await[..2] {
            let Value::Binary(bytes) = cell else { panic!("{cell:?}") };
            assert!(bytes.starts_with(b"\x01\x04test") && !bytes.windows(4).any(|window| window == b"1234"));
        }
    });
}

#[test]
fn nobody_asks_by_what_is_encrypted() {
    on_all(async |fixture| {
        fill(fixture).await;
        for permit in [&fixture.admin, &fixture.platform] {
            for query in ["pin=1234", "pin.isnull=true", "-pin.contains=1", "ordering=pin", "contents=1"] {
                let told = |error: DataError| format!("{error:?}").replace("contents", "NAME").replace("pin", "NAME");
                let asked = told(fixture.page(permit, "locker", query).await.unwrap_err());
                let invented = query.replace("contents", "qqqqqqqq").replace("pin", "qqq");
                let other = told(fixture.page(permit, "locker", &invented).await.unwrap_err());
                assert_eq!(asked, other.replace("qqqqqqqq", "NAME").replace("qqq", "NAME"), "{query}");
            }
            let nested = fixture.page(permit, "deposit", "locker.pin=1234").await.unwrap_err();
            assert!(format!("{nested:?}").contains("NoSuchField"), "{nested:?}");
        }
    });
}

#[test]
fn changes_are_encrypted_and_equal_values_are_no_change() {
    on_all(async |fixture| {
        fill(fixture).await;
        fixture.update("locker", "a", json!({"pin": "4321"})).await.unwrap();
        fixture.update("locker", "b", json!({"pin": null})).await.unwrap();
        let before = pins(fixture).await;
        fixture.update("locker", "a", json!({"pin": "4321", "place": "attic"})).await.unwrap();
        assert_eq!(pins(fixture).await, before);
        assert_eq!(fixture.list("locker", "", "pin").await, "4321 null null");
        let fields = ["number", "pin"].as_slice().into();
        let text = |text: &str| Value::Text(text.to_owned());
        let rows = vec![vec![text("a"), text("4321")], vec![text("b"), text("77")], vec![text("d"), text("88")]];
        let batch = Batch { fields, rows };
        let stored = fixture.engine.upsert(&fixture.admin, "locker", batch.clone()).await.unwrap();
        assert_eq!((stored.stored, stored.unchanged), (2, 1));
        let stored = fixture.engine.upsert(&fixture.admin, "locker", batch).await.unwrap();
        assert_eq!((stored.stored, stored.unchanged), (0, 3));
        assert_eq!(fixture.list("locker", "", "pin").await, "4321 77 null 88");
    });
}

#[test]
fn a_wrong_key_is_told_and_loses_nothing() {
    on_all(async |fixture| {
        fill(fixture).await;
        let before = pins(fixture).await;
        let other = with_keys(fixture, OTHER);
        let told = pin_of(&other, fixture, "a").await.unwrap_err().to_string();
        assert_eq!(told, "locker.pin: it is encrypted with the key `test`, which is not given");
        let wrong = with_keys(fixture, &OTHER.replace("other", "test"));
        let told = pin_of(&wrong, fixture, "a").await.unwrap_err().to_string();
        let expected = "locker.pin: the key `test` does not open it: another key has this id now, or the value was moved \
                        here or changed";
        assert_eq!(told, expected);
        assert!(matches!(wrong.reseal().await, Err(DataError::Sealed { .. })));
        assert_eq!(pins(fixture).await, before);
        assert_eq!(pin_of(&fixture.engine, fixture, "a").await.unwrap(), "1234");
    });
}

#[test]
fn a_value_that_was_moved_to_another_record_does_not_open() {
    on_all(async |fixture| {
        fill(fixture).await;
        let moved = pins(fixture).await[0].clone();
        set_pin(fixture, "b", moved).await;
        assert_eq!(pin_of(&fixture.engine, fixture, "a").await.unwrap(), "1234");
        let told = pin_of(&fixture.engine, fixture, "b").await.unwrap_err();
        assert!(matches!(told, DataError::Sealed { model: "locker", field: "pin", .. }), "{told:?}");
    });
}

#[test]
fn everything_is_encrypted_anew_with_the_current_key() {
    on_all(async |fixture| {
        fill(fixture).await;
        let both = with_keys(fixture, &format!("{OTHER},{}", super::fixture::KEYS));
        let counts = |cells: Vec<crate::data::engine::sealing::SealedCells>| {
            let locker = cells.into_iter().find(|cells| cells.model == "locker").unwrap();
            (locker.renewed, locker.kept)
        };
        assert_eq!(counts(both.reseal().await.unwrap()), (3, 0));
        assert_eq!(counts(both.reseal().await.unwrap()), (0, 3));
        assert_eq!(pin_of(&with_keys(fixture, OTHER), fixture, "b").await.unwrap(), "9876");
        assert!(pin_of(&fixture.engine, fixture, "b").await.is_err());
    });
}
