//! Looks for fields in what was answered: lists, records, what they embed, what searches find, and the document.

use serde_json::Value;

use super::matrix::{Matrix, Request};
use super::surfaces::Sight;

/// What a caller is shown of a type without naming a field.
pub(crate) struct Records {
    /// The first record of the list.
    pub(crate) item: Value,
    /// The same record by its address.
    detail: Value,
}

impl Matrix<'_> {
    pub(crate) fn records(&self, index: usize, name: &str) -> Records {
        let client = &self.callers[index].client;
        let list = client.send("GET", &format!("/{name}/?count=1")).json();
        let item = list["results"][0].clone();
        let url = item["api_url"].as_str().map(|url| url.splitn(4, '/').nth(3).unwrap_or_default().to_owned());
        let detail = url.map(|url| client.send("GET", &format!("/{url}")).json()).unwrap_or_default();
        Records { item, detail }
    }

    pub(crate) fn show(
        &mut self,
        index: usize,
        (name, field): (&str, &str),
        records: &Records,
        is_visible: bool,
    ) -> String {
        let mut letters = String::new();
        for (letter, shown) in [('l', &records.item), ('d', &records.detail)] {
            self.cells += 1;
            let is_shown = shown.get(field).is_some();
            self.leak_if(is_shown && !is_visible, index, &format!("{name}.{field} on surface {letter}"));
            letters.extend(is_shown.then_some(letter));
        }
        letters
    }

    /// A field of a record that another one is shown with.
    pub(crate) fn embedded(
        &mut self,
        index: usize,
        (name, step, field): (&str, &str, &str),
        item: &Value,
        is_visible: bool,
    ) -> Option<char> {
        self.cells += 1;
        let is_shown = item.get(step).is_some_and(|record| record.get(field).is_some());
        self.leak_if(is_shown && !is_visible, index, &format!("{name}.{step}.{field} is embedded"));
        is_shown.then_some('m')
    }

    /// Searches for a text that the record has in a field. What no record may be told by is not found.
    pub(crate) fn search(
        &mut self,
        index: usize,
        (name, field): (&str, &str),
        records: &Records,
        sight: Sight,
    ) -> Option<char> {
        let text = records.detail[field].as_str().filter(|text| !text.is_empty())?;
        let is_plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let word = text.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let sought = if is_plain { text } else { word };
        self.cells += 1;
        let path = format!("/{name}/?count=1&q={sought}");
        let found = self.send(index, &Request { method: "GET", path, body: Value::Null });
        let is_found = found.json()["count"].as_u64().is_some_and(|count| count > 0);
        self.leak_if(is_found && sight != Sight::ShownAndCompared, index, &format!("{name}.{field} is searched"));
        is_found.then_some('q')
    }

    pub(crate) fn document(&mut self, index: usize, name: &str, field: &str, is_visible: bool) -> Option<char> {
        self.cells += 1;
        let schema = format!("{}{}Detail", name[..1].to_uppercase(), &name[1..]);
        let properties = &self.callers[index].document["components"]["schemas"][schema]["properties"];
        let is_named = properties.get(field).is_some();
        self.leak_if(is_named != is_visible, index, &format!("{name}.{field} in the document"));
        is_named.then_some('s')
    }
}
