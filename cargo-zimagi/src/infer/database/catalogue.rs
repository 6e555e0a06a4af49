//! One table as a database describes it, and the draft that follows from it.

use zimagi_codegen::KeyedModel;

use super::declared::kind_of;
use crate::infer::draft::{Draft, FieldDraft, Identity, ValueDraft};
use crate::infer::name::{field_names, relation_name};

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) primary_key: Vec<String>,
    /// Sets of columns that no two rows share.
    pub(super) unique: Vec<Vec<String>>,
    pub(super) foreign_keys: Vec<ForeignKey>,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    /// As declared, with its length or digits: `character varying(20)`.
    pub(super) type_: String,
    pub(super) is_nullable: bool,
}

/// A column that refers to another table.
#[derive(Debug)]
pub(super) struct ForeignKey {
    pub(super) column: String,
    pub(super) table: String,
    pub(super) target: String,
}

/// The model that a table becomes.
pub(super) fn draft(name: &str, (help, note): (String, String), table: &Table, models: &[KeyedModel<'_>]) -> Draft {
    let names = field_names(table.columns.iter().map(|column| column.name.as_str()));
    let fields: Vec<FieldDraft> =
        table.columns.iter().zip(&names).map(|(column, name)| field(table, column, (name, &names), models)).collect();
    let mut draft = Draft {
        name: name.to_owned(),
        help,
        notes: vec![note],
        identity: identity(table, &fields),
        fields,
        import: None,
    };
    draft.leave_identifier_alone();
    draft.name_reverse_relations();
    draft
}

fn field(table: &Table, column: &Column, (name, names): (&str, &[String]), models: &[KeyedModel<'_>]) -> FieldDraft {
    let (kind, is_exact) = kind_of(&column.type_);
    let null = if column.is_nullable { "" } else { " not null" };
    let doubt = if is_exact { "" } else { ", which no kind holds exactly" };
    let mut evidence = vec![format!("declared as {}{null}{doubt}", shown(&column.type_))];
    let mut field = FieldDraft {
        name: name.to_owned(),
        column: column.name.clone(),
        value: ValueDraft::Scalar(kind),
        is_nullable: column.is_nullable,
        is_unique: table.unique.iter().any(|set| *set == [column.name.clone()])
            && table.primary_key != [column.name.clone()],
        evidence: Vec::new(),
    };
    if let Some(key) = table.foreign_keys.iter().find(|key| key.column == column.name) {
        evidence.push(format!("refers to {}.{}", key.table, key.target));
        match models.iter().find(|model| is_of(model, key)) {
            Some(model) => {
                let short = relation_name(name);
                if !names.iter().any(|other| other == short) {
                    field.name = short.to_owned();
                }
                field.value = ValueDraft::Relation {
                    model: model.name.to_owned(),
                    key_field: model.field.to_owned(),
                    related_name: None,
                };
            }
            None => evidence.push("a relation, once there is a model of that table".to_owned()),
        }
    }
    field.evidence = evidence;
    field
}

fn shown(type_: &str) -> &str {
    if type_.is_empty() { "no type" } else { type_ }
}

/// Whether the key refers to what the model holds: by the name of its table, or by its own.
fn is_of(model: &KeyedModel<'_>, key: &ForeignKey) -> bool {
    [model.table, model.name, model.plural].contains(&key.table.as_str())
}

fn identity(table: &Table, fields: &[FieldDraft]) -> Identity {
    let name_of = |column: &String| fields.iter().find(|field| field.column == *column);
    let of = |columns: &[String]| columns.iter().filter_map(name_of).collect::<Vec<_>>();
    let is_usable = |fields: &[&FieldDraft]| !fields.is_empty() && fields.iter().all(|field| !field.is_nullable);
    let sets = std::iter::once(&table.primary_key).chain(&table.unique);
    let Some((index, set)) = sets.map(|set| of(set)).enumerate().find(|(_, set)| is_usable(set)) else {
        let evidence = "the table has no primary key; rows that are alike in all fields become one record".to_owned();
        return Identity::All { evidence: vec![evidence] };
    };
    let evidence = if index == 0 { "the primary key" } else { "no two rows are alike in it" };
    let evidence = vec![evidence.to_owned()];
    match set.as_slice() {
        [field] if matches!(field.value, ValueDraft::Scalar(kind) if kind.is_identifying()) => {
            Identity::Field { name: field.name.clone(), evidence }
        }
        set => Identity::Fields { names: set.iter().map(|field| field.name.clone()).collect(), evidence },
    }
}
