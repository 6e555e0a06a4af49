//! Filters with their paths resolved: what those of requests and of typed queries become. Nothing here knows SQL.

use crate::data::catalogue::{Field, Model};
use crate::data::path::{NoSuchField, ResolvedPath, resolve};
use crate::data::typed::{FilterTree, Test};
use crate::data::value::Value;
use crate::data::view::View;

/// What must hold of a record.
#[derive(Debug, Clone)]
pub(crate) enum Condition<'c> {
    /// A field passes a test.
    Test(ResolvedPath<'c>, Test),
    /// All hold. Tests over the same relation are meant of the same related record.
    All(Vec<Condition<'c>>),
    /// At least one holds.
    Any(Vec<Condition<'c>>),
    /// It does not hold. A test of a value that is null does not hold, so its negation does.
    Not(Box<Condition<'c>>),
}

impl Condition<'_> {
    /// Whether it holds for every record, whatever the records are.
    pub(crate) fn holds_always(&self) -> bool {
        match self {
            Self::Test(..) => false,
            Self::All(parts) => parts.iter().all(Self::holds_always),
            Self::Any(parts) => parts.iter().any(Self::holds_always),
            Self::Not(inner) => inner.holds_never(),
        }
    }

    /// Whether it asks for something of which the caller meets only some records.
    pub(crate) fn is_limited(&self, view: View<'_>) -> bool {
        match self {
            Self::Test(path, _) => {
                let steps = path.steps.iter().any(|step| view.limiting_groups(step.to()).is_some());
                steps || view.limited_target(path.model(), path.field).is_some()
            }
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.is_limited(view)),
            Self::Not(inner) => inner.is_limited(view),
        }
    }

    fn holds_never(&self) -> bool {
        match self {
            Self::Test(..) => false,
            Self::All(parts) => parts.iter().any(Self::holds_never),
            Self::Any(parts) => parts.iter().all(Self::holds_never),
            Self::Not(inner) => inner.holds_always(),
        }
    }
}

/// Resolves the filter of a typed query.
pub(crate) fn resolve_tree<'c>(
    view: View<'c>,
    model: &'c Model,
    tree: &FilterTree,
) -> Result<Condition<'c>, NoSuchField> {
    let all = |trees: &[FilterTree]| {
        trees.iter().map(|tree| resolve_tree(view, model, tree)).collect::<Result<Vec<_>, NoSuchField>>()
    };
    Ok(match tree {
        FilterTree::Condition { path, test } => Condition::Test(resolve(view, model, path)?.shortened(), test.clone()),
        FilterTree::All(trees) => Condition::All(all(trees)?),
        FilterTree::Any(trees) => Condition::Any(all(trees)?),
        FilterTree::Not(tree) => Condition::Not(Box::new(resolve_tree(view, model, tree)?)),
    })
}

/// The filter that picks one record.
pub(crate) fn field_equals<'c>(model: &'c Model, field: &'c Field, value: Value) -> Condition<'c> {
    Condition::Test(ResolvedPath { root: model, steps: Vec::new(), field }, Test::Equal(value))
}

/// The filter that picks the records whose field has one of some values.
pub(crate) fn field_is_one_of<'c>(model: &'c Model, field: &'c Field, values: Vec<Value>) -> Condition<'c> {
    Condition::Test(ResolvedPath { root: model, steps: Vec::new(), field }, Test::In(values))
}
