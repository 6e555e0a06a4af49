//! Who may do what with a model: the plan's roles and what nobody may do, put together.
//!
//! Says what the runtime's gate will decide for all records; groups of single records narrow it further.

use zimagi_spec::descriptor::{ADMIN, Operation, PUBLIC, Writability};

use super::{AccessPlan, IdentifierPlan, ModelPlan, PresencePlan};

/// Something that a caller wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    List,
    Retrieve,
    Create,
    Update,
    Delete,
}

/// Who may do one thing, and by which requests.
#[derive(Debug)]
pub(crate) struct Right<'a> {
    pub(crate) act: Act,
    pub(crate) who: Who<'a>,
    /// `GET /flight/`; none if the data API does not serve the model or nobody may do it.
    pub(crate) routes: Vec<String>,
}

/// Some callers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Who<'a> {
    Nobody,
    /// Those with one of these roles, `admin` first.
    Roles(Vec<&'a str>),
    /// Also those without credentials.
    Everyone,
}

impl Act {
    pub(crate) const ALL: [Self; 5] = [Self::List, Self::Retrieve, Self::Create, Self::Update, Self::Delete];

    /// How people call it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Retrieve => "retrieve",
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    /// The operation that `disable_ops` takes away.
    const fn operation(self) -> Operation {
        match self {
            Self::List => Operation::List,
            Self::Retrieve => Operation::Retrieve,
            Self::Create | Self::Update => Operation::Update,
            Self::Delete => Operation::Destroy,
        }
    }

    const fn is_reading(self) -> bool {
        matches!(self, Self::List | Self::Retrieve)
    }

    fn routes(self, name: &str) -> Vec<String> {
        match self {
            Self::List => ["", "json/", "csv/"].iter().map(|form| format!("GET /{name}/{form}")).collect(),
            Self::Retrieve => vec![format!("GET /{name}/KEY/")],
            Self::Create => vec![format!("POST /{name}/")],
            Self::Update => vec![format!("PUT /{name}/KEY/")],
            Self::Delete => vec![format!("DELETE /{name}/KEY/")],
        }
    }
}

impl ModelPlan {
    /// The rights to everything that can be done.
    pub(crate) fn rights(&self) -> impl Iterator<Item = Right<'_>> {
        Act::ALL.into_iter().map(|act| {
            let who = self.who_may(act);
            let has_routes = self.is_served && who != Who::Nobody;
            Right { act, who, routes: if has_routes { act.routes(&self.name) } else { Vec::new() } }
        })
    }

    /// Who may do one thing.
    pub(crate) fn who_may(&self, act: Act) -> Who<'_> {
        let is_disabled = self.disabled.contains(&act.operation());
        if is_disabled || (!act.is_reading() && self.is_made_by_runtime_only()) {
            return Who::Nobody;
        }
        if act.is_reading() && self.access.view.iter().any(|role| role == PUBLIC) {
            return Who::Everyone;
        }
        let AccessPlan { edit, edit_whole, view } = &self.access;
        let (edit, view) = match act {
            Act::List | Act::Retrieve => (edit, view.as_slice()),
            Act::Update => (edit, [].as_slice()),
            Act::Create | Act::Delete => (edit_whole, [].as_slice()),
        };
        let mut roles = vec![ADMIN];
        for role in edit.iter().chain(view) {
            if !roles.contains(&role.as_str()) {
                roles.push(role);
            }
        }
        Who::Roles(roles)
    }

    /// Whether a record needs a value that only the runtime sets.
    fn is_made_by_runtime_only(&self) -> bool {
        let is_digest = |name: &str| !matches!(self.identifier, IdentifierPlan::Field(_)) && name == "id";
        let is_pointer = |name: &str| self.extends.as_deref() == Some(name);
        self.fields.iter().any(|field| {
            let is_required = matches!(field.presence, PresencePlan::Required);
            field.writability == Writability::System
                && is_required
                && !is_digest(&field.name)
                && !is_pointer(&field.name)
        })
    }
}

impl Who<'_> {
    /// The callers as words.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Nobody => "nobody".to_owned(),
            Self::Roles(roles) => roles.join(", "),
            Self::Everyone => "everyone".to_owned(),
        }
    }
}
