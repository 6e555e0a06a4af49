//! What a caller wrote, read field by field: values of the right kind, and every mistake at once.
//!
//! Whether related records exist and values are free is found out later, in the transaction that writes.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json};
use zimagi_spec::descriptor::{ScalarKind, Writability};

use super::super::catalogue::{Field, FieldId, Link, Model};
use super::super::error::DataError;
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::{FieldError, FieldFault};
use super::super::nearest::nearest_names;
use super::super::parse::{expected, json_value, parse, whole};
use super::super::path::{ResolvedPath, names};
use super::super::session::Session;
use super::super::typed::Test;
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use super::link_input::{LinkAssignment, read_link};
use crate::data::question::condition::Condition;
use crate::data::question::lookup::LIST_MAX;
use crate::permit::Access;

/// One field that the caller gives.
#[derive(Debug)]
pub(super) struct Assignment<'c> {
    /// The field's name as the caller wrote it.
    pub(super) written: String,
    /// The model that has the field: the one that is written, or one that it extends.
    pub(super) model: &'c Model,
    pub(super) field: &'c Field,
    given: Given<'c>,
}

#[derive(Debug)]
enum Given<'c> {
    Value(Value),
    Reference(Reference<'c>),
}

/// A related record, by its identifier or its key.
#[derive(Debug, Clone)]
pub(super) struct Reference<'c> {
    target: &'c Model,
    /// The first that is found is meant.
    candidates: Vec<(ResolvedPath<'c>, Value)>,
    written: String,
}

/// What the caller gives of a record.
#[derive(Debug, Default)]
pub(super) struct Input<'c> {
    pub(super) assignments: Vec<Assignment<'c>>,
    pub(super) links: Vec<LinkAssignment<'c>>,
}

/// Reads an object of fields and values.
pub(super) fn read_input<'c>(
    view: View<'c>,
    model: &'c Model,
    values: &Map<String, Json>,
    errors: &mut Vec<FieldError>,
) -> Input<'c> {
    let (mut assignments, mut links): (Vec<Assignment<'c>>, _) = (Vec::with_capacity(values.len()), Vec::new());
    for (name, value) in values {
        if let Some(link) = view.lineage(model).find_map(|model| view.find_link(model, name)) {
            links.extend(read_link(view, link, name, value, errors));
            continue;
        }
        let found = view.lineage(model).find_map(|model| view.find_field(model, name).map(|field| (model, field)));
        let Some((model, field)) = found else {
            errors.push(unknown(view, model, name));
            continue;
        };
        if assignments.iter().any(|earlier| std::ptr::eq(earlier.field, field)) {
            errors.push(FieldError::new(name, FieldFault::Invalid, "the field is given twice"));
            continue;
        }
        match read_field(view, model, field, value) {
            Ok(given) => assignments.push(Assignment { written: name.clone(), model, field, given }),
            Err((fault, message)) => errors.push(FieldError::new(name, fault, message)),
        }
    }
    Input { assignments, links }
}

impl<'c> Input<'c> {
    /// Takes links that are not given, and that callers set, to be given without a record.
    pub(super) fn empty_other_links(&mut self, view: View<'c>, model: &'c Model) {
        let links =
            view.lineage(model).filter(|model| view.access(model) == Access::Edit).flat_map(|model| view.links(model));
        for link in links.filter(|link| link.descriptor.writability == Writability::Editable) {
            if self.links.iter().all(|given| !std::ptr::eq(given.link, link)) {
                self.links.push(LinkAssignment::nothing(view, link));
            }
        }
    }

    /// The names of what is given.
    pub(super) fn names(&self) -> Vec<&str> {
        let fields = self.assignments.iter().map(|assignment| assignment.field.name());
        fields.chain(self.links.iter().map(|assignment| assignment.link.name())).collect()
    }
}

