//! Which records a statement meets: all there are, or only those that exist for a caller.
//!
//! Every table of a model enters a statement with its condition, so that there is no statement without it. Who the caller is was
//! decided before.

use super::super::catalogue::{Field, GroupPairs, Model, ModelId};
use super::super::path::ResolvedPath;
use super::super::sql::{Alias, Bind, Expr, Select, Table};
use super::super::value::Value;
use super::super::view::View;
use super::all_of;

/// Which records a statement meets.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rows<'v> {
    /// All there are: for what holds whatever a caller may see. Values that no two records share are such, and what the specs say of
    /// deletions.
    All,
    /// Those that exist for the holder of a permit.
    Seen(View<'v>),
}

impl<'v> From<View<'v>> for Rows<'v> {
    fn from(view: View<'v>) -> Self {
        Self::Seen(view)
    }
}

impl<'v> Rows<'v> {
    /// The condition on the records of a model by the column of their identifier; none if all are met.
    pub(super) fn condition(self, model: &Model, identifier: Expr) -> Option<Expr> {
        let groups = self.groups(model)?;
        let parts = model.groups.iter().map(|pairs| is_open(pairs, &identifier, groups));
        Some(all_of(parts.collect()))
    }

    /// The model that a relation of another points to, if it may lead to a record that is not met.
    pub(super) fn limited_target(self, model: &Model, field: &Field) -> Option<&'v Model> {
        match self {
            Self::All => None,
            Self::Seen(view) => view.limited_target(model, field),
        }
    }

    /// The model at this place of the catalogue; none if all its records are met.
    pub(super) fn limited(self, model: ModelId) -> Option<&'v Model> {
        match self {
            Self::All => None,
            Self::Seen(view) => Some(view.catalogue().model(model)).filter(|model| self.groups(model).is_some()),
        }
    }

    /// Whether a record may have no value at the end of a path.
    pub(super) fn may_lack(self, path: &ResolvedPath<'_>) -> bool {
        match self {
            Self::All => path.is_nullable(),
            Self::Seen(view) => view.may_lack(path),
        }
    }

    fn groups(self, model: &Model) -> Option<&'v [String]> {
        match self {
            Self::All => None,
            Self::Seen(view) => view.limiting_groups(model),
        }
    }
}

/// A record is open to the members of its groups, and to nobody if it was given to none.
fn is_open(pairs: &GroupPairs, identifier: &Expr, groups: &[String]) -> Expr {
    let column = |column| Expr::Column { alias: Alias::GROUPS, column };
    let of_record = Expr::equal(column(pairs.record), identifier.clone());
    let bind = |group: &String| Bind { value: Value::Text(group.clone()), kind: pairs.kind };
    let own = Expr::In(Box::new(column(pairs.group)), groups.iter().map(bind).collect());
    let table = Table { name: pairs.table, alias: Alias::GROUPS };
    Expr::Exists(Box::new(Select::new(table, Vec::new(), Some(Expr::And(vec![of_record, own])))))
}
