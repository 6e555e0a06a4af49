//! What every request is answered from: handed in once, shared by all arbiters.

use std::sync::Arc;

use super::error::ApiError;
use super::health::Health;
use super::metrics::Metrics;
use super::openapi::About;
use super::rate::{Asker, Rates};
use super::request::Head;
use super::workplace::Workplace;
use crate::access::{AccessError, Caller, Gate};
use crate::data::Engine;
use crate::data::catalogue::Catalogue;
use crate::permit::Permit;

/// What the data API is made of.
pub(crate) struct Service {
    pub engine: Engine,
    pub gate: Gate,
    pub about: About,
    pub limits: Limits,
    pub rates: Rates,
    pub payloads: PayloadForm,
    /// How callers reach the API, if not by the address in their `Host` header.
    pub public_url: Option<String>,
    pub health: Health,
    pub metrics: Metrics,
    pub workplace: Workplace,
}

/// The form of what the official client sends and is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PayloadForm {
    Clear,
    /// Encrypted with the key of the user, which the client needs too.
    Encrypted,
}

/// How much one request may ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub body_bytes_max: u64,
    /// How many records one call may write.
    pub bulk_records_max: usize,
}

impl Service {
    /// Who asks, if not too often. Whose credentials are wrong is known by the address alone.
    pub(super) async fn authenticate(&self, head: &Head) -> Result<Caller, ApiError> {
        let found = self.gate.authenticate(head.authorization.as_deref()).await;
        let asker = match &found {
            Ok(Caller { user: Some(user), .. }) => Asker::User(Arc::clone(user)),
            // That nobody could be asked is no reason to refuse anyone later.
            Err(AccessError::Data(_)) => return Ok(found?),
            Ok(_) | Err(_) => Asker::at(head.peer.as_deref()),
        };
        self.rates.count(asker).map_err(|refused| ApiError::TooOften { seconds: refused.seconds() })?;
        Ok(found?)
    }

    pub(super) fn permit(&self, caller: &Caller) -> Arc<Permit> {
        self.gate.permit(caller)
    }

    pub(super) fn catalogue(&self) -> &Catalogue {
        self.engine.catalogue()
    }
}
