//! What SQLite keeps if the power goes: everything that was acknowledged, and nothing by halves.

mod disk;
mod vfs;

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, QueryableByName, RunQueryDsl};
use tempfile::TempDir;
use zimagi_spec::names::Database;

use self::disk::{Disk, Luck};
use super::notes::{notes, schema, write};
use crate::data::session::Db;
use crate::data::session::test_database::open;
use crate::data::sql::Conflict;

/// How often the power goes; each time in the middle of everything.
const CUTS: u64 = 24;
/// Writes that wait for each other, as requests do.
const WRITERS: usize = 4;
/// A transaction writes some pages, so that the log is copied into the database now and then.
const BODY: usize = 30_000;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Verdict {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

/// A folder on a disk whose power may go.
struct Machine {
    folder: TempDir,
    disk: Arc<Disk>,
    vfs: String,
}

impl Machine {
    fn new() -> Self {
        let disk = Arc::new(Disk::default());
        let vfs = vfs::register(Arc::clone(&disk));
        Self { folder: tempfile::tempdir().unwrap(), disk, vfs }
    }

    fn url(&self) -> String {
        format!("file:{}?vfs={}", self.folder.path().join("test.db").display(), self.vfs)
    }

    /// What a machine finds that starts again on what the disk holds.
    fn after_cut(&self, luck: &mut Luck) -> (TempDir, SqliteConnection) {
        let folder = tempfile::tempdir().unwrap();
        self.disk.cut(luck, folder.path());
        let connection = connect(folder.path().join("test.db").to_str().unwrap());
        (folder, connection)
    }
}

fn connect(url: &str) -> SqliteConnection {
    SqliteConnection::establish(url).unwrap()
}

/// Two notes at a time, each pair in one transaction, until it is told to stop.
async fn write_pairs(db: Db, next: Arc<AtomicI64>, acknowledged: Arc<Mutex<Vec<i64>>>, stop: Arc<AtomicBool>) {
    let body = "x".repeat(BODY);
    while !stop.load(Ordering::Relaxed) {
        let first = next.fetch_add(2, Ordering::Relaxed);
        write(&db, &notes(&[(first, &body), (first + 1, &body)], Conflict::Fail)).await.unwrap();
        acknowledged.lock().unwrap().push(first);
        // SQLite's side never pends: without this a failed test would wait for its writers.
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_writes_survive_the_loss_of_power() {
    let machine = Machine::new();
    let db = open(&format!("sqlite:{}", machine.url()), |_| ());
    connect(&machine.url()).batch_execute(schema(Database::Sqlite)).unwrap();
    let (next, stop) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicBool::new(false)));
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    let write = |_| tokio::spawn(write_pairs(db.clone(), next.clone(), acknowledged.clone(), stop.clone()));
    let writers: Vec<_> = (0..WRITERS).map(write).collect();
    for cut in 0..CUTS {
        let mut luck = Luck::new(0x5eed + cut, 10 * (cut % 6));
        let written = acknowledged.lock().unwrap().len() + usize::try_from(luck.below(40)).unwrap();
        while acknowledged.lock().unwrap().len() <= written {
            tokio::task::yield_now().await;
        }
        let promised = acknowledged.lock().unwrap().clone();
        let (_folder, mut connection) = machine.after_cut(&mut luck);
        let verdict: Vec<Verdict> = diesel::sql_query("PRAGMA integrity_check").load(&mut connection).unwrap();
        assert_eq!(verdict[0].integrity_check, "ok", "cut {cut}");
        let kept = diesel::sql_query("SELECT id AS number FROM note ORDER BY id").load(&mut connection).unwrap();
        let kept: Vec<i64> = kept.iter().map(|Number { number }| *number).collect();
        let lost: Vec<_> = promised.iter().filter(|first| kept.binary_search(first).is_err()).collect();
        assert!(lost.is_empty(), "cut {cut} lost {lost:?} of {promised:?}");
        assert!(
            kept.chunks(2).all(|pair| pair[0] % 2 == 0 && pair.get(1) == Some(&(pair[0] + 1))),
            "cut {cut}: {kept:?}"
        );
    }
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    let size = std::fs::metadata(machine.folder.path().join("test.db")).unwrap().len();
    assert!(size > BODY as u64 * 100, "the log was never copied into the database: {size} bytes");
}

/// The disk of the test does lose what was not synced.
#[test]
fn writes_that_are_not_synced_are_lost() {
    let machine = Machine::new();
    let mut connection = connect(&machine.url());
    connection.batch_execute(schema(Database::Sqlite)).unwrap();
    connection.batch_execute("PRAGMA synchronous = OFF; INSERT INTO note (id) VALUES (1)").unwrap();
    let count = |connection: &mut SqliteConnection| {
        let rows: Vec<Number> = diesel::sql_query("SELECT count(*) AS number FROM note").load(connection).unwrap();
        rows[0].number
    };
    assert_eq!(count(&mut connection), 1);
    let (_folder, mut after) = machine.after_cut(&mut Luck::new(0x5eed, 0));
    assert_eq!(count(&mut after), 0);
}
