//! `choices`: the only values that a field may have.

use crate::source::Spanned;
use crate::yaml::{Entry, Kind, Node, Scalar, Style};

use super::Literal;
use super::literal::{Form, read_as};
use super::reader::Reader;

/// One choice as written.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceDoc {
    /// The value.
    pub value: Spanned<Literal>,
    /// What people call it, if the spec says.
    pub label: Option<String>,
}

/// Reads a list of values, a list of `[value, label]`, or a mapping of values to labels.
pub(super) fn read_choices(
    node: &Node,
    form: Form,
    is_text: bool,
    what: &str,
    reader: &mut Reader<'_>,
) -> Option<Spanned<Vec<ChoiceDoc>>> {
    let choices = match &node.kind {
        Kind::Sequence(items) => items.iter().filter_map(|item| read_item(item, form, what, reader)).collect(),
        Kind::Mapping(entries) => {
            entries.iter().filter_map(|entry| read_entry(entry, form, is_text, what, reader)).collect()
        }
        Kind::Null | Kind::Scalar(_) => {
            reader.wrong_shape(node, what, "a list of values, or a mapping of values to labels");
            return None;
        }
    };
    Some(Spanned::new(choices, node.span))
}

fn read_item(item: &Node, form: Form, what: &str, reader: &mut Reader<'_>) -> Option<ChoiceDoc> {
    match &item.kind {
        Kind::Sequence(pair) => {
            let [value, label] = pair.as_slice() else {
                reader.wrong_shape(item, &format!("each item of {what}"), "a value, or a value and its label");
                return None;
            };
            let value = read_value(value, form, what, reader)?;
            Some(ChoiceDoc { value, label: read_label(label, what, reader) })
        }
        Kind::Null | Kind::Scalar(_) | Kind::Mapping(_) => {
            Some(ChoiceDoc { value: read_value(item, form, what, reader)?, label: None })
        }
    }
}

/// The key of a mapping is text in YAML's tree; for other kinds than text it is read as if it stood in a list.
fn read_entry(entry: &Entry, form: Form, is_text: bool, what: &str, reader: &mut Reader<'_>) -> Option<ChoiceDoc> {
    let style = if is_text { Style::Quoted } else { Style::Plain };
    let key = Node { span: entry.key.span, kind: Kind::Scalar(Scalar { text: entry.key.value.clone(), style }) };
    let value = read_value(&key, form, what, reader)?;
    Some(ChoiceDoc { value, label: read_label(&entry.value, what, reader) })
}

fn read_value(node: &Node, form: Form, what: &str, reader: &mut Reader<'_>) -> Option<Spanned<Literal>> {
    let read = read_as(form, node, &format!("each value of {what}"), reader)?;
    if read.value.is_none() {
        reader.wrong_shape(node, &format!("each value of {what}"), "a value; `null: true` allows null");
    }
    read.value.map(|value| Spanned::new(value, read.span))
}

fn read_label(node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<String> {
    reader.text(node, &format!("each label of {what}")).map(|label| label.value)
}
