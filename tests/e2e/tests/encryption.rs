//! Encrypted fields of a whole process: what is secret is in no file of it, and keys change while it serves.

use std::fs;
use std::path::Path;

use e2e::{Backend, Client, Example, Server};
use serde_json::json;

const SECRETS: [&str; 2] = ["call 555-0100-secret", "call 555-0199-secret"];
const OLD: &str = "old:1111111111111111111111111111111111111111111111111111111111111111";
const NEW: &str = "new:2222222222222222222222222222222222222222222222222222222222222222";

fn write_contact(admin: &Client, method: &str, path: &str, contact: &str) {
    let body = json!({"user": "ada", "airport": "JFK", "contact": contact});
    let answer = admin.send_json(method, path, &body);
    assert!(matches!(answer.status, 200 | 201), "{}", answer.text());
}

/// Every file of the process: databases with their logs, statements, what it wrote.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    entries.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn secrets_are_in_no_file() {
    let example = Example::with_rows(Backend::Sqlite).with_variable("ZIMAGI_LOG", "trace");
    let server = Server::start(&example);
    let saved = example.expect_success(&["user", "save", "ada", "--group", "admin"]);
    let token = saved.split_whitespace().find(|word| word.starts_with("zim_")).unwrap();
    let payload_key = saved.trim_end().rsplit(' ').next().unwrap();
    assert_eq!(payload_key.len(), 32, "{saved}");
    let admin = server.with_token("ada", token);
    write_contact(&admin, "POST", "/watch/", SECRETS[0]);
    let list = admin.send("GET", "/watch/").json();
    assert_eq!(list["results"][0]["contact"], SECRETS[0]);
    let id = list["results"][0]["id"].as_str().unwrap().to_owned();
    write_contact(&admin, "PUT", &format!("/watch/{id}/"), SECRETS[1]);
    assert_eq!(admin.send("GET", "/watch/csv/?fields=contact").text(), format!("contact\r\n{}\r\n", SECRETS[1]));
    let guest = server.with_token("bob", &example.token("bob", &["flight-viewer"]));
    assert!(!guest.send("GET", "/watch/csv/").text().contains("555"));
    let (_, output) = stop(server);
    for (name, bytes) in files(example.folder()).into_iter().chain([("output".to_owned(), output.into_bytes())]) {
        for secret in SECRETS.into_iter().chain([payload_key, "5a5a5a5a"]) {
            assert!(!holds(&bytes, secret), "{name} holds {secret}");
        }
    }
}

fn stop(server: Server) -> (bool, String) {
    let told = std::process::Command::new("kill").arg(server.id().to_string()).status().unwrap();
    assert!(told.success());
    server.wait()
}

fn rotates(backend: Backend) {
    let example = Example::with_rows(backend).with_variable("ZIMAGI_ENCRYPTION_KEYS", OLD);
    let token = example.token("ada", &["admin"]);
    {
        let server = Server::start(&example);
        write_contact(&server.with_token("ada", &token), "POST", "/watch/", SECRETS[0]);
    }
    let example = example.with_variable("ZIMAGI_ENCRYPTION_KEYS", format!("{NEW},{OLD}"));
    assert_eq!(example.expect_success(&["key", "list"]), "new (current)\nold\n");
    let server = Server::start(&example);
    let admin = server.with_token("ada", &token);
    let rotated = example.expect_success(&["key", "rotate"]);
    // The user that wrote, and `admin`, whose token the first start made.
    let expected = "watch: 1 encrypted anew, 0 kept\nuser: 2 encrypted anew, 0 kept\n\
                    everything is encrypted with the key new\n";
    assert_eq!(rotated, expected);
    assert_eq!(admin.send("GET", "/watch/").json()["results"][0]["contact"], SECRETS[0]);
    let example = example.with_variable("ZIMAGI_ENCRYPTION_KEYS", NEW);
    assert_eq!(
        example.expect_success(&["key", "rotate"]),
        "watch: 0 encrypted anew, 1 kept\nuser: 0 encrypted anew, 2 kept\neverything is encrypted with the key new\n"
    );
    let example = example.with_variable("ZIMAGI_ENCRYPTION_KEYS", OLD);
    let failed = example.run(&["key", "rotate"]);
    let told = "nycflights: watch.contact: it is encrypted with the key `new`, which is not given\n";
    assert_eq!((failed.status.code(), String::from_utf8(failed.stderr).unwrap().as_str()), (Some(1), told));
    let lost = Server::start(&example);
    let answer = lost.with_token("ada", &token).send("GET", "/watch/");
    assert_eq!((answer.status, answer.json()["code"].as_str()), (500, Some("sealed")));
    assert!(!answer.text().contains(SECRETS[0]));
}

#[test]
fn keys_change_while_serving_on_sqlite() {
    rotates(Backend::Sqlite);
}

#[test]
fn keys_change_while_serving_on_postgresql() {
    rotates(Backend::Postgresql);
}

#[test]
fn keys_change_while_serving_on_mysql() {
    rotates(Backend::Mysql);
}

#[test]
fn a_key_file_is_made_beside_a_database_of_this_machine_only() {
    let example = Example::new(Backend::Sqlite).with_variable("ZIMAGI_ENCRYPTION_KEYS", "");
    let refused = example.command(&["key", "list"]).env("ZIMAGI_HOST", "0.0.0.0").output().unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(
        told,
        "nycflights: there is no key for encrypted fields: user.encryption_key, watch.contact\n\
         Say `ZIMAGI_ENCRYPTION_KEYS=ID:KEY`; `openssl rand -hex 32` makes a key. Only beside a SQLite database, served on \
         this machine alone, one is made.\n"
    );
    assert_eq!(example.expect_success(&["key", "list"]).lines().count(), 1);
    let keys: Vec<_> = files(example.folder()).into_iter().filter(|(name, _)| name.ends_with(".key")).collect();
    assert_eq!(keys.len(), 1);
    assert_eq!(example.expect_success(&["key", "list"]).lines().count(), 1);
}
