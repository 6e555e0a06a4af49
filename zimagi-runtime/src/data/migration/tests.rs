//! Migrations against real databases.

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::{MigrationEntry, MigrationSet, MigrationStatus, apply, status};
use crate::data::error::DataError;
use crate::data::session::test_database::{DATABASES, TestDatabase};
use crate::data::session::{Db, Session};

const FIRST: MigrationEntry = MigrationEntry {
    version: "20130101000000",
    name: "first",
    up: "CREATE TABLE plane (id VARCHAR(6) PRIMARY KEY NOT NULL); CREATE INDEX plane_id ON plane (id);",
    down: "DROP TABLE plane;",
};

const MESSAGES: MigrationEntry = MigrationEntry {
    version: "20130101000001",
    name: "messages",
    up: "CREATE TABLE message (id BIGINT PRIMARY KEY NOT NULL);",
    down: "DROP TABLE message;",
};

const SECOND: MigrationEntry = MigrationEntry {
    version: "20130201000000",
    name: "seats",
    up: "ALTER TABLE plane ADD COLUMN seats BIGINT;",
    down: "ALTER TABLE plane DROP COLUMN seats;",
};

const BROKEN: MigrationEntry = MigrationEntry {
    version: "20130301000000",
    name: "broken",
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
