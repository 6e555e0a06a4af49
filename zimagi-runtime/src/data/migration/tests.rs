//! Migrations against real databases.

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::{MigrationEffect, MigrationEntry, MigrationSet, MigrationStatus, apply, status};
use crate::data::error::DataError;
use crate::data::session::test_database::{DATABASES, TestDatabase};
use crate::data::session::{Db, Session};

const FIRST: MigrationEntry = MigrationEntry {
    version: "20130101000000",
    name: "first",
    effect: MigrationEffect::Breaking,
    up: "CREATE TABLE plane (id VARCHAR(6) PRIMARY KEY NOT NULL); CREATE INDEX plane_id ON plane (id);",
    down: "DROP TABLE plane;",
};

const MESSAGES: MigrationEntry = MigrationEntry {
    version: "20130101000001",
    name: "messages",
    effect: MigrationEffect::Breaking,
    up: "CREATE TABLE message (id BIGINT PRIMARY KEY NOT NULL);",
    down: "DROP TABLE message;",
};

const SECOND: MigrationEntry = MigrationEntry {
    version: "20130201000000",
    name: "seats",
    effect: MigrationEffect::Additive,
    up: "ALTER TABLE plane ADD COLUMN seats BIGINT;",
    down: "ALTER TABLE plane DROP COLUMN seats;",
};

const BROKEN: MigrationEntry = MigrationEntry {
    version: "20130301000000",
    name: "broken",
    effect: MigrationEffect::Breaking,
    up: "CREATE TABLE half (id BIGINT); CREATE TABLE plane (id BIGINT);",
    down: "",
};

const fn set(database: Database, store: Store, migrations: &'static [MigrationEntry]) -> MigrationSet {
    MigrationSet { database, store, migrations }
}

/// The same history for every database; only one of them is meant each time.
fn sets(main: &'static [MigrationEntry]) -> Vec<MigrationSet> {
    let sets = |database| [set(database, Store::Main, main), set(database, Store::Messages, &[MESSAGES])];
    Database::ALL.into_iter().flat_map(sets).collect()
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

async fn say(db: &Db, store: Store, words: &str) -> Result<(), DataError> {
    db.write(store, async |session: &mut Session| session.change(diesel::sql_query(words)).await.map(drop)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_applied_once() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        let (old, new) = (sets(&[FIRST]), sets(&[FIRST, SECOND]));
        let first = ["20130101000000_first", "20130101000001_messages"];
        let pending = MigrationStatus { pending: names(&first), ..MigrationStatus::default() };
        assert_eq!(status(&test.db, &old).await.unwrap(), pending, "{database:?}");
        assert_eq!(apply(&test.db, &old).await.unwrap(), names(&first), "{database:?}");
        assert_eq!(apply(&test.db, &old).await.unwrap(), names(&[]), "{database:?}");
        assert_eq!(apply(&test.db, &new).await.unwrap(), names(&["20130201000000_seats"]), "{database:?}");
        say(&test.db, Store::Main, "INSERT INTO plane (id, seats) VALUES ('N14228', 149)").await.unwrap();
        say(&test.db, Store::Messages, "INSERT INTO message (id) VALUES (1)").await.unwrap();
        let unknown = MigrationStatus {
            applied: names(&first),
            unknown: names(&["20130201000000"]),
            ..MigrationStatus::default()
        };
        assert_eq!(status(&test.db, &old).await.unwrap(), unknown, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_that_fails_leaves_nothing() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        let error = apply(&test.db, &sets(&[FIRST, BROKEN])).await.unwrap_err();
        assert!(error.to_string().contains("already exists"), "{database:?}: {error}");
        assert!(say(&test.db, Store::Main, "SELECT id FROM half").await.is_err(), "{database:?}");
        assert_eq!(apply(&test.db, &sets(&[FIRST])).await.unwrap().last().unwrap(), "20130101000001_messages");
    }
}

/// What makes SQLite's tables anew: dropping the old one must not touch the rows that refer to it.
const REBUILD: MigrationEntry = MigrationEntry {
    version: "20130401000000",
    name: "rebuild",
    effect: MigrationEffect::Breaking,
    up: "CREATE TABLE plane__new (id VARCHAR(8) PRIMARY KEY NOT NULL); INSERT INTO plane__new SELECT id FROM plane;
         DROP TABLE plane; ALTER TABLE plane__new RENAME TO plane;",
    down: "",
};

const FLIGHT: MigrationEntry = MigrationEntry {
    version: "20130102000000",
    name: "flight",
    effect: MigrationEffect::Additive,
    up: "CREATE TABLE flight (id BIGINT, plane_id VARCHAR(6) NOT NULL REFERENCES plane (id) ON DELETE CASCADE);",
    down: "",
};

const FORGETFUL: MigrationEntry =
    MigrationEntry { version: "20130501000000", name: "forgetful", up: "DELETE FROM plane;", ..REBUILD };

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_made_anew_keeps_the_rows_that_refer_to_it() {
    let test = TestDatabase::new(Database::Sqlite, "SELECT 1").await;
    apply(&test.db, &sets(&[FIRST, FLIGHT])).await.unwrap();
    say(&test.db, Store::Main, "INSERT INTO plane (id) VALUES ('N14228')").await.unwrap();
    say(&test.db, Store::Main, "INSERT INTO flight VALUES (1, 'N14228')").await.unwrap();
    apply(&test.db, &sets(&[FIRST, FLIGHT, REBUILD])).await.unwrap();
    let error = apply(&test.db, &sets(&[FIRST, FLIGHT, REBUILD, FORGETFUL])).await.unwrap_err();
    let expected = "a migration failed: 1 rows of `flight` refer to rows of `plane` that are not there";
    assert_eq!(error.to_string(), expected);
    let deleted = say(&test.db, Store::Main, "DELETE FROM plane").await;
    assert!(deleted.is_ok(), "foreign keys are on again: {deleted:?}");
    let again = apply(&test.db, &sets(&[FIRST, FLIGHT, REBUILD, FORGETFUL])).await.unwrap();
    assert_eq!(again, names(&["20130501000000_forgetful"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_processes_one_applies() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        let starts = (0..4).map(|_| {
            let db = test.again(|_| ());
            tokio::spawn(async move { apply(&db, &sets(&[FIRST, SECOND])).await })
        });
        let mut applied = Vec::new();
        for start in starts.collect::<Vec<_>>() {
            applied.extend(start.await.unwrap().unwrap());
        }
        applied.sort_unstable();
        let expected = ["20130101000000_first", "20130101000001_messages", "20130201000000_seats"];
        assert_eq!(applied, names(&expected), "{database:?}");
    }
}