/// The identifiers of several records of one model, with as few statements as there are ways to name them.
pub(super) async fn find_references(
    session: &mut Session,
    view: View<'_>,
    target: &Model,
    references: &[Reference<'_>],
    name: &str,
    errors: &mut Vec<FieldError>,
) -> Result<Vec<Value>, DataError> {
    let mut known: HashMap<(Way, Value), Vec<Value>> = HashMap::new();
    for by in ways(references) {
        let candidates = references.iter().flat_map(|reference| &reference.candidates);
        let named = candidates.filter(|(path, _)| way(path) == way(by)).map(|(_, value)| value.clone());
        let mut known_already = HashSet::new();
        let named: Vec<Value> = named.filter(|value| known_already.insert(value.clone())).collect();
        for values in named.chunks(LIST_MAX) {
            for (value, identifier) in named_records(session, view, target, by, values).await? {
                known.entry((way(by), value)).or_default().push(identifier);
            }
        }
    }
    let mut found = Vec::with_capacity(references.len());
    for reference in references {
        let mut candidates = reference.candidates.iter();
        match candidates.find_map(|(path, value)| known.get(&(way(path), value.clone()))).map(Vec::as_slice) {
            Some([identifier]) => found.push(identifier.clone()),
            Some(_) => errors.push(reference.ambiguous(name)),
            None => errors.push(reference.missing(name)),
        }
    }
    Ok(found)
}

/// What tells the ways apart by which records of one model are named: how far the field is, and which it is there.
type Way = (usize, FieldId);

fn way(path: &ResolvedPath<'_>) -> Way {
    (path.steps.len(), path.field.id)
}

/// Each way by which one of the records is named, once.
fn ways<'r, 'c>(references: &'r [Reference<'c>]) -> Vec<&'r ResolvedPath<'c>> {
    let paths = references.iter().flat_map(|reference| &reference.candidates).map(|(path, _)| path);
    paths.fold(Vec::new(), |mut ways, path| {
        if ways.iter().all(|known| way(known) != way(path)) {
            ways.push(path);
        }
        ways
    })
}

/// The records that a path leads to some values from, each with its value; a record may be named twice and is found once for each
/// value.
async fn named_records(
    session: &mut Session,
    view: View<'_>,
    target: &Model,
    by: &ResolvedPath<'_>,
    values: &[Value],
) -> Result<Vec<(Value, Value)>, DataError> {
    let mut lowering = Lowering::new(view, Shape::Correlated);
    let place = lowering.place(target);
    let filter = lowering.condition(place, &Condition::Test(by.clone(), Test::In(values.to_vec())));
    let outputs = vec![lowering.output(place, by), place.output(target.identifier())];
    let rows = session.rows(&place.select(outputs, Some(filter))).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| <[Value; 2]>::try_from(row.cells).ok())
        .map(|[value, id]| (value, id))
        .collect())
}

impl<'c> Reference<'c> {
    pub(super) const fn target(&self) -> &'c Model {
        self.target
    }

    fn ambiguous(&self, name: &str) -> FieldError {
        let message = format!("several records of {} have the key `{}`", self.target.name(), self.written);
        FieldError::new(name, FieldFault::Ambiguous, message)
    }

    fn missing(&self, name: &str) -> FieldError {
        let message = format!("there is no {} `{}`", self.target.name(), self.written);
        FieldError::new(name, FieldFault::DoesNotExist, message)
    }
}

impl<'c> Assignment<'c> {
    /// The value, unless it is a related record's and must be looked for.
    pub(super) const fn value(&self) -> Option<&Value> {
        match &self.given {
            Given::Value(value) => Some(value),
            Given::Reference(_) => None,
        }
    }

    /// The related record, if one is given.
    pub(super) const fn reference(&self) -> Option<&Reference<'c>> {
        match &self.given {
            Given::Value(_) => None,
            Given::Reference(reference) => Some(reference),
        }
    }

    /// The value to store; a relation's is the identifier of its record.
    pub(super) async fn resolve(
        &self,
        session: &mut Session,
        view: View<'_>,
        errors: &mut Vec<FieldError>,
    ) -> Result<Option<Value>, DataError> {
        let reference = match &self.given {
            Given::Value(value) => return Ok(Some(value.clone())),
            Given::Reference(reference) => reference,
        };
        let Reference { target, candidates, .. } = reference;
        for (path, value) in candidates {
            let named = Condition::Test(path.clone(), Test::Equal(value.clone()));
            let mut found = identifiers(session, view, target, &named, 2).await?;
            match found.len() {
                0 => {}
                1 => return Ok(found.pop()),
                _ => {
                    errors.push(reference.ambiguous(&self.written));
                    return Ok(None);
                }
            }
        }
        errors.push(reference.missing(&self.written));
        Ok(None)
    }
}

pub(super) type Fault = (FieldFault, String);

