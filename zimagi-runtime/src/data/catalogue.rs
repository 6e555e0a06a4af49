//! The models of an application with their names bound: relations and links know their targets, reverse relations the other end.
//!
//! Built once at start from the descriptors. Who may see what is not known here.

use std::collections::HashMap;
use std::sync::Arc;

use zimagi_spec::descriptor::{
    FieldDescriptor, FieldKind, IdentifierDescriptor, LinkDescriptor, ModelDescriptor, RelationDescriptor,
    ReverseDescriptor, ScalarKind, Storage,
};
use zimagi_spec::names::relation_column;

use super::hook::{DraftField, HooksEntry};
use super::limits::Limits;

/// All models.
#[derive(Debug)]
pub(crate) struct Catalogue {
    models: Vec<Model>,
    by_name: HashMap<&'static str, ModelId>,
}

/// A model's place in the catalogue, and in permits decided for the same list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ModelId(u16);

/// A field's place in its model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FieldId(u16);

/// One model.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) id: ModelId,
    pub(crate) descriptor: &'static ModelDescriptor,
    pub(crate) fields: Vec<Field>,
    pub(crate) links: Vec<Link>,
    pub(crate) reverse: Vec<Reverse>,
    /// Every relation that points here, also those that nobody sees from this side.
    pub(crate) referring: Vec<(ModelId, FieldId)>,
    /// The primary key.
    pub(crate) identifier: FieldId,
    /// The field people address records by; the identifier itself if that is one.
    pub(crate) key: Option<FieldId>,
    /// What each record is too.
    pub(crate) parent: Option<Parent>,
    /// The application's code that takes part when its records are written.
    pub(crate) hooks: Option<ModelHooks>,
    /// Where the groups are kept that may see its records: its own, and those of what it extends.
    pub(crate) groups: Vec<GroupPairs>,
    by_name: HashMap<String, FieldId>,
}

/// The hooks of a model, and how they name its fields.
#[derive(Debug)]
pub(crate) struct ModelHooks {
    pub(crate) entry: HooksEntry,
    /// In the order of the model's fields.
    pub(crate) fields: Arc<[DraftField]>,
}

/// One field of a model.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) id: FieldId,
    pub(crate) descriptor: &'static FieldDescriptor,
    /// The kind of the column: for a relation that of the target's identifier.
    pub(crate) kind: ScalarKind,
    /// Where a relation points.
    pub(crate) relation: Option<Relation>,
    /// Which values of the kind are legal, if not all.
    pub(crate) limits: Option<Limits>,
}

/// Where a relation points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Relation {
    pub(crate) target: ModelId,
    pub(crate) descriptor: RelationDescriptor,
}

/// A many-to-many relation of a model.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) descriptor: &'static LinkDescriptor,
    /// Its place in the descriptor of its model.
    pub(crate) index: usize,
    /// The model that has it.
    pub(crate) source: ModelId,
    pub(crate) target: ModelId,
    /// The model whose records are the pairs.
    pub(crate) through: Option<ModelId>,
    pub(crate) meaning: LinkMeaning,
}

/// What it means to a record to be linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkMeaning {
    /// What the specs say.
    Plain,
    /// The linked groups may see the record.
    RecordGroups,
}

/// The pairs of records and the groups that may see them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GroupPairs {
    pub(crate) table: &'static str,
    /// The column with the identifier of the record.
    pub(crate) record: &'static str,
    /// The column with the identifier of the group.
    pub(crate) group: &'static str,
    /// The kind of that identifier.
    pub(crate) kind: ScalarKind,
}

/// The model that another extends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    /// The relation to it, which is the identifier.
    pub(crate) pointer: FieldId,
    pub(crate) model: ModelId,
}

/// A relation or link seen from the model it points to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reverse {
    pub(crate) descriptor: &'static ReverseDescriptor,
    /// Its place in the descriptor of the model it points to.
    pub(crate) index: usize,
    /// The referring model.
    pub(crate) model: ModelId,
    /// What it has there.
    pub(crate) end: ReverseEnd,
}

/// The other end of a reverse relation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ReverseEnd {
    /// A relation field.
    Field(FieldId),
    /// A link, by its place.
    Link(usize),
}

