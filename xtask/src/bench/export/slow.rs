//! Clients that read a thousand bytes a second, more of them than there are connections for reading, and others who read and write
//! beside them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;

use super::super::application::Server;
use super::super::verdict::{Limit, Verdict};
use super::super::wire::Wire;
use super::Credentials;
use super::store::Store;
use super::stream::Stream;
use crate::error::TaskError;

/// Twice as many as there are connections for reading.
const CLIENTS: usize = 8;
const SIP_BYTES: usize = 1000;
const SIP_EVERY: Duration = Duration::from_secs(1);
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How long others read and write.
const LENGTH: Duration = Duration::from_secs(20);
const READ_MS_MAX: f64 = 100.0;

/// Measures what slow clients keep from others.
pub(super) fn measure(server: &Server, who: &Credentials, store: &Store) -> Result<Vec<Verdict>, TaskError> {
    let targets = targets(server, &who.viewer)?;
    let clients = (0..CLIENTS).map(|_| Stream::open(server, "/flight/ndjson/", &who.viewer));
    let clients: Vec<Stream> = clients.collect::<Result<_, _>>()?;
    let is_over = AtomicBool::new(false);
    let (reads, writes, held) = thread::scope(|scope| {
        let sipping: Vec<_> = clients.into_iter().map(|client| scope.spawn(|| sip(client, &is_over))).collect();
        let reading = scope.spawn(|| repeat(server, &targets, |target| request("GET", target, &who.viewer, "")));
        let writing = scope.spawn(|| {
            let mut serial = 0;
            repeat(server, &targets, |target| {
                serial += 1;
                request("PATCH", target, &who.editor, &format!("{{\"distance\":{serial}}}"))
            })
        });
        let held = watch(store);
        let [reads, writes] = [reading, writing].map(|work| work.join().expect("callers do not panic"));
        is_over.store(true, Ordering::Relaxed);
        sipping.into_iter().try_for_each(|client| client.join().expect("clients do not panic"))?;
        Ok::<_, TaskError>((reads?, writes?, held?))
    })?;
    let what = |what: &str| format!("{}, slow clients: {what}", store.name());
    let [read_ms, write_ms] = [&reads, &writes].map(|times| of_a_hundred(times));
    Ok(vec![
        Verdict::new(what("99 of 100 reads, ms"), read_ms, Limit::AtMost(READ_MS_MAX)),
        Verdict::new(what("99 of 100 writes, ms"), write_ms, Limit::None),
        Verdict::new(what("writes a second"), writes.len() as f64 / LENGTH.as_secs_f64(), Limit::None),
        Verdict::new(what(store.hold().0), held, Limit::AtMost(store.hold().1)),
    ])
}

/// The addresses of some records.
fn targets(server: &Server, user: &str) -> Result<Vec<String>, TaskError> {
    const LIST: &str = "/flight/json/?fields=id&limit=200";
    let reply = Wire::new(&server.address).ask(request("GET", LIST, user, "").as_bytes());
    let reply = reply.map_err(|error| TaskError::wrong(LIST, "an answer", &error.to_string()))?;
    let list: Json = serde_json::from_slice(&reply.body).unwrap_or_default();
    let ids = list.as_array().into_iter().flatten().filter_map(|record| record["id"].as_str());
    let targets: Vec<String> = ids.map(|id| format!("/flight/{id}/")).collect();
    let found = String::from_utf8_lossy(&reply.body);
    if targets.is_empty() { Err(TaskError::wrong(LIST, "records", &found)) } else { Ok(targets) }
}

/// A client reads a little each second, until nobody measures any more.
fn sip(mut client: Stream, is_over: &AtomicBool) -> Result<(), TaskError> {
    while !is_over.load(Ordering::Relaxed) {
        client.sip(SIP_BYTES)?;
        thread::sleep(SIP_EVERY);
    }
    Ok(())
}

/// Asks again and again, and gives the time of each answer in milliseconds.
fn repeat(server: &Server, targets: &[String], mut request: impl FnMut(&str) -> String) -> Result<Vec<f64>, TaskError> {
    let (begin, mut wire, mut times) = (Instant::now(), Wire::new(&server.address), Vec::new());
    for target in targets.iter().cycle().take_while(|_| begin.elapsed() < LENGTH) {
        let asked = Instant::now();
        let reply = wire.ask(request(target).as_bytes());
        let reply = reply.map_err(|error| TaskError::wrong(target, "an answer", &error.to_string()))?;
        if reply.status != 200 {
            return Err(TaskError::wrong(target, "status 200", &String::from_utf8_lossy(&reply.body)));
        }
        times.push(asked.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(times)
}

fn request(method: &str, target: &str, user: &str, body: &str) -> String {
    let head = format!("{method} {target} HTTP/1.1\r\nhost: localhost\r\nauthorization: {user}\r\n");
    format!("{head}content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

/// The most that the database held on to for someone who reads.
fn watch(store: &Store) -> Result<f64, TaskError> {
    let (begin, mut most) = (Instant::now(), 0.0_f64);
    while begin.elapsed() < LENGTH {
        most = most.max(store.held()?);
        thread::sleep(LOOK_EVERY);
    }
    Ok(most)
}

/// The time within which 99 of 100 were answered.
fn of_a_hundred(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() * 99 / 100).copied().unwrap_or(f64::INFINITY)
}
