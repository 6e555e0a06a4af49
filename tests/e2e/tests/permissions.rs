//! Who may see what, over every model, field, route and kind of caller.
//!
//! A cell is a field on one surface for one caller. What must be visible comes from a naive reading of the specs. What must not is
//! asked for twice, by its name and by an invented one of the same length: status, headers and bytes must be the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use e2e::{Answer, Backend, Client, Example, Server, SpecModel, assert_golden, read_models};
use serde_json::{Value, json};

const CALLERS: [(&str, &[&str]); 7] = [
    ("nobody", &[]),
    ("guest", &[]),
    ("flight-viewer", &["flight-viewer"]),
    ("dispatcher", &["dispatcher"]),
    ("flight-admin", &["flight-admin"]),
    ("user-admin", &["user-admin"]),
    ("admin", &["admin"]),
];

/// A surface by which a field may be named in a query, and what for.
const ASKED: [(char, &str, Use); 4] = [
    ('f', "/?{}.isnull=false", Use::Compare),
    ('o', "/?ordering={}", Use::Compare),
    ('j', "/json/?limit=1&fields={}", Use::Show),
    ('c', "/csv/?limit=1&fields={}", Use::Show),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Records are told apart by it: for an encrypted field there is no such thing, whoever asks.
    Compare,
    Show,
}

/// What the specs say of a path for one caller.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Hidden,
    Shown,
    ShownAndCompared,
}

impl Sight {
    fn allows(self, use_: Use) -> bool {
        self == Self::ShownAndCompared || (self == Self::Shown && use_ == Use::Show)
    }
}

struct Caller {
    name: &'static str,
    roles: &'static [&'static str],
    client: Client,
    document: Value,
}

struct Matrix<'a> {
    models: &'a BTreeMap<String, SpecModel>,
    callers: Vec<Caller>,
    rows: BTreeMap<String, [String; CALLERS.len()]>,
    cells: usize,
    leaks: BTreeSet<String>,
}

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_sqlite() {
    check(Backend::Sqlite);
}

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_postgresql() {
    check(Backend::Postgresql);
}

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_mysql() {
    check(Backend::Mysql);
}

fn check(backend: Backend) {
    let models = read_models();
    let example = Example::with_rows(backend);
    let server = Server::start(&example);
    let callers = callers(&example, &server);
    prepare(&callers[CALLERS.len() - 1].client);
    let mut matrix = Matrix { models: &models, callers, rows: BTreeMap::new(), cells: 0, leaks: BTreeSet::new() };
    for (name, model) in models.iter() {
        matrix.check_model(name, model);
    }
    assert!(matrix.leaks.is_empty(), "{:#?}", matrix.leaks);
    assert!(matrix.cells > 5_000, "only {} cells", matrix.cells);
    assert_golden("permissions.txt", &matrix.render());
}

