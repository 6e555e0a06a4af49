//! The addresses of records in answers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::value::{write_plain, write_text};
use crate::data::value::Value;

/// Makes addresses below one base, `http://127.0.0.1:5323`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Urls<'a> {
    base: &'a str,
}

/// What stays as it is in a path segment or a query's value: the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl<'a> Urls<'a> {
    pub(crate) const fn new(base: &'a str) -> Self {
        Self { base }
    }

    /// `…/airport/JFK/`
    pub(crate) fn record(self, model: &str, identifier: &Value) -> String {
        format!("{}/{model}/{}/", self.base, encoded(identifier))
    }

    /// `…/flight/?origin.faa=JFK`
    pub(crate) fn filtered(self, model: &str, path: &str, value: &Value) -> String {
        format!("{}/{model}/?{path}={}", self.base, encoded(value))
    }

    /// Appends what [`Urls::record`] gives as a text of JSON. Lists hold several for each record, so no memory is asked for.
    pub(crate) fn write_record(self, out: &mut Vec<u8>, model: &str, identifier: &Value) {
        write_text(out, self.base);
        out.pop();
        for part in ["/", model, "/"] {
            out.extend_from_slice(part.as_bytes());
        }
        match identifier {
            Value::Text(text) => {
                utf8_percent_encode(text, SEGMENT).for_each(|part| out.extend_from_slice(part.as_bytes()))
            }
            Value::Identifier(_) | Value::Integer(_) => write_plain(out, identifier),
            other => out.extend_from_slice(encoded(other).as_bytes()),
        }
        out.extend_from_slice(b"/\"");
    }
}

/// The identifier as people write it in an address.
pub(crate) fn address_text(identifier: &Value) -> String {
    let mut bytes = Vec::new();
    write_plain(&mut bytes, identifier);
    String::from_utf8(bytes).expect("values are written as UTF-8")
}

fn encoded(value: &Value) -> String {
    utf8_percent_encode(&address_text(value), SEGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encoded() {
        let urls = Urls::new("http://h:1");
        let name = Value::Text("a/ü ?".to_owned());
        assert_eq!(urls.record("user", &name), "http://h:1/user/a%2F%C3%BC%20%3F/");
        assert_eq!(urls.record("log", &Value::Integer(-7)), "http://h:1/log/-7/");
        for value in [name.clone(), Value::Integer(-7), Value::Identifier([1; 32]), Value::Float(1.5)] {
            let mut out = Vec::new();
            urls.write_record(&mut out, "user", &value);
            assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), urls.record("user", &value));
        }
        assert_eq!(urls.filtered("watch", "user.name", &name), "http://h:1/watch/?user.name=a%2F%C3%BC%20%3F");
    }
}
