//! The original's own client, unmodified, and the validity of the document that it and others read.

use e2e::{Backend, Example, Server, expect_script};

const ROLES: [&str; 4] = ["flight-admin", "flight-viewer", "dispatcher", "user-admin"];

#[test]
fn every_method_of_the_client_works_on_sqlite() {
    call_all(Backend::Sqlite);
}

#[test]
fn every_method_of_the_client_works_on_postgresql() {
    call_all(Backend::Postgresql);
}

#[test]
fn every_method_of_the_client_works_on_mysql() {
    call_all(Backend::Mysql);
}

fn call_all(backend: Backend) {
    let example = Example::with_rows(backend);
    let server = Server::start(&example);
    let token = example.token("olga", &ROLES);
    expect_script(&server, "official_client.py", &[("API_USER", "olga"), ("API_TOKEN", &token)]);
}

#[test]
fn the_client_comes_through_tls() {
    let example = Example::with_rows(Backend::Sqlite);
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate can be made");
    let path = |name: &str| example.folder().join(name);
    std::fs::write(path("tls.crt"), made.cert.pem()).expect("a file can be written");
    std::fs::write(path("tls.key"), made.signing_key.serialize_pem()).expect("a file can be written");
    let example = example.with_variable("ZIMAGI_TLS_CERTIFICATE", "tls.crt").with_variable("ZIMAGI_TLS_KEY", "tls.key");
    let server = Server::start(&example);
    assert!(server.address().starts_with("https://"), "{}", server.address());
    let token = example.token("olga", &ROLES);
    expect_script(&server, "official_client.py", &[("API_USER", "olga"), ("API_TOKEN", &token)]);
}

#[test]
fn payloads_are_encrypted_for_the_client_if_the_settings_say_so() {
    let example = Example::with_rows(Backend::Sqlite).with_variable("ZIMAGI_ENCRYPT_DATA_API", "true");
    let server = Server::start(&example);
    let mut arguments = vec!["user", "save", "olga"];
    ROLES.iter().for_each(|role| arguments.extend(["--group", role]));
    let told = example.expect_success(&arguments);
    let after =
        |mark: &str| told.lines().find_map(|line| line.strip_prefix(mark)).expect("the command tells it").trim();
    let (token, key) = (after("token of olga: "), after("encryption key of olga: "));
    let variables = [("API_USER", "olga"), ("API_TOKEN", token), ("ENCRYPTION_KEY", key)];
    expect_script(&server, "official_client.py", &variables);
    let other = server.with_token("olga", token).send("GET", "/airline/?count=1");
    assert_eq!((other.status, &other.json()["count"]), (200, &serde_json::json!(16)), "{}", other.text());
}

#[test]
fn the_document_is_valid_for_every_kind_of_caller() {
    let example = Example::new(Backend::Sqlite);
    let server = Server::start(&example);
    expect_script(&server, "contract.py", &[]);
    for role in ROLES.into_iter().chain(["admin"]) {
        let token = example.token(&format!("user-{role}"), &[role]);
        expect_script(&server, "contract.py", &[("API_TOKEN", &token)]);
    }
}
