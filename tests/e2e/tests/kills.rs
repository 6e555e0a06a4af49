//! A server that is killed at any moment while several callers write: what it acknowledged is there, nothing is there by half, and
//! the next one answers at once.
//!
//! `ZIMAGI_E2E_KILLS` says how often; before a release it is set to fifty.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use e2e::{Answer, Backend, Client, Example, Server};
use serde_json::{Value, json};

/// How soon a new server answers.
const READY: Duration = Duration::from_secs(2);
const KILLS: u64 = 3;
const WRITERS: u64 = 4;
/// Each kill comes after so many more acknowledged writes.
const WRITES_MIN: u64 = 10;
const WRITES_SPREAD: u64 = 120;

#[test]
fn what_was_acknowledged_outlives_kills_on_sqlite() {
    kill_again_and_again(Backend::Sqlite);
}

#[test]
fn what_was_acknowledged_outlives_kills_on_postgresql() {
    kill_again_and_again(Backend::Postgresql);
}

#[test]
fn what_was_acknowledged_outlives_kills_on_mysql() {
    kill_again_and_again(Backend::Mysql);
}

/// What one writer knows of its planes: the seats of each, none if it was deleted.
#[derive(Debug, Default)]
struct Known {
    planes: BTreeMap<String, Option<u64>>,
    /// The write that was not answered: the plane, and its seats if it was done.
    doubt: Option<(String, Option<u64>)>,
}

fn kill_again_and_again(backend: Backend) {
    let example = Example::with_rows(backend);
    let token = example.token("ada", &["admin"]);
    let kills = std::env::var("ZIMAGI_E2E_KILLS").map_or(KILLS, |text| text.parse().expect("a number of kills"));
    let mut server = Server::start(&example);
    let before = unrecorded(&server.with_token("ada", &token));
    for kill in 0..kills {
        let known = write_until_killed(&mut server, &token, kill);
        let begin = Instant::now();
        server = Server::start(&example);
        let client = server.with_token("ada", &token);
        assert_eq!(client.send("GET", "/status").status, 200);
        assert!(begin.elapsed() < READY, "kill {kill}: ready after {:?}", begin.elapsed());
        known.iter().for_each(|known| assert_kept(&client, known));
        // A write and its record are stored together or not at all.
        assert_eq!(
            unrecorded(&client),
            before,
            "kill {kill}: planes are there without a record, or records without a plane"
        );
    }
}

/// Lets writers write, kills the server in the middle, and gives what they know.
fn write_until_killed(server: &mut Server, token: &str, kill: u64) -> Vec<Known> {
    let acknowledged = AtomicU64::new(0);
    let client = server.with_token("ada", token);
    let limit = WRITES_MIN + std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), kill) % WRITES_SPREAD;
    std::thread::scope(|scope| {
        let start = |writer| {
            let (client, acknowledged) = (client.clone(), &acknowledged);
            scope.spawn(move || write(&client, &format!("{writer}{kill}X"), acknowledged))
        };
        let writers: Vec<_> = (0..WRITERS).map(start).collect();
        while acknowledged.load(Ordering::Relaxed) < limit && !writers.iter().any(|writer| writer.is_finished()) {
            std::thread::yield_now();
        }
        server.kill();
        writers.into_iter().map(|writer| writer.join().expect("writers do not panic")).collect()
    })
}

/// Makes planes, changes each and deletes every third, until there is no answer.
fn write(client: &Client, prefix: &str, acknowledged: &AtomicU64) -> Known {
    let mut known = Known::default();
    for number in 0_u64.. {
        let tail = format!("{prefix}{number}");
        let path = format!("/plane/{tail}/");
        let mut writes = vec![
            ("POST", "/plane/".to_owned(), plane(&tail, number), Some(number)),
            ("PUT", path.clone(), json!({"seats": number + 1}), Some(number + 1)),
        ];
        if number % 3 == 0 {
            writes.push(("DELETE", path, json!({}), None));
        }
        for (method, path, body, seats) in writes {
            let Some(answer) = client.try_send_json(method, &path, &body) else {
                known.doubt = Some((tail, seats));
                return known;
            };
            assert!(matches!(answer.status, 200 | 201 | 204), "{method} {path}: {}", answer.text());
            known.planes.insert(tail.clone(), seats);
            acknowledged.fetch_add(1, Ordering::Relaxed);
        }
    }
    known
}

fn plane(tail: &str, seats: u64) -> Value {
    json!({
        "tail_number": tail, "category": "Fixed wing multi engine", "manufacturer": "EMBRAER", "model": "EMB-145", "engines": 2,
        "seats": seats, "engine": "Turbo-fan",
    })
}

/// Each plane is as its last acknowledged write left it. The one write without an answer was done or was not.
fn assert_kept(client: &Client, known: &Known) {
    for (tail, seats) in &known.planes {
        let found = seats_of(&client.send("GET", &format!("/plane/{tail}/")));
        let may_be = known.doubt.as_ref().filter(|(doubted, _)| doubted == tail).map(|(_, seats)| *seats);
        assert!(found == *seats || Some(found) == may_be, "{tail} has {found:?} seats instead of {seats:?}");
    }
}

fn seats_of(answer: &Answer) -> Option<u64> {
    match answer.status {
        404 => None,
        200 => Some(answer.json()["seats"].as_u64().expect("planes have seats")),
        status => panic!("{status}: {}", answer.text()),
    }
}

/// How many more planes there are than records of writes say: those of the import, and less what was written otherwise.
fn unrecorded(client: &Client) -> i64 {
    let [made, deleted] =
        ["create", "delete"].map(|verb| total(client, &format!("/log/?command=api%20{verb}&count=1")));
    total(client, "/plane/?count=1") - (made - deleted)
}

fn total(client: &Client, path: &str) -> i64 {
    let answer = client.send("GET", path);
    answer.json()["count"].as_i64().unwrap_or_else(|| panic!("{path}: {}", answer.text()))
}
