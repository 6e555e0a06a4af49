//! The log of a server, in the form that programs read.

use e2e::{Backend, Example, Server};
use serde_json::{Value, json};

#[test]
fn every_line_about_a_request_names_it() {
    let example = Example::new(Backend::Sqlite)
        .with_variable("ZIMAGI_LOG", "info,zimagi_runtime=debug")
        .with_variable("ZIMAGI_LOG_FORMAT", "json");
    let server = Server::start(&example);
    for path in ["/airline/", "/airline/?nme=x"] {
        let _ = server.anonymous().send("GET", path);
    }
    let log = server.into_log();
    let lines: Vec<Value> =
        log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect();
    assert!(lines.iter().any(|line| line["fields"]["message"] == "ZIMAGI_LOG_FORMAT=json"), "{log}");
    let answered: Vec<&Value> = lines.iter().filter(|line| line["fields"]["message"] == "answered").collect();
    let statuses: Vec<&Value> = answered.iter().map(|line| &line["fields"]["status"]).collect();
    assert_eq!(statuses, [&json!(200), &json!(400)]);
    let names: Vec<&str> = answered.iter().filter_map(|line| line["span"]["id"].as_str()).collect();
    assert!(names.len() == 2 && names[0].len() == 32 && names[0] != names[1], "{names:?}");
}
