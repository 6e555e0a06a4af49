//! Drafts as specs: what is guessed is marked, with its evidence.

use std::fmt::{Display, Write};

use super::draft::{Draft, FieldDraft, Identity, ImportDraft, ValueDraft};
use super::form::Kind;

/// Lines with their indentation.
#[derive(Default)]
struct Lines {
    text: String,
}

/// The file of the model, `specs/data/NAME.yml`.
pub(crate) fn model_text(draft: &Draft) -> String {
    let mut lines = Lines::default();
    draft.notes.iter().for_each(|note| lines.comment(0, note));
    lines.comment(0, "Every guess says what speaks for it: change what you know better, and remove the comments.");
    lines.line(0, "data:");
    lines.line(1, format_args!("{}:", scalar(&draft.name)));
    lines.line(2, format_args!("help: {}", scalar(&draft.help)));
    identity(&mut lines, draft);
    lines.comment(
        2,
        "Until roles are named only `admin` may read and write; `view: [public]` opens reading to everyone.",
    );
    lines.comment(2, "roles: {edit: [ROLE], view: [ROLE]}");
    lines.line(2, "fields:");
    draft.fields.iter().for_each(|field| field_lines(&mut lines, field));
    lines.text
}

/// The file of the import, `specs/import/NAME.yml`.
pub(crate) fn import_text(draft: &Draft, import: &ImportDraft) -> String {
    let mut lines = Lines::default();
    lines.line(0, "import:");
    lines.line(1, format_args!("{}:", scalar(&draft.name)));
    lines.line(2, "source: csv_file");
    lines.line(2, format_args!("file: {}", scalar(&import.file)));
    if let Some(member) = &import.archive_file {
        lines.line(2, format_args!("archive_file: {}", scalar(member)));
    }
    if import.separator != b',' {
        lines.line(2, format_args!("separator: {}", separator(import.separator)));
    }
    import.nulls.iter().for_each(|(_, evidence)| lines.guess(2, evidence));
    let nulls: Vec<String> = import.nulls.iter().map(|(word, _)| scalar(word)).collect();
    let nulls: Vec<String> = std::iter::once("''".to_owned()).chain(nulls).collect();
    lines.line(2, format_args!("null_values: [{}]", nulls.join(", ")));
    if !import.requires.is_empty() {
        lines.line(2, format_args!("requires: {}", list(&import.requires)));
    }
    lines.line(2, "data:");
    lines.line(3, format_args!("{}:", scalar(&draft.name)));
    targets(&mut lines, &draft.fields);
    lines.text
}

/// A model to begin with, with a word on what can be said.
pub(crate) fn skeleton(name: &str) -> String {
    let name = scalar(name);
    format!(
        "\
# A data model: the build makes a table, a Rust type and the resource /{name}/ from it.
data:
  {name}:
    help: Say in a sentence what a record is.
    # Records are known by their `name`, as /{name}/NAME/. Without the base say what tells them apart:
    # `id: FIELD` and `key: FIELD` for one field, `id_fields: [FIELD, FIELD]` for several together.
    base: name_resource
    # Until roles are named only `admin` may read and write; `view: [public]` opens reading to everyone.
    # roles: {{edit: [ROLE], view: [ROLE]}}
    fields:
      # Kinds: string, text, integer, float, decimal, boolean, date, datetime, time, duration, uuid, binary, json, list, dict.
      # A reference to a record of another model: {{relation: MODEL, null: true}}.
      remark: {{type: text, null: true, help: Say what it means.}}
"
    )
}

fn identity(lines: &mut Lines, draft: &Draft) {
    match &draft.identity {
        Identity::Field { name, evidence } => {
            evidence.iter().for_each(|one| lines.guess(2, one));
            lines.line(2, format_args!("id: {}", scalar(name)));
            lines.line(2, format_args!("key: {}", scalar(name)));
            lines.line(2, format_args!("ordering: [{}]", scalar(name)));
        }
        Identity::Fields { names, evidence } => {
            evidence.iter().for_each(|one| lines.guess(2, one));
            for key in ["id_fields", "unique", "ordering"] {
                lines.line(2, format_args!("{key}: {}", list(names)));
            }
        }
        Identity::All { evidence } => {
            evidence.iter().for_each(|one| lines.guess(2, one));
            let names: Vec<String> = draft.fields.iter().map(|field| field.name.clone()).collect();
            lines.line(2, format_args!("id_fields: {}", list(&names)));
        }
    }
}

