//! Which stored record is meant by values: by its identifier, by the values that make it up, or by its key.

use serde_json::{Map, Value as Json};

use super::super::super::error::DataError;
use super::super::super::identify::Identify;
use super::super::super::mistake::{FieldError, FieldFault};
use super::super::super::session::Session;
use super::super::super::value::Value;
use super::super::address::identifiers;
use super::super::input::{find_references, read_input, read_reference};
use super::Many;
use crate::data::question::condition::field_equals;

/// Whether there is such a record.
pub(super) enum Located {
    Found(Value),
    /// There is none; what to say of it where one is needed.
    Missing(DataError),
}

impl Many<'_> {
    pub(super) async fn locate(self, session: &mut Session, record: &Map<String, Json>) -> Result<Located, DataError> {
        let identifier = self.model.identifier().name();
        if let Some(value) = record.get(identifier) {
            let only = Map::from_iter([(identifier.to_owned(), value.clone())]);
            return self.locate_named(session, &Json::Object(only)).await;
        }
        match self.locate_digest(session, record).await? {
            Some(located) => Ok(located),
            None => self.locate_named(session, &Json::Object(record.clone())).await,
        }
    }

    /// By an identifier, a key, or an object with one of them.
    pub(super) async fn locate_named(self, session: &mut Session, named: &Json) -> Result<Located, DataError> {
        let reference = match read_reference(self.view, self.model, named) {
            Ok(reference) => reference,
            Err((fault, message)) => {
                return Err(DataError::Invalid(vec![FieldError::new(self.name(), fault, message)]));
            }
        };
        let mut errors = Vec::new();
        let mut found = find_references(session, self.view, self.model, &[reference], self.name(), &mut errors).await?;
        match found.pop() {
            Some(identifier) => Ok(Located::Found(identifier)),
            None if errors.iter().all(|error| error.code == FieldFault::DoesNotExist) => {
                Ok(Located::Missing(DataError::Invalid(errors)))
            }
            None => Err(DataError::Invalid(errors)),
        }
    }

    /// By the values of which a digest is made; none if the record does not give all of them.
    async fn locate_digest(
        self,
        session: &mut Session,
        record: &Map<String, Json>,
    ) -> Result<Option<Located>, DataError> {
        if !self.model.has_hashed_identifier() {
            return Ok(None);
        }
        let mut errors = Vec::new();
        let input = read_input(self.view, self.model, record, &mut errors);
        let mut values = Vec::new();
        for field in self.model.hashed_fields() {
            let Some(given) = input.assignments.iter().find(|given| std::ptr::eq(given.field, field)) else {
                return Ok(None);
            };
            values.extend(given.resolve(session, self.view, &mut errors).await?.map(|value| (field.name(), value)));
        }
        if !errors.is_empty() {
            return Err(DataError::Invalid(errors));
        }
        let fields = values.iter().map(|(name, value)| (*name, value));
        let digest = Value::Identifier(Identify::default().of(self.model.descriptor.identifier, fields));
        let same = field_equals(self.model, self.model.identifier(), digest);
        let found = identifiers(session, self.view, self.model, &same, 1).await?.pop();
        Ok(Some(found.map_or_else(|| Located::Missing(self.absent()), Located::Found)))
    }

    fn absent(self) -> DataError {
        let message = format!("there is no {} with these values", self.model.name());
        DataError::Invalid(vec![FieldError::new(self.name(), FieldFault::DoesNotExist, message)])
    }

    /// The field by which records are named, as far as it exists for the caller.
    fn name(&self) -> &str {
        let key = self.model.key.map(|key| self.model.field(key));
        let known = key.into_iter().chain([self.model.identifier()]);
        known
            .filter(|field| self.view.has_field(self.model, field))
            .map(|field| field.name())
            .next()
            .unwrap_or_default()
    }
}

impl Located {
    /// The identifier of a record that must be there.
    pub(super) fn required(self) -> Result<Value, DataError> {
        match self {
            Self::Found(identifier) => Ok(identifier),
            Self::Missing(error) => Err(error),
        }
    }
}