fn callers(example: &Example, server: &Server) -> Vec<Caller> {
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

/// A record of every model, so that answers have fields to show.
fn prepare(admin: &Client) {
    let watch =
        admin.send_json("POST", "/watch/", &json!({"user": "the-dispatcher", "airport": "JFK", "contact": "555-0100"}));
    assert_eq!(watch.status, 201, "{}", watch.text());
}

impl Matrix<'_> {
    fn check_model(&mut self, name: &str, model: &SpecModel) {
        for index in 0..self.callers.len() {
            if model.is_served && may_view(&self.callers[index], model) {
                self.check_visible_model(index, name, model);
            } else {
                self.check_hidden_model(index, name);
            }
        }
    }

    /// Every route of a model that does not exist for the caller.
    fn check_hidden_model(&mut self, index: usize, name: &str) {
        let requests = [
            ("GET", ""),
            ("GET", "json/"),
            ("GET", "csv/"),
            ("GET", "JFK/"),
            ("POST", ""),
            ("PUT", "JFK/"),
            ("DELETE", "JFK/"),
            ("PATCH", ""),
            ("GET", "?name=x"),
            ("GET", "?zz=1"),
        ];
        for (method, rest) in requests {
            self.expect_alike(index, method, &format!("/{name}/{rest}"), name, &Value::Null);
        }
        let is_named = self.callers[index].document["paths"].get(format!("/{name}/")).is_some();
        self.leak_if(is_named, index, &format!("{name} in the document"));
        self.note(index, name, "");
    }

    fn check_visible_model(&mut self, index: usize, name: &str, model: &SpecModel) {
        self.note(index, name, "v");
        let client = &self.callers[index].client;
        let list = client.send("GET", &format!("/{name}/?count=1")).json();
        let item = list["results"][0].clone();
        let url = item["api_url"].as_str().map(|url| url.splitn(4, '/').nth(3).unwrap_or_default().to_owned());
        let detail = url.map(|url| client.send("GET", &format!("/{url}")).json()).unwrap_or_default();
        for (field, target) in &model.fields {
            let is_visible = self.sees(index, model, field);
            let mut letters = self.ask_path(index, name, field, field, sight(model, field, is_visible));
            for (letter, shown) in [('l', &item), ('d', &detail)] {
                self.cells += 1;
                let is_shown = shown.get(field).is_some();
                self.leak_if(is_shown && !is_visible, index, &format!("{name}.{field} on surface {letter}"));
                letters.extend(is_shown.then_some(letter));
            }
            letters.extend(self.write(index, name, field, is_visible));
            letters.extend(self.document(index, name, field, is_visible));
            self.note(index, &format!("{name}.{field}"), &letters);
            if let Some(target) = target {
                self.check_steps(index, name, field, target, is_visible);
            }
        }
        for (accessor, other, back) in &model.reverse {
            let is_visible =
                self.sees(index, &self.models[other], back) && may_view(&self.callers[index], &self.models[other]);
            self.check_steps(index, name, accessor, other, is_visible);
        }
    }

    /// The fields of a related model, one step away.
    fn check_steps(&mut self, index: usize, name: &str, step: &str, target: &str, step_is_visible: bool) {
        let target = &self.models[target];
        for (field, _) in &target.fields {
            let is_visible = step_is_visible && self.sees(index, target, field);
            let invented = if step_is_visible { field } else { step };
            let path = format!("{step}.{field}");
            let letters = self.ask_path(index, name, &path, invented, sight(target, field, is_visible));
            self.note(index, &format!("{name}.{path}"), &letters);
        }
    }

    /// Names a path on every surface of questions. `secret` is the part of it that must be like an invented one.
    fn ask_path(&mut self, index: usize, name: &str, path: &str, secret: &str, sight: Sight) -> String {
        let mut letters = String::new();
        for (letter, form, use_) in ASKED {
            let request = format!("/{name}{}", form.replace("{}", path));
            if sight.allows(use_) {
                self.cells += 1;
                let answer = self.callers[index].client.send("GET", &request);
                let is_known = !answer.text().contains("no_such_field");
                self.leak_if(!is_known, index, &format!("{request} is refused"));
                letters.extend((answer.status == 200).then_some(letter));
            } else {
                self.expect_alike(index, "GET", &request, secret, &Value::Null);
            }
        }
        letters
    }

    /// Only null, which never makes a whole record: what is said of the field tells whether it may be written.
    fn write(&mut self, index: usize, name: &str, field: &str, is_visible: bool) -> Option<char> {
        let body = json!({ field: null });
        let path = format!("/{name}/");
        if !is_visible {
            self.expect_alike(index, "POST", &path, field, &body);
            return None;
        }
        self.cells += 1;
        let answer = self.callers[index].client.send_json("POST", &path, &body);
        let may_edit = may_edit(&self.callers[index], &self.models[name]);
        self.leak_if(
            may_edit == matches!(answer.status, 401 | 403),
            index,
            &format!("POST {path} answers {}", answer.status),
        );
        let complaint = answer.json()["detail"][field][0]["code"].clone();
        (answer.status == 422 && complaint != "unknown" && complaint != "read_only").then_some('w')
    }

    fn document(&mut self, index: usize, name: &str, field: &str, is_visible: bool) -> Option<char> {
        self.cells += 1;
        let schema = format!("{}{}Detail", name[..1].to_uppercase(), &name[1..]);
        let properties = &self.callers[index].document["components"]["schemas"][schema]["properties"];
        let is_named = properties.get(field).is_some();
        self.leak_if(is_named != is_visible, index, &format!("{name}.{field} in the document"));
        is_named.then_some('s')
    }

    /// Asks by the name and by an invented one, and compares everything.
    fn expect_alike(&mut self, index: usize, method: &str, path: &str, secret: &str, body: &Value) {
        self.cells += 1;
        let invented = invent(secret);
        let client = &self.callers[index].client;
        let send = |path: &str, body: &Value| match body {
            Value::Null => client.send(method, path),
            body => client.send_json(method, path, body),
        };
        let real = send(path, body);
        let swapped_body = serde_json::from_str(&body.to_string().replace(secret, &invented)).expect("still JSON");
        let mut other = send(&replace_last(path, secret, &invented), &swapped_body);
        rename(&mut other, &invented, secret);
        self.leak_if(real != other, index, &format!("{method} {path}: {} instead of {}", shown(&real), shown(&other)));
    }

    /// Whether the specs let a caller see a field of a model that it may view.
    fn sees(&self, index: usize, model: &SpecModel, field: &str) -> bool {
        let Some((_, target)) = model.fields.iter().find(|(name, _)| name == field) else { return false };
        let is_hidden = model.hidden.iter().any(|hidden| hidden == field);
        !is_hidden && target.as_ref().is_none_or(|target| may_view(&self.callers[index], &self.models[target]))
    }

    fn leak_if(&mut self, is_leak: bool, index: usize, what: &str) {
        if is_leak {
            self.leaks.insert(format!("{}: {what}", self.callers[index].name));
        }
    }

    fn note(&mut self, index: usize, row: &str, letters: &str) {
        let cells = self.rows.entry(row.to_owned()).or_insert_with(|| std::array::from_fn(|_| "-".to_owned()));
        if !letters.is_empty() {
            letters.clone_into(&mut cells[index]);
        }
    }

    fn render(&self) -> String {
        let mut text = format!("{} cells\n", self.cells);
        text.push_str("v model · f filter · o ordering · j json · c csv · l list · d detail · w write · s schema\n\n");
        let heads = CALLERS.map(|(name, _)| name);
        let _ = writeln!(text, "{:34} {}", "", in_columns(&heads));
        for (row, cells) in &self.rows {
            let _ = writeln!(text, "{row:34} {}", in_columns(cells));
        }
        text
    }
}

