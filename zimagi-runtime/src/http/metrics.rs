//! Numbers of the service in the form of Prometheus: requests, their durations, connections and memory.
//!
//! A label is a route's kind, never a path: callers cannot make new ones.

use std::time::Duration;

use actix_web::http::StatusCode;
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry, TextEncoder};

use super::admit::absent;
use super::answer::{Answer, Content, PROMETHEUS};
use super::error::ApiError;
use crate::access::Caller;
use crate::data::Db;

/// What is counted, and who may read it.
pub(crate) struct Metrics {
    db: Db,
    audience: Option<Audience>,
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    connections: IntGaugeVec,
    memory: IntGauge,
}

/// Who may read the numbers; nobody if the settings name none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Audience {
    Anyone,
    /// The members of the group of this name.
    Role(String),
}

/// Seconds; answers of lists begin in milliseconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

impl Metrics {
    pub(crate) fn new(db: Db, audience: Option<Audience>) -> Self {
        Self::build(db, audience).expect("the names of numbers are legal and differ")
    }

    fn build(db: Db, audience: Option<Audience>) -> prometheus::Result<Self> {
        let requests = Opts::new("zimagi_http_requests_total", "Requests that were answered.");
        let requests = IntCounterVec::new(requests, &["route", "method", "status"])?;
        let seconds = HistogramOpts::new("zimagi_http_request_seconds", "Time until an answer began.");
        let seconds = HistogramVec::new(seconds.buckets(BUCKETS.to_vec()), &["route"])?;
        let connections = Opts::new("zimagi_database_connections", "Connections to the database.");
        let connections = IntGaugeVec::new(connections, &["store", "purpose", "state"])?;
        let memory = IntGauge::new("process_resident_memory_bytes", "Resident memory of the process.")?;
        let registry = Registry::new();
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(seconds.clone()))?;
        registry.register(Box::new(connections.clone()))?;
        registry.register(Box::new(memory.clone()))?;
        Ok(Self { db, audience, registry, requests, seconds, connections, memory })
    }

    /// Counts an answer.
    pub(super) fn count(&self, route: &str, method: &str, status: StatusCode, duration: Duration) {
        self.requests.with_label_values(&[route, method, status.as_str()]).inc();
        self.seconds.with_label_values(&[route]).observe(duration.as_secs_f64());
    }

    /// The page, for those who may read it; for all others there is none.
    pub(super) fn answer(&self, caller: &Caller) -> Result<Answer, ApiError> {
        if !self.is_readable_by(caller) {
            return Err(absent(caller));
        }
        self.look();
        let text = TextEncoder::new().encode_to_string(&self.registry.gather()).map_err(|error| {
            tracing::error!(%error, "metrics cannot be written");
            ApiError::Broken
        })?;
        Ok(Answer { content: Content::Whole(PROMETHEUS, text.into_bytes()), ..Answer::empty(StatusCode::OK) })
    }

    /// Whether the page exists for a caller.
    pub(super) fn is_readable_by(&self, caller: &Caller) -> bool {
        match &self.audience {
            None => false,
            Some(Audience::Anyone) => true,
            Some(Audience::Role(role)) => caller.has_role(role),
        }
    }

    /// What is not counted but looked at.
    fn look(&self) {
        for usage in self.db.usage() {
            for (state, number) in [("open", usage.used + usage.idle), ("used", usage.used), ("most", usage.places)] {
                let gauge = self.connections.with_label_values(&[usage.store, usage.purpose, state]);
                gauge.set(i64::try_from(number).unwrap_or(i64::MAX));
            }
        }
        self.memory.set(resident_bytes().unwrap_or(0));
    }
}

/// Linux tells it; elsewhere it is 0.
fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: i64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024)
}
