//! Rows that only the database can refuse.

use super::fixture::{Backend, Fixture, counts, fixture, import_with, reports};
use crate::command::RunStatus;

/// The rows of plants whose code another plant has are rejected one by one, the others stored.
async fn refused_rows_are_found(backend: Backend, reason: &str) {
    let clash = [17, 700, 5000];
    let row = |row: usize| format!("plant{row},{},NA\n", if clash.contains(&row) { 0 } else { row });
    let text = format!("plant,code,region\n{}", (0..6000).map(row).collect::<String>());
    let fixture: Fixture = fixture(backend, &[("regions.csv", "region\n"), ("plants.csv", &text)]).await;
    let (outcome, heard) = import_with(&fixture, &[("names", &["plants"])]).await;
    assert_eq!((outcome.status, outcome.detail), (RunStatus::Success, None));
    assert_eq!(counts(&heard, "plant"), [5997, 0, 3]);
    let report = reports(&heard).pop().unwrap();
    let rows: Vec<_> = report["first_rejected"].as_array().unwrap().iter().map(|row| row["row"].clone()).collect();
    assert_eq!(rows, [18, 701, 5001]);
    assert_eq!(report["reasons"][0]["reason"], reason);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_rows_are_found_on_sqlite() {
    refused_rows_are_found(Backend::Sqlite, "UNIQUE constraint failed: test_plant.code").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_rows_are_found_on_postgresql() {
    let reason = "duplicate key value violates unique constraint \"test_plant_code_key\"";
    refused_rows_are_found(Backend::Postgresql, reason).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_rows_are_found_on_mysql() {
    refused_rows_are_found(Backend::Mysql, "duplicate value for a unique key").await;
}
