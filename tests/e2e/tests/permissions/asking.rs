//! Names every model and every path on the surfaces of questions and of writing.

use e2e::SpecModel;
use serde_json::{Value, json};

use super::matrix::{Matrix, Request, sight};
use super::surfaces::{Expected, SURFACES, Sight, Surface};

/// What is asked of a type that does not exist for the caller.
const ROUTES: [(&str, &str); 19] = [
    ("GET", ""),
    ("GET", "json/"),
    ("GET", "ndjson/"),
    ("GET", "csv/"),
    ("GET", "JFK/"),
    ("POST", ""),
    ("PUT", "JFK/"),
    ("DELETE", "JFK/"),
    ("PATCH", ""),
    ("PATCH", "JFK/"),
    ("POST", "bulk/"),
    ("POST", "query/"),
    ("GET", "values/name/"),
    ("GET", "count/name/"),
    ("GET", "aggregate/?fields=n=name:count"),
    ("GET", "?name=x"),
    ("GET", "?zz=1"),
    ("GET", "?q=x"),
    ("GET", "?cursor="),
];

impl Matrix<'_> {
    /// Everything for one caller.
    pub(crate) fn check_models(&mut self, index: usize) {
        for (name, model) in self.models {
            if model.is_served && self.callers[index].may_view(model) {
                self.check_visible_model(index, name, model);
            } else {
                self.check_hidden_model(index, name);
            }
        }
    }

    /// Every route of a model that does not exist for the caller.
    fn check_hidden_model(&mut self, index: usize, name: &str) {
        for (method, rest) in ROUTES {
            let request = |name: &str| Request { method, path: format!("/{name}/{rest}"), body: Value::Null };
            self.expect_alike(index, name, request);
        }
        let schema = |name: &str| Request { method: "GET", path: format!("/schema/{name}/"), body: Value::Null };
        self.expect_alike(index, name, schema);
        let is_named = self.callers[index].document["paths"].get(format!("/{name}/")).is_some();
        self.leak_if(is_named, index, &format!("{name} in the document"));
        self.note(index, name, "");
    }

    fn check_visible_model(&mut self, index: usize, name: &str, model: &SpecModel) {
        self.note(index, name, "v");
        let records = self.records(index, name);
        for (field, target) in &model.fields {
            let is_visible = self.sees(index, model, field);
            let sight = sight(model, field, is_visible);
            let mut letters = self.ask_path(index, name, ("", field, ""), sight);
            letters.push_str(&self.show(index, (name, field), &records, is_visible));
            letters.extend(self.search(index, (name, field), &records, sight));
            letters.extend(self.write(index, name, field, is_visible));
            letters.extend(self.write_many(index, name, field, is_visible));
            letters.extend(self.document(index, name, field, is_visible));
            self.note(index, &format!("{name}.{field}"), &letters);
            if let Some(target) = target {
                self.check_steps(index, (name, field, target), is_visible, Some(&records.item));
            }
        }
        for (accessor, other, back) in &model.reverse {
            let is_visible =
                self.sees(index, &self.models[other], back) && self.callers[index].may_view(&self.models[other]);
            self.check_steps(index, (name, accessor, other), is_visible, None);
        }
    }

    /// The fields of a related model, one step away.
    fn check_steps(
        &mut self,
        index: usize,
        (name, step, target): (&str, &str, &str),
        step_is_visible: bool,
        item: Option<&Value>,
    ) {
        let target = &self.models[target];
        for (field, _) in &target.fields {
            let is_visible = step_is_visible && self.sees(index, target, field);
            let (before, after) = (format!("{step}."), format!(".{field}"));
            let parts =
                if step_is_visible { (before.as_str(), field.as_str(), "") } else { ("", step, after.as_str()) };
            let mut letters = self.ask_path(index, name, parts, sight(target, field, is_visible));
            if let Some(item) = item {
                letters.extend(self.embedded(index, (name, step, field), item, is_visible));
            }
            self.note(index, &format!("{name}.{step}.{field}"), &letters);
        }
    }

    /// Names a path on every surface of questions. Its middle is what must be like an invented one.
    fn ask_path(&mut self, index: usize, name: &str, parts: (&str, &str, &str), sight: Sight) -> String {
        let (before, secret, after) = parts;
        let mut letters = String::new();
        for surface in SURFACES {
            let request = |secret: &str| {
                let (path, body) = surface.ask(name, &format!("{before}{secret}{after}"));
                Request { method: surface.method, path, body }
            };
            if sight.allows(surface.use_) {
                letters.extend(self.expect_known(index, &surface, &request(secret)));
            } else {
                self.expect_alike(index, secret, request);
            }
        }
        letters
    }

    fn expect_known(&mut self, index: usize, surface: &Surface, request: &Request<'_>) -> Option<char> {
        self.cells += 1;
        let answer = self.send(index, request);
        let is_known = !answer.text().contains("no_such_field") && answer.status != 404;
        let (is_right, is_noted) = match surface.answer {
            Expected::Known => (is_known, answer.status == 200),
            Expected::Found => (is_known && answer.status == 200, true),
            Expected::Mistake => (is_known && answer.status == 400, true),
        };
        let what = format!("{} {}: {} {}", request.method, request.path, answer.status, answer.text());
        self.leak_if(!is_right, index, &what);
        is_noted.then_some(surface.letter)
    }

    /// Only null, which never makes a whole record: what is said of the field tells whether it may be written.
    fn write(&mut self, index: usize, name: &str, field: &str, is_visible: bool) -> Option<char> {
        let request = |field: &str| Request { method: "POST", path: format!("/{name}/"), body: json!({ field: null }) };
        if !is_visible {
            self.expect_alike(index, field, request);
            return None;
        }
        self.cells += 1;
        let answer = self.send(index, &request(field));
        self.expect_editor(index, name, answer.status);
        let complaint = answer.json()["detail"][field][0]["code"].clone();
        (answer.status == 422 && complaint != "unknown" && complaint != "read_only").then_some('w')
    }

    fn write_many(&mut self, index: usize, name: &str, field: &str, is_visible: bool) -> Option<char> {
        let request = |field: &str| {
            let body = json!({"operation": "create", "records": [{ field: null }]});
            Request { method: "POST", path: format!("/{name}/bulk/"), body }
        };
        if !is_visible {
            self.expect_alike(index, field, request);
            return None;
        }
        self.cells += 1;
        let answer = self.send(index, &request(field));
        self.expect_editor(index, name, answer.status);
        let complaint = answer.json()["detail"]["0"][field][0]["code"].clone();
        (answer.status == 422 && complaint != "unknown" && complaint != "read_only").then_some('W')
    }

    fn expect_editor(&mut self, index: usize, name: &str, status: u16) {
        let may_edit = self.callers[index].may_edit(&self.models[name]);
        self.leak_if(may_edit == matches!(status, 401 | 403), index, &format!("POST /{name}/ answers {status}"));
    }
}
