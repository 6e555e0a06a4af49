//! Identifiers of records: SHA-256 over the values of the fields that make a record what it is.
//!
//! The text that is hashed begins with `zimagi-identifier-1`. Then comes each field in the order of the spec: the length of its name as four
//! bytes, the name in UTF-8, one byte for the kind of the value, the length of the value as four bytes, the value. Numbers are big-endian.
//!
//! | kind | byte | value |
//! |---|---|---|
//! | null | `0` | nothing |
//! | boolean | `b` | one byte, 0 or 1 |
//! | integer | `i` | eight bytes, two's complement |
//! | float | `f` | eight bytes, IEEE 754; negative zero as zero |
//! | text | `t` | UTF-8 |
//! | date | `d` | four bytes: days since 1970-01-01, two's complement |
//! | moment | `m` | eight bytes: microseconds since 1970-01-01 in UTC, two's complement |
//! | identifier | `h` | its 32 bytes |
//! | decimal | `n` | its digits with sign and point, without zeros at the end of the fraction |
//! | time of day | `c` | eight bytes: microseconds since midnight |
//! | duration | `p` | eight bytes: microseconds, two's complement |
//! | UUID | `u` | its 16 bytes |
//! | binary | `x` | its bytes |
//! | JSON | `j` | its text without blanks, members of objects in the order of their names |
//!
//! A relation counts with the identifier of the record it refers to. The name of the model does not count.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde_json::Value as Json;
use zimagi_spec::descriptor::IdentifierDescriptor;

use super::json::address_text;
use super::value::Value;
use crate::crypto::sha256;

/// Hashes records one after the other, without new memory for each.
#[derive(Debug, Default)]
pub(crate) struct Identify {
    text: Vec<u8>,
}

impl Identify {
    /// The digest that the model's identifiers are, over the values of its hashed fields.
    pub(crate) fn of<'a>(
        &mut self,
        identifier: IdentifierDescriptor,
        fields: impl IntoIterator<Item = (&'a str, &'a Value)>,
    ) -> [u8; 32] {
        match identifier {
            IdentifierDescriptor::LegacyHash(_) => self.legacy_digest(fields.into_iter().map(|(_, value)| value)),
            IdentifierDescriptor::Hash(_) | IdentifierDescriptor::Field(_) => self.digest(fields),
        }
    }

    /// The digest over fields and their values.
    fn digest<'a>(&mut self, fields: impl IntoIterator<Item = (&'a str, &'a Value)>) -> [u8; 32] {
        self.text.clear();
        self.text.extend_from_slice(b"zimagi-identifier-1");
        for (name, value) in fields {
            self.add(name.as_bytes());
            self.add_value(value);
        }
        sha256(&self.text)
    }

    /// The original's digest: over the values as sorted texts, without the names of their fields; nulls do not count.
    fn legacy_digest<'a>(&self, values: impl IntoIterator<Item = &'a Value>) -> [u8; 32] {
        let values = values.into_iter().filter(|value| **value != Value::Null);
        let mut texts: Vec<String> = values.map(legacy_text).collect();
        texts.sort_unstable();
        sha256(texts.join("-").as_bytes())
    }

    fn add_value(&mut self, value: &Value) {
        match value {
            Value::Null => self.add_tagged(b'0', &[]),
            Value::Boolean(value) => self.add_tagged(b'b', &[u8::from(*value)]),
            Value::Integer(value) => self.add_tagged(b'i', &value.to_be_bytes()),
            Value::Float(value) => self.add_tagged(b'f', &(value + 0.0).to_be_bytes()),
            Value::Text(text) => self.add_tagged(b't', text.as_bytes()),
            Value::Date(day) => self.add_tagged(b'd', &days(*day).to_be_bytes()),
            Value::DateTime(moment) => self.add_tagged(b'm', &moment.and_utc().timestamp_micros().to_be_bytes()),
            Value::Identifier(digest) => self.add_tagged(b'h', digest),
            Value::Decimal(number) => self.add_tagged(b'n', number.normalize().to_string().as_bytes()),
            Value::Time(time) => {
                self.add_tagged(b'c', &micros(time.signed_duration_since(NaiveTime::MIN)).to_be_bytes())
            }
            Value::Duration(span) => self.add_tagged(b'p', &micros(*span).to_be_bytes()),
            Value::Uuid(value) => self.add_tagged(b'u', value.as_bytes()),
            Value::Binary(bytes) => self.add_tagged(b'x', bytes),
            Value::Json(json) => self.add_tagged(b'j', sorted(json).to_string().as_bytes()),
        }
    }

    fn add_tagged(&mut self, tag: u8, bytes: &[u8]) {
        self.text.push(tag);
        self.add(bytes);
    }

    fn add(&mut self, bytes: &[u8]) {
        let length = u32::try_from(bytes.len()).expect("fields that identify a record are shorter than 4 GiB");
        self.text.extend_from_slice(&length.to_be_bytes());
        self.text.extend_from_slice(bytes);
    }
}

