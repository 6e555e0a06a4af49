//! Rows of Diesel schemas on real databases: what the database stores by itself is read, written back and found unchanged.

use std::fs;
use std::path::Path;

use corpus_build::every_kind::data::parcel::ParcelRow;
use corpus_build::every_kind::schema::shop_parcel;
use diesel::BoolExpressionMethods;
use diesel::connection::SimpleConnection;
use diesel::prelude::{Connection, ExpressionMethods, QueryDsl, SelectableHelper, SqliteConnection};
use zimagi_runtime::contract::{Date, DateTime, Decimal, Json, Stored, Time, Uuid};

/// The first migration of the case.
fn migration(database: &str) -> String {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/model/every_kind");
    fs::read_to_string(case.join("expected").join(database).join("up.sql")).unwrap()
}

/// Everything but the encrypted text is given by the database.
fn insertion(bytes: &str) -> String {
    format!(
        "INSERT INTO shop_parcel (name, secret, stops, extra) VALUES ('first', {bytes}, '[1, \"a\"]', '{{\"b\": null}}')"
    )
}

fn assert_defaults(row: &ParcelRow) {
    assert_eq!(row.price, Stored(Decimal::new(150, 2)));
    assert_eq!(row.posted, Date::from_ymd_opt(2013, 1, 31).unwrap());
    assert_eq!(row.seen, "2013-01-31T05:00:00.25".parse::<DateTime>().unwrap());
    assert_eq!(row.opens, "07:30:00.5".parse::<Time>().unwrap());
    assert_eq!(row.transit, 86_490_000_000);
    assert_eq!(row.label, Stored(Uuid::parse_str("1b4e28ba-2fa1-11d2-883f-0016d3cca427").unwrap()));
    assert_eq!(row.scan, [0, 1, 255]);
    assert_eq!(row.stops, Stored(Json::from(vec![Json::from(1), Json::from("a")])));
    assert_eq!(row.extra.0["b"], Json::Null);
    assert_eq!(row.anything, None);
    assert_eq!(format!("{:?}", row.secret), "SealedValue(2 bytes)");
}

fn changed(row: &ParcelRow) -> ParcelRow {
    ParcelRow {
        name: "second".to_owned(),
        price: Stored(Decimal::new(-1234567, 2)),
        label: Stored(Uuid::from_u128(7)),
        anything: Some(Stored(Json::from("text"))),
        opens: Time::from_hms_micro_opt(23, 59, 59, 999_999).unwrap(),
        ..row.clone()
    }
}

#[test]
fn sqlite_gives_back_what_was_written() {
    use diesel::RunQueryDsl;
    let mut db = SqliteConnection::establish(":memory:").unwrap();
    db.batch_execute(&migration("sqlite")).unwrap();
    db.batch_execute(&insertion("X'0102'")).unwrap();
    let first: ParcelRow = shop_parcel::table.select(ParcelRow::as_select()).first(&mut db).unwrap();
    assert_defaults(&first);
    let second = changed(&first);
    diesel::insert_into(shop_parcel::table).values(&second).execute(&mut db).unwrap();
    let is_second = shop_parcel::label.eq(&second.label).and(shop_parcel::price.eq(second.price));
    let found: Vec<ParcelRow> = shop_parcel::table.filter(is_second).load(&mut db).unwrap();
    assert_eq!(found, [second]);
    let too_exact = diesel::update(shop_parcel::table).set(shop_parcel::price.eq(Stored(Decimal::new(1, 3))));
    let error = too_exact.execute(&mut db).unwrap_err();
    assert_eq!(error.to_string(), "0.001 does not fit 2 digits after the point");
}

#[tokio::test]
async fn postgresql_gives_back_what_was_written() {
    use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    let mut db = AsyncPgConnection::establish(&url).await.unwrap();
    let schema = format!("corpus_rows_{}", std::process::id());
    db.batch_execute(&format!("CREATE SCHEMA {schema}; SET search_path = {schema}")).await.unwrap();
    db.batch_execute(&migration("postgresql")).await.unwrap();
    db.batch_execute(&insertion("'\\x0102'")).await.unwrap();
    let first: ParcelRow = shop_parcel::table.select(ParcelRow::as_select()).first(&mut db).await.unwrap();
    assert_defaults(&first);
    let second = changed(&first);
    diesel::insert_into(shop_parcel::table).values(&second).execute(&mut db).await.unwrap();
    let is_second = shop_parcel::label.eq(&second.label).and(shop_parcel::price.eq(second.price));
    let found: Vec<ParcelRow> = shop_parcel::table.filter(is_second).load(&mut db).await.unwrap();
    assert_eq!(found, [second]);
    db.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).await.unwrap();
}
