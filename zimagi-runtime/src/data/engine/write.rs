//! Creating and changing one record: validated, checked against other records, stored and recorded in one transaction.

use serde_json::{Map, Value as Json};
use zimagi_spec::descriptor::Writability;

use super::super::catalogue::{Field, Link, Model};
use super::super::condition::field_equals;
use super::super::error::DataError;
use super::super::json::{Urls, address_text};
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::sql::{Bind, Statement, Update};
use super::super::value::Value;
use super::super::view::View;
use super::address::{Address, Candidates};
use super::audit::{self, Origin, Verb, Write};
use super::detail::read_detail;
use super::draft::{Draft, UPDATED, insert, now};
use super::input::{Input, read_input};
use super::pairs::Difference;
use super::unique::UniqueCheck;
use super::{Engine, require_writable, require_writable_line};
use crate::permit::{Access, Permit};

/// A record that was created or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where it is.
    pub(crate) url: String,
    /// What [`Engine::get`] gives for it.
    pub(crate) record: Vec<u8>,
}

impl Engine {
    /// Creates a record.
    ///
    /// # Errors
    ///
    /// If the caller may not, or the record cannot be stored: all reasons at once.
    pub(crate) async fn create(
        &self,
        permit: &Permit,
        origin: &Origin,
        model: &str,
        values: Map<String, Json>,
        base_url: &str,
    ) -> Result<Written, DataError> {
        let view = self.view(permit);
        let model = require_writable_line(view, model)?;
        let mut errors = Vec::new();
        let input = read_input(view, model, &values, &mut errors);
        let writing = Writing { engine: self, view, model, origin, urls: Urls::new(base_url) };
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            writing.create(session, &input, errors).await
        };
        self.db.write(model.descriptor.store, write).await
    }

    /// Changes the fields that are given of a record.
    ///
    /// # Errors
    ///
    /// If there is no such record, the caller may not, or the record cannot be stored: all reasons at once.
    pub(crate) async fn update<'a>(
        &self,
        permit: &Permit,
        origin: &Origin,
        model: &str,
        address: impl Into<Address<'a>>,
        values: Map<String, Json>,
        base_url: &str,
    ) -> Result<Written, DataError> {
        let view = self.view(permit);
        let model = require_writable(view, model)?;
        let candidates = Candidates::resolve(view, model, address.into())?;
        let mut errors = Vec::new();
        let input = read_input(view, model, &values, &mut errors);
        let writing = Writing { engine: self, view, model, origin, urls: Urls::new(base_url) };
        let write = async |session: &mut Session| {
            self.check_fence(session, model.descriptor.store).await?;
            let identifier = candidates.find(view, session).await?;
            writing.update(session, &identifier, &input, errors).await
        };
        self.db.write(model.descriptor.store, write).await
    }
}

/// What all steps of one write know.
struct Writing<'a> {
    engine: &'a Engine,
    view: View<'a>,
    model: &'a Model,
    origin: &'a Origin,
    urls: Urls<'a>,
}

impl<'a> Writing<'a> {
    async fn create(
        &self,
        session: &mut Session,
        input: &Input<'a>,
        mut errors: Vec<FieldError>,
    ) -> Result<Written, DataError> {
        let catalogue = self.view.catalogue();
        let mut drafts: Vec<Draft<'a>> = catalogue.lineage(self.model).map(Draft::new).collect();
        for assignment in &input.assignments {
            if self.is_set_by_runtime(assignment.field) {
                errors.push(read_only(&assignment.written));
            } else if let Some(value) = assignment.resolve(session, &mut errors).await? {
                let draft = drafts.iter_mut().find(|draft| draft.model.id == assignment.model.id);
                draft.expect("fields are those of the lineage").set(assignment.field.id, value);
            }
        }
        let pairs = self.differences(session, None, input, &mut errors).await?;
        for draft in &mut drafts {
            let missing = draft.complete(now());
            self.report_missing(draft.model, &missing, &mut errors);
        }
        if !errors.is_empty() {
            return Err(DataError::Invalid(errors));
        }
        let records = finish_line(drafts);
        let mut conflicts = Vec::new();
        for (model, values) in &records {
            conflicts.extend(UniqueCheck { view: self.view, model, values }.check_new(session).await?);
        }
        refuse_conflicts(conflicts)?;
        let identifier = records[0].1[records[0].0.identifier.index()].clone();
        for (model, values) in records {
            session.execute(&insert(model, values)).await?;
        }
        for difference in &pairs {
            difference.store(session, (self.model, &identifier)).await?;
        }
        self.finish(session, Verb::Create, &identifier, input).await
    }

