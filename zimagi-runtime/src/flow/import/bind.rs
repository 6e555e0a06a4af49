//! An import bound to the models it fills: every name looked up once, before the first row.

use std::sync::Arc;

use zimagi_spec::descriptor::{
    DefaultDescriptor, FieldDescriptor, FieldKind, IdentifierDescriptor, ImportDescriptor, ImportRelationDescriptor,
    ImportTargetDescriptor, MapDescriptor, MapSource, ModelDescriptor, Presence, ScalarKind, SourceDescriptor,
    Visibility, Writability,
};

use super::error::ImportError;
use crate::data::Limits;
use crate::data::parse;
use crate::data::value::Value;

/// An import whose names are bound.
#[derive(Debug)]
pub(super) struct BoundImport {
    pub(super) name: &'static str,
    pub(super) source: SourceDescriptor,
    /// In the order in which they are stored.
    pub(super) targets: Vec<BoundTarget>,
}

/// What is stored of each row for one model.
#[derive(Debug)]
pub(super) struct BoundTarget {
    pub(super) model: &'static ModelDescriptor,
    /// The names of the fields that are filled, in the order of `slots`.
    pub(super) fields: Arc<[&'static str]>,
    pub(super) slots: Vec<Slot>,
}

/// How one field is filled.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) field: &'static FieldDescriptor,
    pub(super) filling: Filling,
    /// What the field gets if the source has null.
    pub(super) absent: Absent,
    /// Which values of the kind are legal, if not all.
    pub(super) limits: Option<Limits>,
}

/// Where a value comes from.
#[derive(Debug)]
pub(super) enum Filling {
    /// A cell, read as this kind.
    Cell { column: &'static str, kind: ScalarKind },
    /// The same for every row.
    Constant(Value),
    /// A cell, read as this kind, which is the key of a related record.
    Key { column: &'static str, kind: ScalarKind, lookup: Lookup },
}

/// How a related record is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lookup {
    pub(super) model: &'static str,
    pub(super) key_field: &'static str,
    /// What a key that is not found does.
    pub(super) unresolved: Unresolved,
}

/// What a key that is not found does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unresolved {
    /// The row is rejected.
    Rejects,
    /// The relation is null, and counted.
    IsNull,
}

/// What a field gets if there is no value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Absent {
    /// This: null or a default.
    Value(Value),
    /// Nothing: the row is rejected.
    Rejected,
}

/// Binds an import to the models.
pub(super) fn bind(import: &ImportDescriptor, models: &[&'static ModelDescriptor]) -> Result<BoundImport, ImportError> {
    let binder = Binder { import: import.name, models };
    let targets = import.targets.iter().map(|target| binder.target(target)).collect::<Result<_, _>>()?;
    Ok(BoundImport { name: import.name, source: import.source, targets })
}

struct Binder<'a> {
    import: &'static str,
    models: &'a [&'static ModelDescriptor],
}

impl Binder<'_> {
    fn target(&self, target: &ImportTargetDescriptor) -> Result<BoundTarget, ImportError> {
        let model = self.model(target.model)?;
        let maps = target.map.iter().map(|map| self.map(model, map));
        let relations = target.relations.iter().map(|relation| self.relation(model, relation));
        let slots: Vec<Slot> = maps.chain(relations).collect::<Result<_, _>>()?;
        let fields: Arc<[_]> = slots.iter().map(|slot| slot.field.name).collect();
        self.require_complete(model, &fields)?;
        Ok(BoundTarget { model, fields, slots })
    }

    fn map(&self, model: &'static ModelDescriptor, map: &MapDescriptor) -> Result<Slot, ImportError> {
        let field = self.field(model, map.field)?;
        let kind = kind_of(field);
        let filling = match map.source {
            MapSource::Column(column) => Filling::Cell { column, kind },
            MapSource::Constant(None) => Filling::Constant(Value::Null),
            MapSource::Constant(Some(constant)) => Filling::Constant(self.constant(field, constant)?),
        };
        Ok(Slot { field, filling, absent: self.absent(field)?, limits: Limits::of(field, kind) })
    }

    fn relation(
        &self,
        model: &'static ModelDescriptor,
        relation: &ImportRelationDescriptor,
    ) -> Result<Slot, ImportError> {
        let field = self.field(model, relation.field)?;
        let kind = kind_of(self.field(self.model(relation.model)?, relation.key_field)?);
        let is_nullable = field.presence.is_nullable();
        let unresolved = if relation.is_required || !is_nullable { Unresolved::Rejects } else { Unresolved::IsNull };
        let lookup = Lookup { model: relation.model, key_field: relation.key_field, unresolved };
        let absent = if relation.is_required { Absent::Rejected } else { self.absent(field)? };
        Ok(Slot { field, filling: Filling::Key { column: relation.column, kind, lookup }, absent, limits: None })
    }

    fn absent(&self, field: &FieldDescriptor) -> Result<Absent, ImportError> {
        match field.presence {
            Presence::Required => Ok(Absent::Rejected),
            Presence::Nullable | Presence::NullableDefault(_) => Ok(Absent::Value(Value::Null)),
            Presence::Default(default) => self.constant(field, default).map(Absent::Value),
        }
    }

    fn constant(&self, field: &FieldDescriptor, constant: DefaultDescriptor) -> Result<Value, ImportError> {
        parse::constant(kind_of(field), constant).ok_or_else(|| self.mismatch(&format!("{}: {constant:?}", field.name)))
    }

    /// Fields that the runtime fills by itself, and those with a default, need no source.
    fn require_complete(&self, model: &'static ModelDescriptor, mapped: &[&str]) -> Result<(), ImportError> {
        let is_made = |field: &FieldDescriptor| {
            matches!(model.identifier, IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_))
                && field.name == "id"
                || field.writability == Writability::System
        };
        let is_open = |field: &&FieldDescriptor| field.presence == Presence::Required && !is_made(field);
        match model.fields.iter().filter(is_open).find(|field| !mapped.contains(&field.name)) {
            Some(field) => Err(ImportError::Unmapped { import: self.import, model: model.name, field: field.name }),
            None => Ok(()),
        }
    }

    fn model(&self, name: &str) -> Result<&'static ModelDescriptor, ImportError> {
        self.models.iter().find(|model| model.name == name).copied().ok_or_else(|| self.mismatch(name))
    }

    fn field(&self, model: &'static ModelDescriptor, name: &str) -> Result<&'static FieldDescriptor, ImportError> {
        let found = model.fields.iter().find(|field| field.name == name);
        found.ok_or_else(|| self.mismatch(&format!("{}.{name}", model.name)))
    }

    fn mismatch(&self, name: &str) -> ImportError {
        ImportError::Mismatch { import: self.import, name: name.to_owned() }
    }
}

impl Slot {
    /// The column the slot reads, if it reads one.
    pub(super) const fn column(&self) -> Option<&'static str> {
        match self.filling {
            Filling::Cell { column, .. } | Filling::Key { column, .. } => Some(column),
            Filling::Constant(_) => None,
        }
    }

    /// Whether values may be shown in the report.
    pub(super) fn is_shown(&self) -> bool {
        self.field.visibility == Visibility::Shown
    }
}

const fn kind_of(field: &FieldDescriptor) -> ScalarKind {
    match field.kind {
        FieldKind::Scalar(kind) => kind,
        FieldKind::Relation(relation) => relation.stored,
    }
}
