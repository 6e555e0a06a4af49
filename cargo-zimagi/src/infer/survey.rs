//! A file as a draft: its columns as fields, with what tells its rows apart.

use std::path::Path;

use zimagi_codegen::KeyedModel;

use super::InferFailure;
use super::column::{Column, KEPT_MAX};
use super::draft::{Draft, FieldDraft, Identity, ImportDraft, ValueDraft};
use super::file::Source;
use super::form::Kind;
use super::key::{Part, find_combination};
use super::name::{field_names, relation_name};
use super::relation::{Reference, find_references};
use super::table::{Table, read_table};

/// Infers a model from a file; `shown` is its path as an import names it, relative to the folder `files`.
pub(crate) fn draft_of_file(
    name: &str,
    (source, shown): (&Source, &str),
    models: &[KeyedModel<'_>],
    files: &Path,
) -> Result<Draft, InferFailure> {
    let table = read_table(source)?;
    let references = find_references(source, &table, models, files)?;
    let fields = fields_of(&table, &references);
    let identity = identity_of(source, &table, &fields)?;
    let mut draft = Draft {
        name: name.to_owned(),
        help: format!("A row of {shown}."),
        notes: notes_of(&table, shown),
        identity,
        fields: fields.into_iter().flatten().collect(),
        import: Some(import_of((source, shown), &table, &references)),
    };
    draft.leave_identifier_alone();
    draft.name_reverse_relations();
    Ok(draft)
}

fn notes_of(table: &Table, shown: &str) -> Vec<String> {
    let mut notes = vec![format!("Inferred from the {} rows of {shown}.", table.rows)];
    if table.uneven > 0 {
        notes.push(format!(
            "Rows with another number of cells than the header, which an import rejects: {}.",
            table.uneven
        ));
    }
    if table.rows > KEPT_MAX as u64 {
        notes.push(format!("Only the first {KEPT_MAX} rows were compared for values that come twice."));
    }
    let repeated = table.columns.iter().enumerate().filter(|(index, column)| is_repeated(table, *index, column));
    notes.extend(repeated.map(|(_, column)| format!("A second column is called {:?}: it is left out.", column.name)));
    notes
}

/// An import finds columns by their names, and then the first.
fn is_repeated(table: &Table, index: usize, column: &Column) -> bool {
    table.columns[..index].iter().any(|earlier| earlier.name == column.name)
}

/// A field for each column but those whose name came before.
fn fields_of(table: &Table, references: &[Option<Reference<'_>>]) -> Vec<Option<FieldDraft>> {
    let names = field_names(table.columns.iter().map(|column| column.name.as_str()));
    let fields = table.columns.iter().zip(&names).zip(references).enumerate();
    fields
        .map(|(index, ((column, name), reference))| {
            let is_free = |name: &str| !names.iter().any(|other| other == name);
            (!is_repeated(table, index, column)).then(|| match reference {
                Some(reference) => relation_field((column, name), reference, is_free),
                None => plain_field(column, name),
            })
        })
        .collect()
}

fn plain_field(column: &Column, name: &str) -> FieldDraft {
    let kind = column.kind();
    let evidence = std::iter::once(column.evidence(kind)).chain(null_evidence(column));
    FieldDraft {
        name: name.to_owned(),
        column: column.name.clone(),
        value: ValueDraft::Scalar(kind),
        is_nullable: column.nulls() > 0 || column.values == 0,
        is_unique: false,
        evidence: evidence.collect(),
    }
}

fn relation_field(
    (column, name): (&Column, &str),
    reference: &Reference<'_>,
    is_free: impl Fn(&str) -> bool,
) -> FieldDraft {
    let short = relation_name(name);
    let evidence = std::iter::once(reference.evidence.clone()).chain(null_evidence(column));
    FieldDraft {
        name: if is_free(short) { short } else { name }.to_owned(),
        column: column.name.clone(),
        value: ValueDraft::Relation {
            model: reference.model.name.to_owned(),
            key_field: reference.model.field.to_owned(),
            related_name: None,
        },
        is_nullable: column.nulls() > 0 || !reference.is_whole,
        is_unique: false,
        evidence: evidence.collect(),
    }
}

fn null_evidence(column: &Column) -> Option<String> {
    let (nulls, all) = (column.nulls(), column.nulls() + column.values);
    (nulls > 0 && column.values > 0).then(|| format!("{nulls} of {all} rows have no value"))
}

fn identity_of(source: &Source, table: &Table, fields: &[Option<FieldDraft>]) -> Result<Identity, InferFailure> {
    let alone = |index: usize| fields[index].as_ref().filter(|field| is_key(&table.columns[index], field));
    let keys: Vec<&FieldDraft> = (0..fields.len()).filter_map(alone).collect();
    if let Some(key) = keys.iter().find(|key| is_named_like_a_key(&key.name)).or(keys.first()) {
        let mut evidence = vec![format!("no two of the {} rows have the same {}", table.rows, key.name)];
        let others: Vec<&str> =
            keys.iter().filter(|other| other.name != key.name).map(|key| key.name.as_str()).collect();
        if !others.is_empty() {
            evidence.push(format!("the same holds for {}", others.join(", ")));
        }
        return Ok(Identity::Field { name: key.name.clone(), evidence });
    }
    let name = |index: &usize| fields[*index].as_ref().map(|field| field.name.clone());
    Ok(match find_combination(source, table, parts_of(table, fields))? {
        Some(columns) => {
            let names: Vec<String> = columns.iter().filter_map(name).collect();
            let same = names.join(" and ");
            let rows = table.rows;
            Identity::Fields { names, evidence: vec![format!("no two of the {rows} rows have the same {same}")] }
        }
        None => Identity::All { evidence: vec![NO_KEY.to_owned()] },
    })
}

const NO_KEY: &str = "neither one column nor two or three together tell all rows apart; rows that are alike in all fields become \
                      one record";

fn is_key(column: &Column, field: &FieldDraft) -> bool {
    let is_identifying = matches!(field.value, ValueDraft::Scalar(kind) if kind.is_identifying());
    is_identifying && column.is_unique() && !field.is_nullable
}

fn is_named_like_a_key(name: &str) -> bool {
    let endings = ["_id", "_code", "_no", "_number"];
    ["id", "key", "code", "uuid", "number"].contains(&name) || endings.iter().any(|ending| name.ends_with(ending))
}

fn parts_of(table: &Table, fields: &[Option<FieldDraft>]) -> Vec<Part> {
    let fields = fields.iter().enumerate().filter_map(|(column, field)| field.as_ref().map(|field| (column, field)));
    let fitting = fields.filter(|(column, field)| !field.is_nullable && table.columns[*column].few() > 1);
    fitting.filter_map(|(column, field)| weight_of(&field.value).map(|weight| Part { column, weight })).collect()
}

fn weight_of(value: &ValueDraft) -> Option<u32> {
    match value {
        ValueDraft::Relation { .. } | ValueDraft::Scalar(Kind::Date | Kind::DateTime) => Some(3),
        ValueDraft::Scalar(Kind::String { .. } | Kind::Uuid | Kind::Time) => Some(2),
        ValueDraft::Scalar(kind) => kind.is_comparable().then_some(1),
    }
}

fn import_of((source, shown): (&Source, &str), table: &Table, references: &[Option<Reference<'_>>]) -> ImportDraft {
    let nulls = table.null_words().map(|(word, column, count)| {
        let text = format!("{count} cells of the column {:?} are `{word}`, unlike its values", column.name);
        (word.to_owned(), text)
    });
    let mut requires: Vec<String> = Vec::new();
    for import in references.iter().flatten().filter_map(|reference| reference.import) {
        if !requires.iter().any(|known| known == import) {
            requires.push(import.to_owned());
        }
    }
    ImportDraft {
        file: shown.to_owned(),
        archive_file: source.archive_file.clone(),
        separator: source.separator,
        nulls: nulls.collect(),
        requires,
    }
}
