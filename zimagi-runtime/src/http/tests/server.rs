//! The server on a socket: its end, and what it refuses to read.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use tokio::sync::oneshot;

use super::fixture::Fixture;
use crate::http::{DataServer, ServerOptions};

fn options() -> ServerOptions {
    let address = SocketAddr::from(([127, 0, 0, 1], 0));
    ServerOptions { address, patience: Duration::from_secs(10), arbiters: 1 }
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
