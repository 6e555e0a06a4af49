//! Many records at once, stored by their identifiers: new ones are inserted, changed ones updated, equal ones left alone.

use std::borrow::BorrowMut;
use std::collections::HashSet;
use std::sync::Arc;

use zimagi_spec::descriptor::{IdentifierDescriptor, ScalarKind};

use super::super::catalogue::{Field, Model};
use super::super::error::DataError;
use super::super::identify::Identify;
use super::super::lowering::Rows;
use super::super::mistake::{FieldError, FieldFault};
use super::super::path::NoSuchField;
use super::super::session::Session;
use super::super::sql::{Conflict, Insert, Statement};
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use super::draft::{UPDATED, is_time_of_writing, now, unset_value};
use super::input::Fault;
use super::select::unknown_field;
use super::store::groups_needed;
use super::terms::{Ending, Undone};
use super::unique::unique_errors;
use super::{Engine, require_writable};
use crate::data::question::condition::field_is_one_of;
use crate::permit::Permit;

/// Rows of one model. Relations hold the identifiers of their records.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    /// Which fields the rows give; those that make up the identifier are needed.
    pub(crate) fields: Arc<[&'static str]>,
    /// Values in the order of `fields`.
    pub(crate) rows: Vec<Vec<Value>>,
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Stored {
    /// Rows that are new or were changed.
    pub(crate) stored: u64,
    /// Rows that were there already, just so.
    pub(crate) unchanged: u64,
}

impl Engine {
    /// Stores a batch in one transaction, all rows or none. Fields that are not given keep their values in records that exist.
    /// A batch that is lent has its rows afterwards as it had them before, for another try with fewer of them.
    ///
    /// # Errors
    ///
    /// If the caller may not write, a row cannot be stored, or the run that writes has ended.
    pub(crate) async fn upsert(
        &self,
        permit: &Permit,
        model: &str,
        mut batch: impl BorrowMut<Batch>,
    ) -> Result<Stored, DataError> {
        self.store_batch(permit, model, batch.borrow_mut(), Ending::Kept).await
    }

    /// What [`Engine::upsert`] would do. The database does it and takes it back.
    ///
    /// # Errors
    ///
    /// As [`Engine::upsert`].
    pub(crate) async fn rehearse_upsert(
        &self,
        permit: &Permit,
        model: &str,
        mut batch: impl BorrowMut<Batch>,
    ) -> Result<Stored, DataError> {
        self.store_batch(permit, model, batch.borrow_mut(), Ending::TakenBack).await
    }

    async fn store_batch(
        &self,
        permit: &Permit,
        model: &str,
        batch: &mut Batch,
        ending: Ending,
    ) -> Result<Stored, DataError> {
        let view = self.view(permit);
        let model = require_writable(view, model)?;
        let plan = Plan::new(view, model, &batch.fields)?;
        let total = batch.rows.len() as u64;
        batch.rows.iter().try_for_each(|row| plan.require_storable(row))?;
        if model.hooks.is_some() {
            return self.store_each(view, &plan, &batch.rows, ending).await;
        }
        let inserts = plan.inserts(std::mem::take(&mut batch.rows));
        let store = model.descriptor.store;
        let write = async |session: &mut Session| {
            self.check_fence(session, store).await?;
            let mut stored = 0;
            for insert in &inserts {
                plan.require_met(session, view, insert).await?;
                stored += session.execute(insert).await?;
            }
            ending.end(Stored { stored, unchanged: total.saturating_sub(stored) })
        };
        let written = self.db.write(store, write).await;
        batch.rows = plan.rows_of(inserts);
        Undone::settle(written)
    }
}

/// How rows with some fields become rows with all columns that are written.
pub(super) struct Plan<'c> {
    pub(super) model: &'c Model,
    /// The given fields, then those with the same value for every row, then the digest if there is one.
    pub(super) fields: Vec<&'c Field>,
    /// The values of the fields in the middle.
    constants: Vec<Value>,
    /// How many fields are given.
    pub(super) given: usize,
    /// Where the fields stand that the digest is made of.
    hashed: Vec<(&'static str, usize)>,
    /// Where the identifier stands.
    pub(super) identifier: usize,
    conflict: Conflict,
}

impl<'c> Plan<'c> {
    fn new(view: View<'c>, model: &'c Model, names: &[&'static str]) -> Result<Self, DataError> {
        let given: Vec<&Field> = names.iter().map(|name| find(view, model, name)).collect::<Result<_, _>>()?;
        let (mut fields, mut constants) = (given.clone(), Vec::new());
        let now = now();
        for field in model.fields.iter().filter(|field| given.iter().all(|other| other.id != field.id)) {
            let is_digest = model.has_hashed_identifier() && field.id == model.identifier;
            match unset_value(field, now) {
                _ if is_digest => {}
                Some(Value::Null) => {}
                Some(value) => {
                    fields.push(field);
                    constants.push(value);
                }
                None => return Err(missing(field)),
            }
        }
        if model.has_hashed_identifier() && given.iter().all(|field| field.id != model.identifier) {
            fields.push(model.identifier());
        }
        let place = |field: &Field| fields.iter().position(|other| other.id == field.id).ok_or_else(|| missing(field));
        let identifier = place(model.identifier())?;
        let hashed =
            model.hashed_fields().map(|field| Ok((field.name(), place(field)?))).collect::<Result<_, DataError>>()?;
        let conflict = conflict(model, &given);
        Ok(Self { model, given: given.len(), identifier, hashed, conflict, fields, constants })
    }

    /// Statements of a few sizes only, so that databases know them. One statement never names a record twice: the second row
    /// must find what the first one wrote.
    fn inserts(&self, rows: Vec<Vec<Value>>) -> Vec<Statement> {
        let most = rows_max(self.fields.len());
        let mut identify = Identify::default();
        let mut statements = Vec::with_capacity(rows.len() / most + 8);
        let mut open: Vec<Vec<Value>> = Vec::with_capacity(most);
        let mut named: HashSet<Value> = HashSet::with_capacity(most);
        for mut row in rows {
            self.complete(&mut row, &mut identify);
            if open.len() == most || !named.insert(row[self.identifier].clone()) {
                self.close(&mut open, &mut statements);
                named.clear();
                named.insert(row[self.identifier].clone());
            }
            open.push(row);
        }
        self.close(&mut open, &mut statements);
        statements
    }

    /// Fails if a record that exists does not for the caller: of such a one it may only be told that its key is taken. And if there is
    /// a new one: rows name no groups, so that it would not exist for the caller either.
    async fn require_met(&self, session: &mut Session, view: View<'_>, insert: &Statement) -> Result<(), DataError> {
        let Statement::Insert(insert) = insert else { return Ok(()) };
        if view.limiting_groups(self.model).is_none() {
            return Ok(());
        }
        let values: Vec<_> = insert.rows.iter().map(|row| row[self.identifier].clone()).collect();
        let named = field_is_one_of(self.model, self.model.identifier(), values);
        let all = identifiers(session, Rows::All, self.model, &named, ROWS_MAX as u64).await?;
        let met = identifiers(session, view, self.model, &named, ROWS_MAX as u64).await?;
        if all.len() > met.len() {
            return Err(DataError::conflict(self.taken(view)));
        }
        let missing = || groups_needed(view, self.model).map(|(_, missing)| missing).collect();
        if insert.rows.len() == met.len() { Ok(()) } else { Err(DataError::Invalid(missing())) }
    }

    /// That another record has the values of the identifier.
    fn taken(&self, view: View<'_>) -> Vec<FieldError> {
        let identifier = vec![self.model.identifier()];
        let hashed: Vec<_> = self.model.hashed_fields().collect();
        unique_errors(view, self.model, if hashed.is_empty() { &identifier } else { &hashed })
    }

    /// The rows as they were given, in their order.
    fn rows_of(&self, inserts: Vec<Statement>) -> Vec<Vec<Value>> {
        let rows = inserts.into_iter().flat_map(|statement| match statement {
            Statement::Insert(insert) => insert.rows,
            Statement::Update(_) | Statement::Delete(_) => Vec::new(),
        });
        rows.map(|mut row| {
            row.truncate(self.given);
            row
        })
        .collect()
    }

    fn require_storable(&self, row: &[Value]) -> Result<(), DataError> {
        if row.len() != self.given {
            return Err(DataError::Broken("a row has another number of values than its batch has fields"));
        }
        self.fields.iter().zip(row).try_for_each(|(field, value)| require_storable(field, value))
    }

    pub(super) fn complete(&self, row: &mut Vec<Value>, identify: &mut Identify) {
        row.reserve_exact(self.fields.len() - self.given);
        row.extend(self.constants.iter().cloned());
        if row.len() < self.fields.len() {
            let digest = identify
                .of(self.model.descriptor.identifier, self.hashed.iter().map(|(name, place)| (*name, &row[*place])));
            row.push(Value::Identifier(digest));
        }
    }

    /// Splits rows into statements whose sizes are powers of two.
    fn close(&self, rows: &mut Vec<Vec<Value>>, statements: &mut Vec<Statement>) {
        while !rows.is_empty() {
            let size = 1 << rows.len().ilog2();
            let rest = rows.split_off(size);
            statements.push(self.statement(std::mem::replace(rows, rest)));
        }
    }

    fn statement(&self, rows: Vec<Vec<Value>>) -> Statement {
        Statement::Insert(Insert {
            table: self.model.descriptor.table,
            columns: self.fields.iter().map(|field| (field.column(), field.kind)).collect(),
            rows,
            conflict: self.conflict.clone(),
        })
    }
}

/// How many rows with so many fields one statement stores at most: a power of two.
pub(super) fn rows_max(fields: usize) -> usize {
    let most = (BINDS_MAX / fields.max(1)).clamp(1, ROWS_MAX);
    1 << most.ilog2()
}

/// Values bound by one statement at most; every database takes more.
const BINDS_MAX: usize = 8000;
const ROWS_MAX: usize = 256;

fn find<'c>(view: View<'c>, model: &'c Model, name: &str) -> Result<&'c Field, DataError> {
    let unknown = || unknown_field(NoSuchField { written: name.to_owned(), nearest: Vec::new() });
    view.find_field(model, name).ok_or_else(unknown)
}

/// Whether a field decides if a record that exists is the same: what makes the record up is the same in both, and times of writing
/// make no difference.
pub(super) fn is_compared(model: &Model, field: &Field) -> bool {
    let identifying = match model.descriptor.identifier {
        IdentifierDescriptor::Field(_) => false,
        IdentifierDescriptor::Hash(names) | IdentifierDescriptor::LegacyHash(names) => names.contains(&field.name()),
    };
    !identifying && field.id != model.identifier && !is_time_of_writing(field)
}

fn conflict(model: &Model, given: &[&Field]) -> Conflict {
    let target = vec![model.identifier().column()];
    let compared = given.iter().filter(|field| is_compared(model, field));
    let compared: Vec<_> = compared.map(|field| field.column()).collect();
    if compared.is_empty() {
        return Conflict::Ignore { target };
    }
    let also = model.find(UPDATED).filter(|field| is_time_of_writing(field)).map(|field| field.column());
    Conflict::UpdateIfDifferent { target, compared, also: also.into_iter().collect() }
}

fn require_storable(field: &Field, value: &Value) -> Result<(), DataError> {
    let mistake = |(fault, message)| DataError::Invalid(vec![FieldError::new(field.name(), fault, message)]);
    storable(field, value).map_err(mistake)
}

/// Whether a value of the field's kind may be stored there, or what is wrong with it.
pub(super) fn storable(field: &Field, value: &Value) -> Result<(), Fault> {
    match (value, field.kind) {
        (Value::Null, _) if !field.is_nullable() => Err((FieldFault::Null, "the value may not be null".to_owned())),
        (Value::Text(text), _) if text.contains('\0') => {
            Err((FieldFault::Invalid, "the text may not have null characters".to_owned()))
        }
        (Value::Text(text), ScalarKind::String { max_length }) if is_longer(text, max_length) => {
            Err((FieldFault::MaxLength, format!("the text may have at most {max_length} characters")))
        }
        _ => field.limits.as_ref().and_then(|limits| limits.fault(value)).map_or(Ok(()), Err),
    }
}

/// Bytes bound characters from above, so most texts need no counting.
fn is_longer(text: &str, max_length: u32) -> bool {
    let max_length = max_length as usize;
    text.len() > max_length && text.chars().count() > max_length
}

fn missing(field: &Field) -> DataError {
    DataError::Invalid(vec![FieldError::new(field.name(), FieldFault::Required, "a value is needed")])
}