impl Catalogue {
    /// Binds the names of descriptors that the build has checked.
    pub(crate) fn new(descriptors: &[&'static ModelDescriptor]) -> Self {
        let ids = descriptors.iter().enumerate().map(|(index, model)| (model.name, ModelId(narrow(index))));
        let by_name: HashMap<_, _> = ids.collect();
        let mut models: Vec<_> = descriptors.iter().map(|model| Model::new(model, &by_name)).collect();
        for index in 0..models.len() {
            models[index].reverse = bind_reverse(&models, &by_name, models[index].descriptor);
            models[index].referring = referring(&models, models[index].id);
            models[index].groups = group_pairs(&models, &models[index]);
        }
        Self { models, by_name }
    }

    /// The same with the hooks of its models.
    pub(crate) fn with_hooks(mut self, entries: &[HooksEntry]) -> Self {
        for entry in entries {
            let Some(id) = self.by_name.get(entry.model).copied() else { continue };
            let fields = self.model(id).fields.iter().map(|field| self.draft_field(field)).collect();
            self.models[id.index()].hooks = Some(ModelHooks { entry: *entry, fields });
        }
        self
    }

    fn draft_field(&self, field: &Field) -> DraftField {
        let identifier = field.relation.map(|relation| self.model(relation.target).identifier().name());
        DraftField { name: field.name(), identifier }
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Model> {
        self.by_name.get(name).map(|id| self.model(*id))
    }

    pub(crate) fn model(&self, id: ModelId) -> &Model {
        &self.models[id.index()]
    }

    /// A model and those that it extends, the nearest first.
    pub(crate) fn lineage<'c>(&'c self, model: &'c Model) -> impl Iterator<Item = &'c Model> {
        std::iter::successors(Some(model), |model| model.parent.map(|parent| self.model(parent.model)))
    }

    pub(crate) fn models(&self) -> &[Model] {
        &self.models
    }
}

impl Model {
    fn new(descriptor: &'static ModelDescriptor, models: &HashMap<&str, ModelId>) -> Self {
        let fields: Vec<_> =
            descriptor.fields.iter().enumerate().map(|(index, field)| Field::new(index, field, models)).collect();
        let mut by_name = HashMap::new();
        for field in &fields {
            by_name.insert(field.name().to_owned(), field.id);
            if field.relation.is_some() {
                by_name.entry(relation_column(field.name())).or_insert(field.id);
            }
        }
        let identifier_name = match descriptor.identifier {
            IdentifierDescriptor::Field(name) => name,
            IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_) => HASH_FIELD,
        };
        let place = |name: &str| *by_name.get(name).expect("descriptors name only fields of their model");
        let (identifier, key) = (place(identifier_name), descriptor.key.map(place));
        let links = (0..descriptor.links.len()).map(|index| Link::new(descriptor, index, models)).collect();
        let id = models[descriptor.name];
        let parent = descriptor.extends.map(|name| {
            let pointer = place(name);
            let relation = fields[pointer.index()].relation.expect("what extends a model refers to it");
            Parent { pointer, model: relation.target }
        });
        Self {
            id,
            descriptor,
            fields,
            links,
            reverse: Vec::new(),
            referring: Vec::new(),
            identifier,
            key,
            parent,
            hooks: None,
            groups: Vec::new(),
            by_name,
        }
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.descriptor.name
    }

    /// The field of this name; a relation also goes by `<name>_id`.
    pub(crate) fn find(&self, name: &str) -> Option<&Field> {
        self.by_name.get(name).map(|id| self.field(*id))
    }

    pub(crate) fn field(&self, id: FieldId) -> &Field {
        &self.fields[id.index()]
    }

    pub(crate) fn identifier(&self) -> &Field {
        self.field(self.identifier)
    }

    pub(crate) fn key(&self) -> Option<&Field> {
        self.key.map(|id| self.field(id))
    }

    /// The fields whose digest is the identifier; none if the identifier is a field that callers set.
    pub(crate) fn hashed_fields(&self) -> impl Iterator<Item = &Field> {
        let names = match self.descriptor.identifier {
            IdentifierDescriptor::Field(_) => [].as_slice(),
            IdentifierDescriptor::Hash(names) | IdentifierDescriptor::LegacyHash(names) => names,
        };
        names.iter().filter_map(|name| self.find(name))
    }

    pub(crate) const fn has_hashed_identifier(&self) -> bool {
        matches!(self.descriptor.identifier, IdentifierDescriptor::Hash(_) | IdentifierDescriptor::LegacyHash(_))
    }
}

impl Field {
    fn new(index: usize, descriptor: &'static FieldDescriptor, models: &HashMap<&str, ModelId>) -> Self {
        let (kind, relation) = match descriptor.kind {
            FieldKind::Scalar(kind) => (kind, None),
            FieldKind::Relation(relation) => {
                let target = *models.get(relation.target).expect("relations point to models of the registry");
                (relation.stored, Some(Relation { target, descriptor: relation }))
            }
        };
        Self { id: FieldId(narrow(index)), descriptor, kind, relation, limits: Limits::of(descriptor, kind) }
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.descriptor.name
    }

