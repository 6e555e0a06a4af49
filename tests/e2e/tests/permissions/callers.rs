//! The kinds of callers, and what the specs say of them, read naively.

use e2e::{Client, Example, Server, SpecModel};
use serde_json::Value;

pub(crate) const CALLERS: [(&str, &[&str]); 7] = [
    ("nobody", &[]),
    ("guest", &[]),
    ("flight-viewer", &["flight-viewer"]),
    ("dispatcher", &["dispatcher"]),
    ("flight-admin", &["flight-admin"]),
    ("user-admin", &["user-admin"]),
    ("admin", &["admin"]),
];

pub(crate) struct Caller {
    pub(crate) name: &'static str,
    roles: &'static [&'static str],
    pub(crate) client: Client,
    pub(crate) document: Value,
}

pub(crate) fn callers(example: &Example, server: &Server) -> Vec<Caller> {
    let caller = |(name, roles): (&'static str, &'static [&'static str])| {
        let client = match name {
            "nobody" => server.anonymous(),
            _ => server.with_token(&format!("the-{name}"), &example.token(&format!("the-{name}"), roles)),
        };
        let document = client.send("GET", "/openapi.json").json();
        Caller { name, roles, client, document }
    };
    CALLERS.map(caller).into_iter().collect()
}

impl Caller {
    pub(crate) fn may_view(&self, model: &SpecModel) -> bool {
        let is_public = model.view.iter().any(|role| role == "public");
        is_public || self.may_edit(model) || model.view.iter().any(|role| self.roles.contains(&role.as_str()))
    }

    pub(crate) fn may_edit(&self, model: &SpecModel) -> bool {
        self.roles.contains(&"admin") || model.edit.iter().any(|role| self.roles.contains(&role.as_str()))
    }
}