    async fn update(
        &self,
        session: &mut Session,
        identifier: &Value,
        input: &Input<'a>,
        mut errors: Vec<FieldError>,
    ) -> Result<Written, DataError> {
        let mut records = Vec::new();
        for model in self.view.lineage(self.model) {
            records.push(Changed { model, values: read(session, model, identifier).await?, fields: Vec::new() });
        }
        for assignment in &input.assignments {
            let Some(value) = assignment.resolve(session, &mut errors).await? else { continue };
            let record = records.iter_mut().find(|record| record.model.id == assignment.model.id);
            let record = record.expect("fields are those of the lineage");
            let place = assignment.field.id.index();
            if record.values[place] == value {
                continue;
            }
            if self.is_fixed(assignment.field) || self.view.access(record.model) != Access::Edit {
                errors.push(read_only(&assignment.written));
            }
            record.values[place] = value;
            record.fields.push(assignment.field);
        }
        let pairs = self.differences(session, Some(identifier), input, &mut errors).await?;
        if !errors.is_empty() {
            return Err(DataError::Invalid(errors));
        }
        self.store_changes(session, identifier, &records, !pairs.is_empty()).await?;
        for difference in &pairs {
            difference.store(session, (self.model, identifier)).await?;
        }
        self.finish(session, Verb::Update, identifier, input).await
    }

    /// A record has changed if anything of what it is has.
    async fn store_changes(
        &self,
        session: &mut Session,
        identifier: &Value,
        records: &[Changed<'a>],
        has_pairs: bool,
    ) -> Result<(), DataError> {
        let mut conflicts = Vec::new();
        for Changed { model, values, fields } in records {
            conflicts.extend(UniqueCheck { view: self.view, model, values }.check_changed(session, fields).await?);
        }
        refuse_conflicts(conflicts)?;
        let has_changed = has_pairs || records.iter().any(|record| !record.fields.is_empty());
        for record in records {
            let is_own = record.model.id == self.model.id;
            if !record.fields.is_empty() || (is_own && has_changed) {
                session.execute(&update_statement(record, identifier)).await?;
            }
        }
        Ok(())
    }

    /// What changes of the links of a record; without an identifier it is a new one.
    async fn differences(
        &self,
        session: &mut Session,
        identifier: Option<&Value>,
        input: &Input<'a>,
        errors: &mut Vec<FieldError>,
    ) -> Result<Vec<Difference<'a>>, DataError> {
        let mut differences = Vec::with_capacity(input.links.len());
        for assignment in &input.links {
            let change = assignment.resolve(session, errors).await?;
            let difference = match identifier {
                Some(identifier) => change.of_stored(session, (self.model, identifier)).await?,
                None => change.of_nothing(),
            };
            if difference.is_empty() {
                continue;
            }
            if assignment.link.descriptor.writability == Writability::System && !self.may_set_pairs(assignment.link) {
                errors.push(read_only(&assignment.written));
            }
            differences.push(difference);
        }
        Ok(differences)
    }

    /// The runtime sets what only it sets, but not pairs that are records of a model.
    fn may_set_pairs(&self, link: &Link) -> bool {
        self.view.is_platform() && link.descriptor.through.is_none()
    }