fn sight(model: &SpecModel, field: &str, is_visible: bool) -> Sight {
    match (is_visible, model.encrypted.iter().any(|encrypted| encrypted == field)) {
        (false, _) => Sight::Hidden,
        (true, true) => Sight::Shown,
        (true, false) => Sight::ShownAndCompared,
    }
}

fn in_columns(cells: &[impl AsRef<str>]) -> String {
    cells.iter().map(|cell| format!("{:14}", cell.as_ref())).collect::<String>().trim_end().to_owned()
}

fn may_view(caller: &Caller, model: &SpecModel) -> bool {
    let is_public = model.view.iter().any(|role| role == "public");
    is_public || may_edit(caller, model) || model.view.iter().any(|role| caller.roles.contains(&role.as_str()))
}

fn may_edit(caller: &Caller, model: &SpecModel) -> bool {
    caller.roles.contains(&"admin") || model.edit.iter().any(|role| caller.roles.contains(&role.as_str()))
}

/// Another name of the same length that no model or field has.
fn invent(name: &str) -> String {
    name.chars().map(|letter| if letter == '_' { letter } else { 'q' }).collect()
}

/// A request that writes names the field in its body only.
fn replace_last(text: &str, from: &str, to: &str) -> String {
    let Some(at) = text.rfind(from) else { return text.to_owned() };
    format!("{}{to}{}", &text[..at], &text[at + from.len()..])
}

fn rename(answer: &mut Answer, from: &str, to: &str) {
    answer.body = answer.text().replace(from, to).into_bytes();
}

fn shown(answer: &Answer) -> String {
    format!("{} {:?} {}", answer.status, answer.headers, answer.text())
}
