//! An export of many rows through the real server: its memory does not grow with the answer.

use std::io::{Read, Write};
use std::net::TcpStream;

use e2e::{Backend, Example, Server};

const ROWS: u64 = 200_000;
const GROWTH_MAX_KIB: u64 = 32 * 1024;

#[test]
fn memory_does_not_grow_with_an_export() {
    let example = Example::with_rows(Backend::Sqlite);
    multiply_flights(&example);
    // Showing hundreds of statements to a trace is no part of serving.
    let example = example.with_variable("ZIMAGI_SQL_TRACE", "/dev/null");
    let server = Server::start(&example);
    let token = example.token("vera", &["flight-viewer"]);
    // What the first rows need, every answer needs.
    let _ = lines_of(&server, "/flight/ndjson/?limit=3000", &token);
    let before = peak_kib(&server);
    let lines = lines_of(&server, "/flight/ndjson/", &token);
    let grown = peak_kib(&server) - before;
    assert!(lines >= ROWS, "{lines} lines");
    assert!(grown < GROWTH_MAX_KIB, "{grown} KiB for {ROWS} rows");
    println!("{grown} KiB for {ROWS} rows");
}

/// The rows that were imported again and again, with other numbers.
fn multiply_flights(example: &Example) {
    let file = rusqlite::Connection::open(example.database.url().trim_start_matches("sqlite:")).unwrap();
    let mut columns = file.prepare("SELECT name FROM pragma_table_info('nycflights_flight')").unwrap();
    let names: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let value = |name: &String| match name.as_str() {
        "id" => "randomblob(32)".to_owned(),
        "number" => "100000 + step".to_owned(),
        other => format!("\"{other}\""),
    };
    let values: Vec<String> = names.iter().map(value).collect();
    let statement = format!(
        "WITH RECURSIVE steps(step) AS (SELECT 1 UNION ALL SELECT step + 1 FROM steps WHERE step < {ROWS}) \
         INSERT INTO nycflights_flight (\"{}\") SELECT {} FROM steps, (SELECT * FROM nycflights_flight LIMIT 1)",
        names.join("\", \""),
        values.join(", ")
    );
    assert_eq!(file.execute(&statement, []).unwrap() as u64, ROWS);
}

/// How many lines an answer has. Nothing of it is kept.
fn lines_of(server: &Server, path: &str, token: &str) -> u64 {
    let host = server.address().trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Token vera {token}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let (mut piece, mut lines) = (vec![0; 64 * 1024], 0);
    loop {
        match stream.read(&mut piece).unwrap() {
            0 => return lines,
            length => lines += piece[..length].iter().filter(|byte| **byte == b'\n').count() as u64,
        }
    }
}

/// The most memory that the process ever had.
fn peak_kib(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