    pub(crate) const fn column(&self) -> &'static str {
        self.descriptor.column
    }

    pub(crate) const fn is_nullable(&self) -> bool {
        self.descriptor.presence.is_nullable()
    }

    /// Whether the database holds it in encrypted form only: it can be shown, and compared with nothing.
    pub(crate) const fn is_sealed(&self) -> bool {
        matches!(self.descriptor.storage, Storage::Sealed)
    }
}

impl Link {
    fn new(model: &'static ModelDescriptor, index: usize, models: &HashMap<&str, ModelId>) -> Self {
        let descriptor = &model.links[index];
        let find = |name| *models.get(name).expect("links point to models of the registry");
        let meaning =
            if model.record_groups == Some(descriptor.name) { LinkMeaning::RecordGroups } else { LinkMeaning::Plain };
        Self {
            descriptor,
            index,
            source: find(model.name),
            target: find(descriptor.target),
            through: descriptor.through.map(find),
            meaning,
        }
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.descriptor.name
    }
}

impl ModelId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl FieldId {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The field that holds a digest over other fields.
const HASH_FIELD: &str = "id";

fn referring(models: &[Model], target: ModelId) -> Vec<(ModelId, FieldId)> {
    let is_target = |field: &&Field| field.relation.is_some_and(|relation| relation.target == target);
    let fields = models.iter().flat_map(|from| from.fields.iter().filter(is_target).map(|field| (from.id, field.id)));
    fields.collect()
}

/// A record is also the records that it extends, so that what closes one of them closes it.
fn group_pairs(models: &[Model], model: &Model) -> Vec<GroupPairs> {
    let lineage = std::iter::successors(Some(model), |model| model.parent.map(|parent| &models[parent.model.index()]));
    let links = lineage.flat_map(|model| &model.links).filter(|link| link.meaning == LinkMeaning::RecordGroups);
    let pairs = links.map(|link| GroupPairs {
        table: link.descriptor.table,
        record: link.descriptor.source_column,
        group: link.descriptor.target_column,
        kind: models[link.target.index()].identifier().kind,
    });
    pairs.collect()
}

fn bind_reverse(
    models: &[Model],
    by_name: &HashMap<&'static str, ModelId>,
    descriptor: &'static ModelDescriptor,
) -> Vec<Reverse> {
    let bind = |(index, reverse): (usize, &'static ReverseDescriptor)| {
        let model = *by_name.get(reverse.model).expect("reverse relations come from models of the registry");
        let from = &models[model.index()];
        let end = match from.descriptor.links.iter().position(|link| link.name == reverse.field) {
            Some(link) => ReverseEnd::Link(link),
            None => ReverseEnd::Field(from.find(reverse.field).expect("a reverse relation has another end").id),
        };
        Reverse { descriptor: reverse, index, model, end }
    };
    descriptor.reverse.iter().enumerate().map(bind).collect()
}

fn narrow(index: usize) -> u16 {
    u16::try_from(index).expect("a program has fewer than 65,536 models, and a model fewer fields")
}
