//! Requests made up from the example's own document, by Schemathesis: no answer is one that the document does not tell, no request
//! that fits it is refused, and none that does not is taken.

use e2e::{Backend, Example, Server, expect_script};

#[test]
fn answers_are_those_that_the_document_tells_on_sqlite() {
    conform(Backend::Sqlite);
}

#[test]
#[ignore = "a minute is enough for every run of all tests; `cargo xtask conformance` takes the time"]
fn answers_are_those_that_the_document_tells_on_postgresql() {
    conform(Backend::Postgresql);
}

#[test]
#[ignore = "a minute is enough for every run of all tests; `cargo xtask conformance` takes the time"]
fn answers_are_those_that_the_document_tells_on_mysql() {
    conform(Backend::Mysql);
}

fn conform(backend: Backend) {
    // All filters that the document tells may be asked at once, in each of its groups; lists of records are short enough to make up.
    let example = Example::with_rows(backend)
        .with_variable("ZIMAGI_LOG", "off")
        .with_variable("ZIMAGI_QUERY_FILTERS_MAX", "500")
        .with_variable("ZIMAGI_BULK_RECORDS_MAX", "8");
    let server = Server::start(&example);
    let token = example.token("ada", &["admin", "flight-admin", "flight-viewer", "dispatcher"]);
    let watch = serde_json::json!({"user": "ada", "airport": "JFK"});
    assert_eq!(server.with_token("ada", &token).send_json("POST", "/watch/", &watch).status, 201);
    println!("{backend:?}\n{}", expect_script(&server, "conformance.py", &[("API_TOKEN", &token)]));
}