fn field_lines(lines: &mut Lines, field: &FieldDraft) {
    lines.guess(3, field.evidence.join("; "));
    let null = if field.is_nullable { ", null: true" } else { "" };
    let unique = if field.is_unique { ", unique: true" } else { "" };
    let value = match &field.value {
        ValueDraft::Scalar(kind) => kind_text(*kind),
        ValueDraft::Relation { model, related_name, .. } => {
            let related = related_name.as_ref().map(|name| format!(", related_name: {}", scalar(name)));
            format!("relation: {}{}", scalar(model), related.unwrap_or_default())
        }
    };
    lines.line(3, format_args!("{}: {{{value}{null}{unique}}}", scalar(&field.name)));
}

fn kind_text(kind: Kind) -> String {
    match kind {
        Kind::Boolean => "type: boolean".to_owned(),
        Kind::Integer => "type: integer".to_owned(),
        Kind::Decimal { digits, places } => format!("type: decimal, max_digits: {digits}, decimal_places: {places}"),
        Kind::Float => "type: float".to_owned(),
        Kind::Date => "type: date".to_owned(),
        Kind::DateTime => "type: datetime".to_owned(),
        Kind::Time => "type: time".to_owned(),
        Kind::Duration => "type: duration".to_owned(),
        Kind::Uuid => "type: uuid".to_owned(),
        Kind::Binary => "type: binary".to_owned(),
        Kind::Json => "type: json".to_owned(),
        Kind::String { max_length } => format!("type: string, max_length: {max_length}"),
        Kind::Text => "type: text".to_owned(),
    }
}

fn targets(lines: &mut Lines, fields: &[FieldDraft]) {
    let relations: Vec<_> = fields.iter().filter(|field| matches!(field.value, ValueDraft::Relation { .. })).collect();
    if !relations.is_empty() {
        lines.line(4, "relations:");
    }
    for field in relations {
        if let ValueDraft::Relation { key_field, .. } = &field.value {
            let required = if field.is_nullable { "" } else { ", required: true" };
            let (name, column) = (scalar(&field.name), scalar(&field.column));
            lines.line(5, format_args!("{name}: {{column: {column}, key_field: {}{required}}}", scalar(key_field)));
        }
    }
    let plain: Vec<_> = fields.iter().filter(|field| matches!(field.value, ValueDraft::Scalar(_))).collect();
    if !plain.is_empty() {
        lines.line(4, "map:");
    }
    for field in plain {
        lines.line(5, format_args!("{}: {}", scalar(&field.name), scalar(&field.column)));
    }
}

fn list(names: &[String]) -> String {
    format!("[{}]", names.iter().map(|name| scalar(name)).collect::<Vec<_>>().join(", "))
}

fn separator(byte: u8) -> String {
    if byte == b'\t' { "\"\\t\"".to_owned() } else { format!("'{}'", char::from(byte)) }
}

/// Words that YAML, of whatever version, does not read as text.
const WORDS: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// A text as a YAML scalar, quoted where it would be read as something else.
fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_alphabetic())
        && text.chars().all(|c| c.is_alphanumeric() || "_-./ ".contains(c))
        && !text.ends_with(' ')
        && !WORDS.contains(&text.to_ascii_lowercase().as_str());
    match text {
        _ if is_plain => text.to_owned(),
        _ if text.chars().any(char::is_control) => format!("{text:?}"),
        _ => format!("'{}'", text.replace('\'', "''")),
    }
}

impl Lines {
    fn line(&mut self, depth: usize, line: impl Display) {
        writeln!(self.text, "{}{line}", "  ".repeat(depth)).expect("writing to a string cannot fail");
    }

    fn comment(&mut self, depth: usize, text: &str) {
        self.line(depth, format_args!("# {text}"));
    }

    /// Control characters of a file do not get into the spec.
    fn guess(&mut self, depth: usize, evidence: impl AsRef<str>) {
        let evidence = evidence.as_ref();
        if !evidence.is_empty() {
            let text: String = evidence.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            self.line(depth, format_args!("# guess: {text}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_read_as_something_else_are_quoted() {
        let cases = [
            ("tail number", "tail number"),
            ("no", "'no'"),
            ("NULL", "'NULL'"),
            ("2013", "'2013'"),
            ("it's: a", "'it''s: a'"),
            ("a\tb", "\"a\\tb\""),
            ("", "''"),
            ("NA", "NA"),
        ];
        for (text, written) in cases {
            assert_eq!(scalar(text), written);
        }
    }
}