fn read_field<'c>(view: View<'c>, model: &Model, field: &'c Field, json: &Json) -> Result<Given<'c>, Fault> {
    if json.is_null() {
        let null = || (FieldFault::Null, "the value may not be null".to_owned());
        return if field.is_nullable() { Ok(Given::Value(Value::Null)) } else { Err(null()) };
    }
    let Some(relation) = field.relation else {
        let value = read_value(field.kind, json)?;
        if field.id == model.identifier || Some(field.id) == model.key {
            require_addressable(&value)?;
        }
        if let Some(fault) = field.limits.as_ref().and_then(|limits| limits.fault(&value)) {
            return Err(fault);
        }
        return Ok(Given::Value(value));
    };
    read_reference(view, view.catalogue().model(relation.target), json).map(Given::Reference)
}

/// Texts that could not be told apart from routes or from nothing are no keys.
fn require_addressable(value: &Value) -> Result<(), Fault> {
    let Value::Text(text) = value else { return Ok(()) };
    match text.as_str() {
        "" => Err((FieldFault::Blank, "the value may not be empty".to_owned())),
        "csv" | "json" | "ndjson" | "aggregate" | "bulk" | "query" | "." | ".." => {
            Err((FieldFault::Invalid, format!("`{text}` may not be used as a key")))
        }
        _ => Ok(()),
    }
}

fn read_value(kind: ScalarKind, json: &Json) -> Result<Value, Fault> {
    let value = match (kind, json) {
        (ScalarKind::Json(shape), json) => json_value(shape, json.clone()),
        (_, Json::String(text)) => return read_text(kind, text),
        (ScalarKind::Decimal { .. }, Json::Number(number)) => parse(kind, &number.to_string()),
        (ScalarKind::Integer, Json::Number(number)) => whole(number).map(Value::Integer),
        (ScalarKind::Float, Json::Number(number)) => {
            number.as_f64().filter(|float| float.is_finite()).map(Value::Float)
        }
        (ScalarKind::Boolean, Json::Bool(value)) => Some(Value::Boolean(*value)),
        _ => None,
    };
    value.ok_or_else(|| invalid(kind))
}

fn read_text(kind: ScalarKind, text: &str) -> Result<Value, Fault> {
    if text.contains('\0') {
        return Err((FieldFault::Invalid, "the text may not have null characters".to_owned()));
    }
    parse(kind, text).ok_or_else(|| match kind {
        ScalarKind::String { max_length } => {
            (FieldFault::MaxLength, format!("the text may have at most {max_length} characters"))
        }
        other => invalid(other),
    })
}

fn invalid(kind: ScalarKind) -> Fault {
    (FieldFault::Invalid, format!("expected {}", expected(kind)))
}

/// A record is named by a value, or by an object as the API gives it, with its identifier or its key.
pub(super) fn read_reference<'c>(view: View<'c>, target: &'c Model, json: &Json) -> Result<Reference<'c>, Fault> {
    let named = |field: &Field| match json {
        Json::Object(members) => members.get(field.name()).cloned(),
        value => Some(value.clone()),
    };
    let mut written = None;
    let mut candidates = Vec::new();
    for path in names(view, target) {
        let field = path.field;
        let Some(value) = named(field) else { continue };
        written.get_or_insert_with(|| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        if let Ok(value) = read_value(lenient(field.kind), &value) {
            candidates.push((path, value));
        }
    }
    match written {
        Some(written) => Ok(Reference { target, candidates, written }),
        None => {
            Err((FieldFault::Invalid, format!("expected the identifier or the key of a record of {}", target.name())))
        }
    }
}

/// A key that is too long is the key of nothing.
const fn lenient(kind: ScalarKind) -> ScalarKind {
    match kind {
        ScalarKind::String { .. } => ScalarKind::Text,
        other => other,
    }
}

fn unknown<'c>(view: View<'c>, model: &'c Model, written: &str) -> FieldError {
    let links = view.lineage(model).flat_map(|model| view.links(model)).map(Link::name);
    let fields = view.lineage(model).flat_map(|model| view.fields(model)).map(Field::name);
    let known: Vec<_> = fields.chain(links).map(str::to_owned).collect();
    let nearest = nearest_names(written, &known);
    FieldError { nearest, ..FieldError::new(written, FieldFault::Unknown, format!("there is no field `{written}`")) }
}
