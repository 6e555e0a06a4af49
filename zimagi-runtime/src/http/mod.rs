//! The data API over HTTP: routes, answers, OpenAPI and the one choice of statuses.
//!
//! A request is taken in by an arbiter (`entry`), admitted (`admit`), acted on by the data engine (`act`) and answered (`answer`,
//! `status`). Arbiters only parse and pipe; everything else runs on the application's runtime. Nothing here knows SQL, tokens or the
//! command line.

mod act;
mod admit;
mod answer;
mod body;
mod bulk;
mod condition;
mod cors;
mod docs;
mod document;
mod entry;
mod error;
mod export;
mod health;
mod literal;
mod metrics;
mod openapi;
mod rate;
mod request;
mod request_id;
mod resource;
mod route;
mod sealed;
mod server;
mod service;
mod status;
mod summary;
mod target;
#[cfg(test)]
mod tests;
mod tls;
mod workplace;

pub(crate) use health::Health;
pub(crate) use metrics::{Audience, Metrics};
pub(crate) use openapi::About;
pub(crate) use rate::{RateLimit, Rates};
pub(crate) use server::{DataServer, ServerOptions};
pub(crate) use service::{Limits, PayloadForm, Service};
pub(crate) use tls::TlsFiles;
pub(crate) use workplace::Workplace;
