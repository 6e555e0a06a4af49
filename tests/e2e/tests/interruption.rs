//! A process killed in the middle of an import, while two servers work on the same database.

use std::path::Path;
use std::time::{Duration, Instant};

use e2e::{Answer, Backend, Client, Example, Server};

/// How long something may take that must come by itself.
const PATIENCE: Duration = Duration::from_secs(60);
/// Short, so that the run's end is noticed soon.
const LEASE_MS: &str = "1500";
const FLIGHTS: &str = "/flight/csv/?ordering=time_hour,carrier,number&fields=id,time_hour,carrier,number,origin,\
                       destination,plane,scheduled_departure,departure,departure_delay,scheduled_arrival,arrival,\
                       arrival_delay,air_time,distance";

#[test]
fn a_killed_import_is_ended_and_repeated_on_sqlite() {
    kill_and_repeat(Backend::Sqlite);
}

#[test]
fn a_killed_import_is_ended_and_repeated_on_postgresql() {
    kill_and_repeat(Backend::Postgresql);
}

#[test]
fn a_killed_import_is_ended_and_repeated_on_mysql() {
    kill_and_repeat(Backend::Mysql);
}

fn kill_and_repeat(backend: Backend) {
    let example = january(backend);
    let servers = [Server::start(&example), Server::start(&example)];
    let admin = servers[0].with_token("ada", &example.token("ada", &["admin"]));

    let mut import = example.spawn(&["import"]);
    wait_for("the first flights", || total(&admin, "/flight/?count=1") > 0);
    import.kill().expect("a child can be killed");
    import.wait().expect("a child can be waited for");
    let stored = total(&admin, "/flight/?count=1");
    assert!(stored < 26_324, "the import had ended before it was killed");

    let run = "/log/?command=import&status=failed&count=1";
    wait_for("the end of the run", || total(&admin, run) == 1);
    assert_eq!(admin.send("GET", run).json()["results"][0]["detail"], "interrupted");
    if backend == Backend::Sqlite {
        assert_sound(&example.folder().join("example.db"));
    }

    example.expect_success(&["import"]);
    let other = january(backend);
    other.expect_success(&["import"]);
    let undisturbed = Server::start(&other);
    let other_admin = undisturbed.with_token("ada", &other.token("ada", &["admin"]));
    assert_same(&admin.send("GET", FLIGHTS), &other_admin.send("GET", FLIGHTS));
    for server in &servers {
        let status = server.anonymous().send("GET", "/status");
        assert_eq!(status.status, 200, "{}", status.text());
    }
}

/// The example with its own files: enough rows to be killed among.
fn january(backend: Backend) -> Example {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/nycflights");
    Example::new(backend).with_variable("ZIMAGI_FILES", files).with_variable("ZIMAGI_LEASE_MS", LEASE_MS)
}

fn total(client: &Client, path: &str) -> u64 {
    let answer = client.send("GET", path);
    answer.json()["count"].as_u64().unwrap_or_else(|| panic!("{path}: {}", answer.text()))
}

fn wait_for(what: &str, is_there: impl Fn() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !is_there() {
        assert!(Instant::now() < end, "{what} did not come within {PATIENCE:?}");
        std::thread::yield_now();
    }
}

fn assert_sound(database: &Path) {
    let connection = rusqlite::Connection::open(database).expect("the file can be opened");
    let verdict: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("the file can be checked");
    assert_eq!(verdict, "ok");
    let mut orphans = connection.prepare("PRAGMA foreign_key_check").expect("the file can be checked");
    assert!(!orphans.exists([]).expect("the file can be checked"), "rows refer to rows that are not there");
}

/// Says where two long answers part, without printing them.
fn assert_same(left: &Answer, right: &Answer) {
    assert_eq!((left.status, right.status), (200, 200));
    assert_eq!(left.text().lines().count(), 26_325);
    let parted = left.text().lines().zip(right.text().lines()).find(|(left, right)| left != right);
    assert_eq!(parted, None);
    assert_eq!(left.body.len(), right.body.len());
}
