//! A database that is lost while a server is up: callers are told to come again, and are served as soon as it is back.

use std::time::{Duration, Instant};

use e2e::{Backend, Client, Example, Proxy, Server};

/// How long something may take that must come by itself.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn a_lost_database_is_found_again_on_postgresql() {
    lose_and_find(Backend::Postgresql);
}

#[test]
fn a_lost_database_is_found_again_on_mysql() {
    lose_and_find(Backend::Mysql);
}

fn lose_and_find(backend: Backend) {
    let example = Example::new(backend);
    let url = example.database.url().to_owned();
    let (place, database) =
        url.split_once('@').and_then(|(_, rest)| rest.split_once('/')).expect("the URL of a server");
    let proxy = Proxy::before(place);
    let scheme = url.split_once("://").expect("a URL").0;
    let user = url.split_once("://").and_then(|(_, rest)| rest.split_once('@')).expect("a URL with a user").0;
    // The driver would leave the proxy for the server's own socket.
    let option = if backend == Backend::Mysql { "?prefer_socket=false" } else { "" };
    let through = format!("{scheme}://{user}@{}/{database}{option}", proxy.address());
    let example = example.with_variable("DATABASE_URL", through).with_variable("ZIMAGI_LOG", "off");
    let server = Server::start(&example);
    let client = server.anonymous();

    assert_eq!(client.send("GET", "/airline/").status, 200);
    proxy.cut();
    let lost = client.send("GET", "/airline/");
    assert_eq!(lost.status, 503, "{}", lost.text());
    assert!(lost.headers.contains(&("retry-after".to_owned(), "1".to_owned())), "{:?}", lost.headers);
    assert_eq!(lost.json()["detail"], "The database is not available now");
    assert_eq!(client.send("GET", "/health/live").status, 200);
    assert_eq!(client.send("GET", "/health/ready").status, 503);
    proxy.mend();
    let found = client.send("GET", "/airline/");
    assert_eq!(found.status, 200, "{}", found.text());
    wait_until_ready(&client);
}

/// What was found a moment ago is told for a second.
fn wait_until_ready(client: &Client) {
    let start = Instant::now();
    while client.send("GET", "/health/ready").status != 200 {
        assert!(start.elapsed() < PATIENCE, "the server does not become ready again");
        std::thread::yield_now();
    }
}
