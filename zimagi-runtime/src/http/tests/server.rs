//! The server on a socket: its end, and what it refuses to read.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use tokio::sync::oneshot;

use super::fixture::Fixture;
use crate::http::{DataServer, ServerOptions};

fn options() -> ServerOptions {
    let address = SocketAddr::from(([127, 0, 0, 1], 0));
    ServerOptions { address, patience: Duration::from_secs(10), arbiters: 1, cors_origins: Vec::new(), tls: None }
}

#[test]
fn requests_that_came_before_the_stop_are_answered() {
    let fixture = Fixture::new();
    let keeper = fixture.token("karl", &["flight-admin"]);
    let (runtime, service, _folder) = fixture.into_parts();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = runtime.block_on(async { DataServer::bind(service, options()).unwrap() });
    let mut connection = TcpStream::connect(server.address()).unwrap();
    let served = runtime.spawn(server.run(async { drop(stopped.await) }));
    let body = r#"{"code":"QQ","name":"Quick"}"#;
    write!(
        connection,
        "POST /airline/ HTTP/1.1\r\nhost: api\r\nauthorization: {keeper}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\nexpect: 100-continue\r\n\r\n",
        body.len()
    )
    .unwrap();
    // The server asks for the body: the request is under way when the stop comes.
    let mut asked = [0; 25];
    connection.read_exact(&mut asked).unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    stop.send(()).unwrap();
    connection.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
    runtime.block_on(served).unwrap().unwrap();
}

#[test]
fn a_head_that_is_too_long_is_refused() {
    let fixture = Fixture::new();
    let (runtime, service, _folder) = fixture.into_parts();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = runtime.block_on(async { DataServer::bind(service, options()).unwrap() });
    let mut connection = TcpStream::connect(server.address()).unwrap();
    let served = runtime.spawn(server.run(async { drop(stopped.await) }));
    let head =
        format!("GET /airline/ HTTP/1.1\r\nhost: api\r\nconnection: close\r\nx-filler: {}\r\n\r\n", "x".repeat(40_000));
    connection.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    assert!(answer.ends_with(r#"{"detail":"The header fields are too long","code":"headers_too_long"}"#), "{answer}");
    stop.send(()).unwrap();
    runtime.block_on(served).unwrap().unwrap();
}

/// Sends a head to a new server with these options and gives the whole answer.
fn ask(options: ServerOptions, head: &str) -> String {
    let (runtime, service, _folder) = Fixture::new().into_parts();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = runtime.block_on(async { DataServer::bind(service, options).unwrap() });
    let mut connection = TcpStream::connect(server.address()).unwrap();
    let served = runtime.spawn(server.run(async { drop(stopped.await) }));
    connection.write_all(head.as_bytes()).unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).unwrap();
    stop.send(()).unwrap();
    runtime.block_on(served).unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn pages_of_other_origins_may_call_only_if_the_settings_name_them() {
    let head = "OPTIONS /airline/ HTTP/1.1\r\nhost: api\r\nconnection: close\r\norigin: https://shop.example\r\n\
                access-control-request-method: PUT\r\naccess-control-request-headers: authorization\r\n\r\n";
    let named = |origins: &[&str]| {
        let cors_origins = origins.iter().map(|origin| (*origin).to_owned()).collect();
        ask(ServerOptions { cors_origins, ..options() }, head).to_ascii_lowercase()
    };
    let allowed = "\r\naccess-control-allow-origin: https://shop.example\r\n";
    let told = named(&["https://other.example", "https://shop.example"]);
    assert!(told.starts_with("http/1.1 200 ") && told.contains(allowed), "{told}");
    assert!(named(&["*"]).contains("\r\naccess-control-allow-origin: *\r\n"));
    for origins in [[].as_slice(), &["https://other.example"]] {
        let told = named(origins);
        assert!(!told.contains("access-control-allow-origin"), "{told}");
    }
}

#[test]
fn answers_are_compressed_for_those_who_read_that() {
    let head = |encoding: &str| {
        format!("GET /openapi.json HTTP/1.1\r\nhost: api\r\nconnection: close\r\naccept-encoding: {encoding}\r\n\r\n")
    };
    let (plain, small) = (ask(options(), &head("identity")), ask(options(), &head("gzip")));
    assert!(small.to_ascii_lowercase().contains("\r\ncontent-encoding: gzip\r\n"), "{small}");
    assert!(small.len() * 2 < plain.len(), "{} and {} bytes", small.len(), plain.len());
}
