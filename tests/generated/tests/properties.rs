//! Whatever passes the rules is Rust, and its migrations apply to empty databases and can be undone.

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};
use diesel_async::{AsyncConnection as _, AsyncMysqlConnection, SimpleAsyncConnection as _};
use generated::{Generated, specs};

/// How many specs are tried; on servers fewer.
const TRIES: u64 = 400;
const TRIES_ON_SERVERS: u64 = 60;
/// MariaDB makes and drops tables slowly.
const TRIES_ON_MYSQL: u64 = 20;

/// Rules that refuse nearly all would prove nothing.
#[test]
fn many_pass_the_rules_and_become_rust() {
    let mut passed = 0;
    for seed in 0..TRIES {
        let Some(generated) = Generated::of(&specs(seed), "sqlite, postgresql, mysql") else { continue };
        passed += 1;
        for artifact in &generated.output.artifacts {
            if let Err(error) = syn::parse_file(&artifact.text) {
                panic!("seed {seed}, {}: {error}\n{}", artifact.path, artifact.text);
            }
        }
    }
    assert!(passed * 3 > TRIES, "only {passed} of {TRIES} passed");
}

#[test]
fn migrations_apply_on_sqlite_and_can_be_undone() {
    for seed in 0..TRIES {
        let Some(generated) = Generated::of(&specs(seed), "sqlite") else { continue };
        let (up, down) = generated.migration("sqlite");
        let mut db = SqliteConnection::establish(":memory:").unwrap();
        db.batch_execute("PRAGMA foreign_keys = ON").unwrap();
        for text in [&up, &down, &up] {
            db.batch_execute(text).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}\n{}", specs(seed)));
        }
    }
}

#[test]
fn migrations_apply_on_postgresql_and_can_be_undone() {
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    let mut db = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    for seed in 0..TRIES_ON_SERVERS {
        let Some(generated) = Generated::of(&specs(seed), "postgresql") else { continue };
        let (up, down) = generated.migration("postgresql");
        let schema = format!("generated_{}_{seed}", std::process::id());
        db.batch_execute(&format!("CREATE SCHEMA {schema}; SET search_path = {schema}")).unwrap();
        for text in [&up, &down, &up] {
            db.batch_execute(text).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}\n{}", specs(seed)));
        }
        db.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).unwrap();
    }
}

#[tokio::test]
async fn migrations_apply_on_mysql_and_can_be_undone() {
    let url = std::env::var("ZIMAGI_TEST_MYSQL").expect("`cargo xtask services up` says what this is");
    let mut db = AsyncMysqlConnection::establish(&url).await.unwrap();
    for seed in 0..TRIES_ON_MYSQL {
        let Some(generated) = Generated::of(&specs(seed), "mysql") else { continue };
        let (up, down) = generated.migration("mysql");
        let database = format!("generated_{}_{seed}", std::process::id());
        db.batch_execute(&format!("CREATE DATABASE {database}; USE {database}")).await.unwrap();
        for text in [&up, &down, &up] {
            let run = db.batch_execute(text).await;
            run.unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}\n{}", specs(seed)));
        }
        db.batch_execute(&format!("DROP DATABASE {database}")).await.unwrap();
    }
}
