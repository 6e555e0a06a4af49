//! A data model that is not written yet, with the evidence for each guess.

use zimagi_spec::names::plural;

use super::form::Kind;

/// A model to be written.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Its name.
    pub(crate) name: String,
    /// What its records are, in one sentence.
    pub(crate) help: String,
    /// What is to be known about the whole.
    pub(crate) notes: Vec<String>,
    /// What tells its records apart.
    pub(crate) identity: Identity,
    /// Its fields, in the order of their source.
    pub(crate) fields: Vec<FieldDraft>,
    /// The file that an import fills it from.
    pub(crate) import: Option<ImportDraft>,
}

/// What tells records apart.
#[derive(Debug)]
pub(crate) enum Identity {
    /// One field; it is the key too.
    Field { name: String, evidence: Vec<String> },
    /// Several fields together.
    Fields { names: Vec<String>, evidence: Vec<String> },
    /// Nothing was found: all fields together.
    All { evidence: Vec<String> },
}

/// A field to be written.
#[derive(Debug)]
pub(crate) struct FieldDraft {
    /// Its name.
    pub(crate) name: String,
    /// What the source calls it.
    pub(crate) column: String,
    /// What it holds.
    pub(crate) value: ValueDraft,
    /// Whether it may be null.
    pub(crate) is_nullable: bool,
    /// Whether no two records share a value.
    pub(crate) is_unique: bool,
    /// What speaks for it.
    pub(crate) evidence: Vec<String>,
}

/// What a field holds.
#[derive(Debug)]
pub(crate) enum ValueDraft {
    /// A value.
    Scalar(Kind),
    /// A reference to a record that another model's field finds.
    Relation { model: String, key_field: String, related_name: Option<String> },
}

/// An import to be written.
#[derive(Debug)]
pub(crate) struct ImportDraft {
    /// The file, relative to the folder of files.
    pub(crate) file: String,
    /// The member to read if it is an archive.
    pub(crate) archive_file: Option<String>,
    /// What stands between cells.
    pub(crate) separator: u8,
    /// Cells that mean null, each with what speaks for it.
    pub(crate) nulls: Vec<(String, String)>,
    /// The imports that must run earlier.
    pub(crate) requires: Vec<String>,
}

impl Draft {
    /// Takes the platform's name for identifiers from a field that is none.
    pub(super) fn leave_identifier_alone(&mut self) {
        let rename = |name: &mut String| *name = "id_value".to_owned();
        match &mut self.identity {
            Identity::Field { name, .. } if name == "id" => return,
            Identity::Fields { names, .. } => names.iter_mut().filter(|name| *name == "id").for_each(rename),
            Identity::Field { .. } | Identity::All { .. } => {}
        }
        self.fields.iter_mut().map(|field| &mut field.name).filter(|name| *name == "id").for_each(rename);
    }

    /// Gives relations to the same model names of their own on its side.
    pub(super) fn name_reverse_relations(&mut self) {
        let models: Vec<String> = self.fields.iter().filter_map(FieldDraft::target).map(str::to_owned).collect();
        let plural = plural(&self.name).replace(' ', "_");
        for field in &mut self.fields {
            let (field_name, target) = (field.name.clone(), field.target().map(str::to_owned));
            let is_one_of_several = target.is_some_and(|own| models.iter().filter(|model| **model == own).count() > 1);
            if let ValueDraft::Relation { related_name, .. } = &mut field.value
                && is_one_of_several
            {
                *related_name = Some(format!("{plural}_by_{field_name}"));
            }
        }
    }
}

impl FieldDraft {
    fn target(&self) -> Option<&str> {
        match &self.value {
            ValueDraft::Relation { model, .. } => Some(model),
            ValueDraft::Scalar(_) => None,
        }
    }
}
