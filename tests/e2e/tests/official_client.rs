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
fn the_document_is_valid_for_every_kind_of_caller() {
    let example = Example::new(Backend::Sqlite);
    let server = Server::start(&example);
    expect_script(&server, "contract.py", &[]);
    for role in ROLES.into_iter().chain(["admin"]) {
        let token = example.token(&format!("user-{role}"), &[role]);
        expect_script(&server, "contract.py", &[("API_TOKEN", &token)]);
    }
}
