//! Cursors: a place in the order of a question, as a text that callers hand back.
//!
//! The text is base64url of: the version, the side that is read, eight bytes of a digest of the question, and for each step of the
//! order the length of its value's text plus one, then that text; null is a zero. Without values it is the end of the order on the
//! other side. Nothing is signed: what comes back is read like the value of a filter, by the kind of the step, so that an invented
//! cursor asks nothing that a filter could not ask.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use zimagi_spec::descriptor::{Direction, ScalarKind};

use super::super::json::write_plain;
use super::super::mistake::CursorFault;
use super::super::parse::parse;
use super::super::path::Step;
use super::super::value::Value;
use super::keyset::Side;
use crate::crypto::sha256;
use crate::data::question::ordering::ResolvedOrder;
use crate::data::question::query::{AskedFilter, Query};

/// A place in an order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cursor {
    pub(super) side: Side,
    /// The values of the record that it stands at; none if it stands at the end where reading to the side begins.
    pub(super) marks: Vec<Value>,
}

/// What a cursor belongs to: a digest of the model, the order and the conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Question([u8; 8]);

const VERSION: u8 = 1;

impl Cursor {
    /// The first page.
    pub(super) const START: Self = Self { side: Side::Behind, marks: Vec::new() };
    /// The last page.
    pub(super) const END: Self = Self { side: Side::Before, marks: Vec::new() };

    /// The text that callers are given.
    pub(super) fn write(&self, question: Question) -> String {
        let mut bytes = vec![VERSION, u8::from(self.side == Side::Before)];
        bytes.extend_from_slice(&question.0);
        let mut text = Vec::new();
        for mark in &self.marks {
            text.clear();
            write_plain(&mut text, mark);
            write_length(&mut bytes, if *mark == Value::Null { 0 } else { text.len() + 1 });
            bytes.extend_from_slice(&text);
        }
        BASE64.encode(bytes)
    }

    /// Reads what a caller gave back. An empty text is the first page.
    pub(super) fn read(text: &str, question: Question, ordering: &[ResolvedOrder<'_>]) -> Result<Self, CursorFault> {
        if text.is_empty() {
            return Ok(Self::START);
        }
        let bytes = BASE64.decode(text).map_err(|_| CursorFault::Malformed)?;
        let [VERSION, side @ (0 | 1), rest @ ..] = bytes.as_slice() else { return Err(CursorFault::Malformed) };
        let side = if *side == 0 { Side::Behind } else { Side::Before };
        let (digest, mut rest) = rest.split_at_checked(question.0.len()).ok_or(CursorFault::Malformed)?;
        if digest != question.0 {
            return Err(CursorFault::OtherQuestion);
        }
        let mut marks = Vec::new();
        if !rest.is_empty() {
            for order in ordering {
                marks.push(read_mark(&mut rest, order.path.field.kind).ok_or(CursorFault::Malformed)?);
            }
        }
        if rest.is_empty() { Ok(Self { side, marks }) } else { Err(CursorFault::Malformed) }
    }
}

impl Question {
    /// Fields, page sizes and totals may change from page to page; what is found and in which order may not.
    pub(super) fn of(query: &Query, model: &str, ordering: &[ResolvedOrder<'_>]) -> Self {
        let Query { filters, ordering: _, fields: _, page: _, count: _, cursor: _, total: _ } = query;
        let mut text = Vec::new();
        add(&mut text, model);
        for order in ordering {
            for step in &order.path.steps {
                add(&mut text, step_name(*step));
            }
            add(&mut text, order.path.field.name());
            add(&mut text, if order.direction == Direction::Ascending { "+" } else { "-" });
        }
        for filter in filters {
            match filter {
                AskedFilter::Parameter { name, value } => {
                    [name, value].into_iter().for_each(|said| add(&mut text, said))
                }
                AskedFilter::Member { name, group } => {
                    [*name, &group.to_string()].iter().for_each(|said| add(&mut text, said))
                }
            }
        }
        let digest = sha256(&text);
        Self(std::array::from_fn(|place| digest[place]))
    }
}

const fn step_name(step: Step<'_>) -> &'static str {
    match step {
        Step::Forward { field, .. } | Step::Backward { field, .. } => field.name(),
        Step::Paired { link, .. } => link.name(),
    }
}

/// Texts with their lengths cannot be taken for other texts side by side.
fn add(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(&(text.len() as u64).to_be_bytes());
    out.extend_from_slice(text.as_bytes());
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_length(out: &mut Vec<u8>, mut length: usize) {
    while length > 0x7f {
        out.push(0x80 | u8::try_from(length & 0x7f).expect("seven bits are a byte"));
        length >>= 7;
    }
    out.push(u8::try_from(length).expect("seven bits are a byte"));
}

fn read_length(bytes: &mut &[u8]) -> Option<usize> {
    let mut length = 0;
    for place in 0..LENGTH_BYTES_MAX {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        length |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some(length);
        }
    }
    None
}

/// A request is shorter than what three bytes can say.
const LENGTH_BYTES_MAX: usize = 3;

fn read_mark(bytes: &mut &[u8], kind: ScalarKind) -> Option<Value> {
    let Some(length) = read_length(bytes)?.checked_sub(1) else { return Some(Value::Null) };
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    let text = std::str::from_utf8(text).ok().filter(|text| !text.contains('\0'))?;
    parse(kind, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_come_back() {
        for length in [0, 1, 127, 128, 300, 20_000, (1 << 21) - 1] {
            let mut bytes = Vec::new();
            write_length(&mut bytes, length);
            let mut rest = bytes.as_slice();
            assert_eq!((read_length(&mut rest), rest), (Some(length), [].as_slice()));
        }
        assert_eq!(read_length(&mut [0x80, 0x80, 0x80, 0x01].as_slice()), None);
        assert_eq!(read_length(&mut [0x80].as_slice()), None);
    }

    #[test]
    fn values_come_back_by_their_kind() {
        let moment = "2013-01-01T05:00:00.000120".parse().unwrap();
        let decimal = ScalarKind::Decimal { digits: 10, places: 2 };
        for (kind, value) in [
            (ScalarKind::Integer, Value::Integer(i64::MIN)),
            (ScalarKind::Float, Value::Float(-0.1e-300)),
            (ScalarKind::Text, Value::Text("a\"ü ".repeat(50))),
            (ScalarKind::Text, Value::Text(String::new())),
            (ScalarKind::Boolean, Value::Boolean(true)),
            (ScalarKind::DateTime, Value::DateTime(moment)),
            (ScalarKind::Date, Value::Date(moment.date())),
            (ScalarKind::Time, Value::Time(moment.time())),
            (ScalarKind::Duration, Value::Duration(chrono::TimeDelta::microseconds(-1_500_001))),
            (decimal, Value::Decimal("-12.50".parse().unwrap())),
            (ScalarKind::Identifier, Value::Identifier([7; 32])),
            (ScalarKind::Uuid, Value::Uuid(uuid::Uuid::from_u128(7))),
            (ScalarKind::Text, Value::Null),
        ] {
            let (mut bytes, mut text) = (Vec::new(), Vec::new());
            write_plain(&mut text, &value);
            write_length(&mut bytes, if value == Value::Null { 0 } else { text.len() + 1 });
            bytes.extend_from_slice(&text);
            let mut rest = bytes.as_slice();
            assert_eq!(read_mark(&mut rest, kind), Some(value));
            assert!(rest.is_empty());
        }
    }
}
