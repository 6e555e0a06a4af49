//! The gate: from a header to a caller, from a caller to a permit. The only place where permits are made.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use zimagi_spec::descriptor::{ADMIN, ModelDescriptor};

use super::account::Accounts;
use super::credentials::Credentials;
use super::{AccessError, Caller};
use crate::data::Engine;
use crate::permit::Permit;

/// Decides who is asking and what they may do. Clones are the same gate.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    engine: Engine,
    models: &'static [&'static ModelDescriptor],
    roles: Deciding,
    platform: Arc<Permit>,
    /// Permits by the roles of callers that decide them.
    permits: Mutex<HashMap<Vec<String>, Arc<Permit>>>,
}

/// Which roles of a caller decide its permit.
#[derive(Debug)]
enum Deciding {
    /// Those that some model names.
    Named(HashSet<&'static str>),
    /// All: any group may be given to a record.
    All,
}

/// Sets of roles are few in practice; this only bounds what an odd administration could cause.
const PERMITS_MAX: usize = 1024;

impl Gate {
    pub(crate) fn new(engine: Engine, models: &'static [&'static ModelDescriptor]) -> Self {
        let roles = Deciding::of(models);
        let platform = Arc::new(Permit::platform(models));
        Self { inner: Arc::new(Inner { engine, models, roles, platform, permits: Mutex::default() }) }
    }

    /// Who sends this `Authorization` header; nobody in particular without one.
    ///
    /// # Errors
    ///
    /// If there is a header and it proves nothing.
    pub(crate) async fn authenticate(&self, header: Option<&str>) -> Result<Caller, AccessError> {
        match header.map(Credentials::parse).transpose()? {
            None => Ok(Caller::anonymous()),
            Some(Credentials::Named { user, token }) => self.accounts().prove_named(&user, &token).await,
            Some(Credentials::Bearer(token)) => self.accounts().prove(&token).await,
        }
    }

    /// The local administrator's stand-in: a user whose rights count instead.
    ///
    /// # Errors
    ///
    /// If there is no such user, or an inactive one.
    pub(crate) async fn act_as(&self, user: &str) -> Result<Caller, AccessError> {
        self.accounts().find_caller(user).await
    }

    /// What the caller may do.
    pub(crate) fn permit(&self, caller: &Caller) -> Arc<Permit> {
        let roles = caller.roles.iter().filter(|role| self.inner.roles.has(role));
        let roles: Vec<String> = roles.cloned().collect();
        // A permit is inserted whole or not at all, so a poisoned map is still right.
        let mut permits = self.inner.permits.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(permit) = permits.get(&roles) {
            return Arc::clone(permit);
        }
        if permits.len() >= PERMITS_MAX {
            permits.clear();
        }
        let names: Vec<&str> = roles.iter().map(String::as_str).collect();
        let permit = Arc::new(Permit::decide(self.inner.models, &names));
        permits.insert(roles, Arc::clone(&permit));
        permit
    }

    /// The runtime's own permit: everything, hidden fields included.
    pub(crate) fn platform_permit(&self) -> Arc<Permit> {
        Arc::clone(&self.inner.platform)
    }

    /// Reads what every identification reads: if that works, callers can be served.
    pub(crate) async fn check(&self) -> Result<(), AccessError> {
        self.accounts().find_groups(ADMIN).await.map(drop)
    }

    /// Users, roles and tokens.
    pub(crate) fn accounts(&self) -> Accounts<'_> {
        Accounts::new(&self.inner.engine, &self.inner.platform)
    }
}

impl Deciding {
    fn of(models: &[&'static ModelDescriptor]) -> Self {
        if models.iter().any(|model| model.record_groups.is_some()) {
            return Self::All;
        }
        let named = models.iter().flat_map(|model| model.access.edit.iter().chain(model.access.view));
        Self::Named(named.copied().chain([ADMIN]).collect())
    }

    fn has(&self, role: &str) -> bool {
        match self {
            Self::Named(named) => named.contains(role),
            Self::All => true,
        }
    }
}
