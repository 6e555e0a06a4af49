//! The steps of storing one record inside a transaction: values, links, and what other records have already. Who is told of it, and
//! how, is decided elsewhere.

use zimagi_spec::descriptor::Writability;

use super::super::catalogue::{Field, Link, LinkMeaning, Model};
use super::super::error::DataError;
use super::super::json::address_text;
use super::super::mistake::{FieldError, FieldFault};
use super::super::session::Session;
use super::super::value::Value;
use super::super::view::View;
use super::address::identifiers;
use super::changed::Changed;
use super::draft::{Draft, insert, is_time_of_writing, now, unset_value};
use super::hooked::Witness;
use super::input::Input;
use super::pairs::Difference;
use super::terms::Extent;
use super::unique::UniqueCheck;
use crate::data::question::condition::field_equals;
use crate::permit::Access;

/// What all steps of one write know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writing<'a> {
    pub(super) view: View<'a>,
    pub(super) model: &'a Model,
    /// What becomes of fields that a change does not give.
    pub(super) extent: Extent,
}

/// Whether a record that was written differs from what was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Changed,
    Unchanged,
}

impl<'a> Writing<'a> {
    /// Stores a new record and gives its identifier.
    pub(super) async fn create(
        &self,
        session: &mut Session,
        input: &Input<'a>,
        mut errors: Vec<FieldError>,
    ) -> Result<Value, DataError> {
        let catalogue = self.view.catalogue();
        let mut drafts: Vec<Draft<'a>> = catalogue.lineage(self.model).map(Draft::new).collect();
        for assignment in &input.assignments {
            if self.is_set_by_runtime(assignment.field) {
                errors.push(read_only(&assignment.written));
            } else if let Some(value) = assignment.resolve(session, self.view, &mut errors).await? {
                let draft = drafts.iter_mut().find(|draft| draft.model.id == assignment.model.id);
                draft.expect("fields are those of the lineage").set(assignment.field.id, value);
            }
        }
        let pairs = self.differences(session, None, input, &mut errors).await?;
        self.store_new(session, drafts, (&pairs, errors)).await
    }