fn legacy_text(value: &Value) -> String {
    match value {
        Value::DateTime(moment) => moment.format("%Y%m%d%H%M%S%6f").to_string(),
        Value::Boolean(true) => "True".to_owned(),
        Value::Boolean(false) => "False".to_owned(),
        other => address_text(other),
    }
}

fn days(day: NaiveDate) -> i32 {
    let days = day.signed_duration_since(NaiveDate::default()).num_days();
    i32::try_from(days).expect("chrono's dates are less than six million years apart")
}

fn micros(span: TimeDelta) -> i64 {
    span.num_microseconds().expect("spans are of 64 bits of microseconds")
}

fn sorted(json: &Json) -> Json {
    match json {
        Json::Array(items) => items.iter().map(sorted).collect(),
        Json::Object(members) => {
            let mut members: Vec<_> = members.iter().map(|(name, value)| (name.clone(), sorted(value))).collect();
            members.sort_by(|(left, _), (right, _)| left.cmp(right));
            Json::Object(members.into_iter().collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(fields: &[(&str, Value)]) -> String {
        let digest = Identify::default().digest(fields.iter().map(|(name, value)| (*name, value)));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Made with Python's hashlib from the description above.
    #[test]
    fn digests_are_as_described() {
        let flight = [
            ("time_hour", Value::DateTime("2013-01-01T10:00:00".parse().unwrap())),
            ("carrier", Value::Text("UA".to_owned())),
            ("number", Value::Integer(1545)),
        ];
        assert_eq!(digest(&flight), "f288147f17da355cd7ded0eb84d03840f4ab1c3ac8ece4b2c0253dad574c6b6a");
        let all = [
            ("a", Value::Null),
            ("b", Value::Boolean(true)),
            ("c", Value::Float(-0.0)),
            ("d", Value::Date("1969-12-31".parse().unwrap())),
            ("é", Value::Identifier([7; 32])),
        ];
        assert_eq!(digest(&all), "7909575a2e7e6cd36fb41e615973f88adff6a3c15ad88453cdbdd635f691d143");
        assert_eq!(digest(&[]), "ee9189a594f5f2a7f99f134dc37db78172d7f826ce109b01a232e9bf4cce18b2");
    }

    /// The example of the original's documentation: sensor `main` in plant `p1`.
    #[test]
    fn legacy_digests_are_the_originals() {
        let values = ["p1", "main"].map(|text| Value::Text(text.to_owned()));
        let digest = Identify::default().legacy_digest([&values[0], &Value::Null, &values[1]]);
        let digest = crate::data::typed::Identifier(digest).to_string();
        assert_eq!(digest, "9d222ad9a04e4bcbae8fc8716c3fb3ed1c2d5bb7d244307b68e2d564402e96da");
    }

    #[test]
    fn values_of_different_kinds_differ() {
        assert_ne!(digest(&[("a", Value::Integer(1))]), digest(&[("a", Value::Text("1".to_owned()))]));
        assert_ne!(digest(&[("a", Value::Null)]), digest(&[("a", Value::Text(String::new()))]));
    }
}
