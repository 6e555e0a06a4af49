//! Migrations against real databases.

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::status::MigrationStatus;
use super::{
    Extent, MigrationEffect, MigrationEntry, MigrationSet, UnknownMigration, apply, plan_revert, revert, status,
};
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
        let seats = UnknownMigration { name: "20130201000000_seats".to_owned(), effect: MigrationEffect::Additive };
        let unknown = MigrationStatus { applied: names(&first), unknown: vec![seats], ..MigrationStatus::default() };
        assert_eq!(status(&test.db, &old).await.unwrap(), unknown, "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_after_it_was_applied_is_told() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        apply(&test.db, &sets(&[FIRST, SECOND])).await.unwrap();
        let other = MigrationEntry { up: "ALTER TABLE plane ADD COLUMN seats BIGINT NOT NULL;", ..SECOND };
        let sets = sets(Vec::leak(vec![FIRST, other]));
        assert_eq!(status(&test.db, &sets).await.unwrap().changed, names(&["20130201000000_seats"]), "{database:?}");
        assert_eq!(apply(&test.db, &sets).await.unwrap(), names(&[]), "{database:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_that_fails_leaves_nothing_where_the_database_can_undo() {
    for database in [Database::Sqlite, Database::Postgresql] {
        let test = TestDatabase::new(database, "SELECT 1").await;
        let error = apply(&test.db, &sets(&[FIRST, BROKEN])).await.unwrap_err().to_string();
        assert!(error.starts_with("migration `20130301000000_broken` failed, and nothing of it was kept: "), "{error}");
        assert!(error.contains("already exists"), "{database:?}: {error}");
        assert!(say(&test.db, Store::Main, "SELECT id FROM half").await.is_err(), "{database:?}");
        assert_eq!(status(&test.db, &sets(&[FIRST])).await.unwrap().applied.first().unwrap(), "20130101000000_first");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mysql_says_where_a_migration_stopped() {
    let test = TestDatabase::new(Database::Mysql, "SELECT 1").await;
    let error = apply(&test.db, &sets(&[FIRST, BROKEN])).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "migration `20130301000000_broken` stopped at its statement 2 of 2: the database refused a statement: \
         Table 'plane' already exists\n\
         The statement was: CREATE TABLE plane (id BIGINT)\n\
         The one before it was done.\n\
         MySQL cannot undo changes of a schema: undo by hand what was done, and start again."
    );
    say(&test.db, Store::Main, "DROP TABLE half").await.unwrap();
    assert_eq!(status(&test.db, &sets(&[FIRST, BROKEN])).await.unwrap().pending, names(&["20130301000000_broken"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_goes_back_by_one_or_to_a_version() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        let all = sets(&[FIRST, SECOND]);
        apply(&test.db, &all).await.unwrap();
        let latest = names(&["20130201000000_seats"]);
        assert_eq!(plan_revert(&test.db, &all, &Extent::Latest).await.unwrap(), latest, "{database:?}");
        assert_eq!(revert(&test.db, &all, &Extent::Latest).await.unwrap(), latest, "{database:?}");
        assert!(say(&test.db, Store::Main, "SELECT seats FROM plane").await.is_err(), "{database:?}");
        apply(&test.db, &all).await.unwrap();
        let to = |version: &str| Extent::To(version.to_owned());
        let back = revert(&test.db, &all, &to("20130101000000")).await.unwrap();
        assert_eq!(back, names(&["20130201000000_seats", "20130101000001_messages"]), "{database:?}");
        assert!(say(&test.db, Store::Messages, "SELECT id FROM message").await.is_err(), "{database:?}");
        say(&test.db, Store::Main, "INSERT INTO plane (id) VALUES ('N14228')").await.unwrap();
        let error = revert(&test.db, &all, &to("2013")).await.unwrap_err().to_string();
        assert_eq!(error, "no migration that was applied has the version `2013`: see `db status`");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_program_applied_it_alone_reverts() {
    for database in DATABASES {
        let test = TestDatabase::new(database, "SELECT 1").await;
        apply(&test.db, &sets(&[FIRST, SECOND])).await.unwrap();
        let error = revert(&test.db, &sets(&[FIRST]), &Extent::Latest).await.unwrap_err().to_string();
        let expected = "migration `20130201000000_seats` was applied by another version of this program, which alone can revert it";
        assert_eq!(error, expected, "{database:?}");
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
    let expected = "migration `20130501000000_forgetful` was not kept: 1 rows of `flight` refer to rows of `plane` that are not there";
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