    /// Stores a new record, the drafts of all that it is, unless something is wrong with it.
    pub(super) async fn store_new(
        &self,
        session: &mut Session,
        mut drafts: Vec<Draft<'a>>,
        (pairs, mut errors): (&[Difference<'a>], Vec<FieldError>),
    ) -> Result<Value, DataError> {
        let mut witness = Witness::new(self.view);
        if errors.is_empty() {
            drafts.iter_mut().for_each(|draft| draft.show(&mut witness));
            errors.extend(witness.before_save(session).await?);
            drafts.iter_mut().for_each(|draft| draft.take(&witness));
        }
        for draft in &mut drafts {
            let missing = draft.complete(now());
            self.report_missing(draft.model, &missing, &mut errors);
        }
        self.report_missing_groups(pairs, &mut errors);
        if !errors.is_empty() {
            return Err(DataError::Invalid(errors));
        }
        let records = finish_line(drafts);
        records.iter().for_each(|(model, values)| witness.show_again(model, values));
        witness.validate(session).await?;
        let mut conflicts = Vec::new();
        for (model, values) in &records {
            conflicts.extend(UniqueCheck { view: self.view, model, values }.check_new(session).await?);
        }
        refuse_conflicts(conflicts)?;
        let identifier = records[0].1[records[0].0.identifier.index()].clone();
        for (model, values) in records {
            session.execute(&insert(model, values)).await?;
        }
        for difference in pairs {
            difference.store(session, (self.model, &identifier)).await?;
        }
        witness.after_save(session).await?;
        Ok(identifier)
    }

    /// Changes a stored record.
    pub(super) async fn update(
        &self,
        session: &mut Session,
        identifier: &Value,
        input: &Input<'a>,
        mut errors: Vec<FieldError>,
    ) -> Result<Effect, DataError> {
        let mut records = Vec::new();
        for model in self.view.lineage(self.model) {
            records.push(Changed::read(session, self.view, model, identifier).await?);
        }
        for assignment in &input.assignments {
            let Some(value) = assignment.resolve(session, self.view, &mut errors).await? else { continue };
            let record = records.iter_mut().find(|record| record.model.id == assignment.model.id);
            let record = record.expect("fields are those of the lineage");
            let is_changed = record.set(assignment.field, value);
            if is_changed && (self.is_fixed(assignment.field) || self.view.access(record.model) != Access::Edit) {
                errors.push(read_only(&assignment.written));
            }
        }
        match self.extent {
            Extent::Given => {}
            Extent::Whole => records.iter_mut().for_each(|record| self.reset_others(record, input, &mut errors)),
        }
        let pairs = self.differences(session, Some(identifier), input, &mut errors).await?;
        self.store_changed(session, identifier, records, (&pairs, errors)).await
    }

    /// Stores what has changed of a record, unless something is wrong with it.
    pub(super) async fn store_changed(
        &self,
        session: &mut Session,
        identifier: &Value,
        mut records: Vec<Changed<'a>>,
        (pairs, mut errors): (&[Difference<'a>], Vec<FieldError>),
    ) -> Result<Effect, DataError> {
        let mut witness = Witness::new(self.view);
        let has_changed = !pairs.is_empty() || records.iter().any(|record| !record.fields.is_empty());
        if errors.is_empty() && has_changed {
            records.iter().for_each(|record| record.show(&mut witness));
            errors.extend(witness.before_save(session).await?);
            records.iter_mut().try_for_each(|record| record.take(&witness))?;
        }
        if !errors.is_empty() {
            return Err(DataError::Invalid(errors));
        }
        witness.validate(session).await?;
        let effect = self.store_changes(session, identifier, &records, !pairs.is_empty()).await?;
        for difference in pairs {
            difference.store(session, (self.model, identifier)).await?;
        }
        self.require_met(session, identifier, pairs).await?;
        witness.after_save(session).await?;
        Ok(effect)
    }

    /// Gives the fields that callers set, and that are not given, the values of new records.
    fn reset_others(&self, record: &mut Changed<'a>, input: &Input<'a>, errors: &mut Vec<FieldError>) {
        let model = record.model;
        let is_given = |field: &Field| input.assignments.iter().any(|given| std::ptr::eq(given.field, field));
        let is_told =
            |field: &Field| errors.iter().any(|error| model.find(&error.field).is_some_and(|f| f.id == field.id));
        let is_settable = |field: &Field| {
            field.descriptor.writability == Writability::Editable
                && field.id != model.identifier
                && !is_time_of_writing(field)
        };
        let others: Vec<&Field> = match self.view.access(model) {
            Access::Edit => self.view.fields(model).filter(|field| is_settable(field) && !is_given(field)).collect(),
            Access::View | Access::None => Vec::new(),
        };
        let others: Vec<&Field> = others.into_iter().filter(|field| !is_told(field)).collect();
        for field in others {
            let Some(value) = unset_value(field, now()) else {
                errors.push(needed(field.name()));
                continue;
            };
            record.set(field, value);
        }
    }

    /// A record has changed if anything of what it is has.
    async fn store_changes(
        &self,
        session: &mut Session,
        identifier: &Value,
        records: &[Changed<'a>],
        has_pairs: bool,
    ) -> Result<Effect, DataError> {
        let mut conflicts = Vec::new();
        for Changed { model, values, fields, .. } in records {
            conflicts.extend(UniqueCheck { view: self.view, model, values }.check_changed(session, fields).await?);
        }
        refuse_conflicts(conflicts)?;
        let has_changed = has_pairs || records.iter().any(|record| !record.fields.is_empty());
        for record in records {
            let is_own = record.model.id == self.model.id;
            if !record.fields.is_empty() || (is_own && has_changed) {
                session.execute(&record.update(self.view, identifier)).await?;
            }
        }
        Ok(if has_changed { Effect::Changed } else { Effect::Unchanged })
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
            let change = assignment.resolve(session, self.view, errors).await?;
            let difference = match identifier {
                Some(identifier) => change.of_stored(session, self.view, (self.model, identifier)).await?,
                None => change.of_nothing(),
            };
            if difference.is_empty() {
                continue;
            }
            if assignment.link.descriptor.writability == Writability::System && !self.may_set_pairs(assignment.link) {
                errors.push(read_only(&assignment.written));
            }
            errors.extend(self.refused_groups(&assignment.written, &difference));
            differences.push(difference);
        }
        Ok(differences)
    }

    /// A record is given to groups by their members.
    fn refused_groups(&self, written: &str, difference: &Difference<'_>) -> Vec<FieldError> {
        match difference.link().meaning {
            LinkMeaning::Plain => return Vec::new(),
            LinkMeaning::RecordGroups => {}
        }
        let names = difference.added().iter().map(address_text).filter(|group| !self.view.may_give(group));
        let refused = names
            .map(|group| FieldError::new(written, FieldFault::ReadOnly, format!("only members of `{group}` give it")));
        refused.collect()
    }

    /// Fails if the record has lost the groups by which the caller sees it.
    async fn require_met(
        &self,
        session: &mut Session,
        identifier: &Value,
        pairs: &[Difference<'_>],
    ) -> Result<(), DataError> {
        let changed = pairs.iter().map(Difference::link).find(|link| link.meaning == LinkMeaning::RecordGroups);
        let Some(link) = changed else { return Ok(()) };
        let same = field_equals(self.model, self.model.identifier(), identifier.clone());
        if !identifiers(session, self.view, self.model, &same, 1).await?.is_empty() {
            return Ok(());
        }
        Err(DataError::Invalid(vec![group_needed(link.name())]))
    }

    /// A new record of a caller whom groups limit is given to one of them.
    fn report_missing_groups(&self, pairs: &[Difference<'_>], errors: &mut Vec<FieldError>) {
        for (link, missing) in groups_needed(self.view, self.model) {
            let given = pairs.iter().filter(|pairs| std::ptr::eq(pairs.link(), link)).flat_map(Difference::added);
            let is_open = given.map(address_text).any(|group| self.view.may_give(&group));
            if !is_open && errors.iter().all(|error| error.field != link.name()) {
                errors.push(missing);
            }
        }
    }

    /// The runtime sets what only it sets, but not pairs that are records of a model.
    fn may_set_pairs(&self, link: &Link) -> bool {
        self.view.is_platform() && link.descriptor.through.is_none()
    }

    pub(super) fn is_set_by_runtime(&self, field: &Field) -> bool {
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
            errors.push(needed(name));
        }
    }
}

/// The links by which groups limit the records of a model for a caller, and what is said if none of its own is given. A link that does
/// not exist for it is not named.
pub(super) fn groups_needed<'a>(view: View<'a>, model: &'a Model) -> impl Iterator<Item = (&'a Link, FieldError)> {
    let limited = view.lineage(model).filter(move |model| view.limiting_groups(model).is_some());
    let links = limited.flat_map(|model| model.links.iter().map(move |link| (model, link)));
    links.filter(|(_, link)| link.meaning == LinkMeaning::RecordGroups).map(move |(model, link)| {
        let is_shown = view.links(model).any(|shown| std::ptr::eq(shown, link));
        (link, if is_shown { group_needed(link.name()) } else { needed("") })
    })
}

/// Without one the record would not exist for who writes it.
fn group_needed(name: &str) -> FieldError {
    FieldError::new(name, FieldFault::Required, "name at least one of your groups")
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

fn needed(name: &str) -> FieldError {
    FieldError::new(name, FieldFault::Required, "a value is needed")
}

fn read_only(written: &str) -> FieldError {
    FieldError::new(written, FieldFault::ReadOnly, "the value cannot be set")
}

fn refuse_conflicts(errors: Vec<FieldError>) -> Result<(), DataError> {
    if errors.is_empty() { Ok(()) } else { Err(DataError::conflict(errors)) }
}
