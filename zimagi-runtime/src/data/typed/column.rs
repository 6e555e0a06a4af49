//! A field at the end of a path, and the conditions and orders it can take part in.

use std::marker::PhantomData;

use zimagi_spec::descriptor::Direction;

use super::field::Field;
use super::filter::{Filter, FilterTree, Test};
use super::select::Order;

/// A field of type `T`, reached from `R`.
#[derive(Debug)]
pub struct Column<R, T> {
    path: String,
    types: PhantomData<fn() -> (R, T)>,
}

impl<R, T> Column<R, T> {
    pub(super) const fn new(path: String) -> Self {
        Self { path, types: PhantomData }
    }

    /// The path as it is written in queries.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Smallest first, nulls last.
    #[must_use]
    pub fn asc(self) -> Order<R> {
        Order::new(self.path, Direction::Ascending)
    }

    /// Largest first, nulls last.
    #[must_use]
    pub fn desc(self) -> Order<R> {
        Order::new(self.path, Direction::Descending)
    }

    /// Has no value.
    #[must_use]
    pub fn is_null(self) -> Filter<R> {
        self.test(Test::IsNull)
    }

    fn test(self, test: Test) -> Filter<R> {
        Filter::new(FilterTree::Condition { path: self.path, test })
    }
}

impl<R, T: Field> Column<R, T> {
    /// Equals the value. Null equals nothing.
    #[must_use]
    pub fn eq(self, value: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::Equal(value.into().into()))
    }

    /// Equals one of the values.
    #[must_use]
    pub fn is_in<V: Into<T::Compared>>(self, values: impl IntoIterator<Item = V>) -> Filter<R> {
        self.test(Test::In(values.into_iter().map(|value| value.into().into()).collect()))
    }

    /// Is less than the value.
    #[must_use]
    pub fn lt(self, value: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::Less(value.into().into()))
    }

    /// Is at most the value.
    #[must_use]
    pub fn le(self, value: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::LessOrEqual(value.into().into()))
    }

    /// Is greater than the value.
    #[must_use]
    pub fn gt(self, value: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::Greater(value.into().into()))
    }

    /// Is at least the one value and at most the other.
    #[must_use]
    pub fn between(self, least: impl Into<T::Compared>, most: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::Between(least.into().into(), most.into().into()))
    }

    /// Is at least the value.
    #[must_use]
    pub fn ge(self, value: impl Into<T::Compared>) -> Filter<R> {
        self.test(Test::GreaterOrEqual(value.into().into()))
    }
}

impl<R, T: Field<Compared = String>> Column<R, T> {
    /// Contains the text, letter by letter.
    #[must_use]
    pub fn contains(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::Contains(text.into()))
    }

    /// Contains the text, ignoring case.
    #[must_use]
    pub fn icontains(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::ContainsFolded(text.into()))
    }

    /// Begins with the text, letter by letter.
    #[must_use]
    pub fn starts_with(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::StartsWith(text.into()))
    }
    /// Ends with the text, letter by letter.
    #[must_use]
    pub fn ends_with(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::EndsWith(text.into()))
    }

    /// Equals the text, ignoring case.
    #[must_use]
    pub fn ieq(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::EqualFolded(text.into()))
    }

    /// Begins with the text, ignoring case.
    #[must_use]
    pub fn istarts_with(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::StartsWithFolded(text.into()))
    }

    /// Ends with the text, ignoring case.
    #[must_use]
    pub fn iends_with(self, text: impl Into<String>) -> Filter<R> {
        self.test(Test::EndsWithFolded(text.into()))
    }
}