    async fn finish(
        &self,
        session: &mut Session,
        verb: Verb,
        identifier: &Value,
        input: &Input<'a>,
    ) -> Result<Written, DataError> {
        let record = address_text(identifier);
        let write = Write { verb, model: self.model.name(), record, fields: input.names() };
        audit::record(session, self.engine.catalogue(), self.origin, write).await?;
        let record = read_detail(session, self.view, self.model, identifier, self.urls).await?;
        Ok(Written { url: self.urls.record(self.model.name(), identifier), record })
    }

    fn is_set_by_runtime(&self, field: &Field) -> bool {
        field.descriptor.writability == Writability::System && !self.view.is_platform()
    }

    fn is_fixed(&self, field: &Field) -> bool {
        match field.descriptor.writability {
            Writability::Editable => false,
            Writability::OnCreate => true,
            Writability::System => !self.view.is_platform(),
        }
    }

    /// Fields that do not exist for the caller are not named.
    fn report_missing(&self, model: &Model, missing: &[&Field], errors: &mut Vec<FieldError>) {
        for field in missing {
            if errors.iter().any(|error| model.find(&error.field).is_some_and(|other| other.id == field.id)) {
                continue;
            }
            let name = if self.view.has_field(model, field) { field.name() } else { "" };
            errors.push(FieldError::new(name, FieldFault::Required, "a value is needed"));
        }
    }
}

/// The stored record of one model, with what changes of it.
struct Changed<'a> {
    model: &'a Model,
    /// A value for every field.
    values: Vec<Value>,
    fields: Vec<&'a Field>,
}

/// The records of a lineage with all their values, the furthest first: it makes the identifier that all have.
fn finish_line(drafts: Vec<Draft<'_>>) -> Vec<(&Model, Vec<Value>)> {
    let mut records: Vec<(&Model, Vec<Value>)> = Vec::with_capacity(drafts.len());
    for mut draft in drafts.into_iter().rev() {
        if let Some((model, values)) = records.last() {
            draft.set(draft.model.identifier, values[model.identifier.index()].clone());
        }
        records.push((draft.model, draft.finish()));
    }
    records
}

/// All values of the record, those included that do not exist for the caller.
async fn read(session: &mut Session, model: &Model, identifier: &Value) -> Result<Vec<Value>, DataError> {
    let mut lowering = Lowering::new(Shape::Correlated);
    let place = lowering.place(model);
    let outputs = model.fields.iter().map(|field| place.output(field)).collect();
    let same = field_equals(model, model.identifier(), identifier.clone());
    let filter = lowering.condition(place, &same);
    let rows = session.rows(&place.select(outputs, Some(filter))).await?;
    rows.into_iter().next().map(|row| row.cells).ok_or(DataError::NotFound)
}

fn update_statement(Changed { model, values, fields }: &Changed<'_>, identifier: &Value) -> Statement {
    let mut lowering = Lowering::new(Shape::Correlated);
    let place = lowering.place(model);
    let bind = |field: &Field| Bind { value: values[field.id.index()].clone(), kind: field.kind };
    let mut set: Vec<_> = fields.iter().map(|field| (field.column(), bind(field))).collect();
    if let Some(field) = model.find(UPDATED).filter(|field| fields.iter().all(|other| other.id != field.id)) {
        set.push((field.column(), Bind { value: Value::DateTime(now()), kind: field.kind }));
    }
    let same = field_equals(model, model.identifier(), identifier.clone());
    let filter = lowering.condition(place, &same);
    Statement::Update(Update { table: place.table(), set, filter })
}

fn read_only(written: &str) -> FieldError {
    FieldError::new(written, FieldFault::ReadOnly, "the value cannot be set")
}

fn refuse_conflicts(errors: Vec<FieldError>) -> Result<(), DataError> {
    if errors.is_empty() { Ok(()) } else { Err(DataError::conflict(errors)) }
}
