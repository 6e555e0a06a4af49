//! A path over relations, from the root of a query to a model.

use std::marker::PhantomData;

use super::Column;

/// The relations walked from `R` so far. Generated `Path` structs wrap one.
#[derive(Debug)]
pub struct Steps<R> {
    path: String,
    root: PhantomData<fn() -> R>,
}

impl<R> Steps<R> {
    /// No step yet.
    #[must_use]
    pub const fn root() -> Self {
        Self { path: String::new(), root: PhantomData }
    }

    /// Follows a relation, forward or backward.
    #[must_use]
    pub fn step(self, relation: &'static str) -> Self {
        Self { path: self.join(relation), root: PhantomData }
    }

    /// Ends at a field.
    #[must_use]
    pub fn column<T>(self, field: &'static str) -> Column<R, T> {
        Column::new(self.join(field))
    }

    fn join(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}
