//! Whether the service works: `/status`, and `/health/live` and `/health/ready` for what starts and stops it. Anyone may ask, so the
//! database is asked at most once a second.

use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use tokio::sync::Mutex;

use super::answer::Answer;
use super::error::ApiError;
use super::route::Probe;
use super::service::PayloadForm;
use crate::access::Gate;
use crate::contract::MigrationSet;
use crate::data::{Db, migration};

/// What was found last.
pub(crate) struct Health {
    db: Db,
    migrations: &'static [MigrationSet],
    works: Remembered,
    is_ready: Remembered,
}

#[derive(Default)]
struct Remembered(Mutex<Option<(Instant, bool)>>);

const MEMORY: Duration = Duration::from_secs(1);

impl Health {
    pub(crate) fn new(db: Db, migrations: &'static [MigrationSet]) -> Self {
        Self { db, migrations, works: Remembered::default(), is_ready: Remembered::default() }
    }

    /// The page that clients read first.
    pub(super) async fn status(&self, gate: &Gate, payloads: PayloadForm) -> Result<Answer, ApiError> {
        require(self.works(gate).await)?;
        let is_encrypted = payloads == PayloadForm::Encrypted;
        let body = format!("{{\"message\":\"System check successful\",\"encryption\":{is_encrypted}}}");
        Ok(Answer::json(StatusCode::OK, body.into_bytes()))
    }

    /// The process is alive if it answers; it is ready if the database does too and has the schema of this program.
    pub(super) async fn probe(&self, gate: &Gate, probe: Probe) -> Result<Answer, ApiError> {
        let told = match probe {
            Probe::Live => "live",
            Probe::Ready => {
                require(self.works(gate).await && self.is_ready().await)?;
                "ready"
            }
        };
        Ok(Answer::json(StatusCode::OK, format!("{{\"status\":\"{told}\"}}").into_bytes()))
    }

    async fn works(&self, gate: &Gate) -> bool {
        let find = async || {
            let found = gate.check().await;
            found.inspect_err(|error| tracing::error!(?error, "the database does not answer")).is_ok()
        };
        self.works.find(find).await
    }

    async fn is_ready(&self) -> bool {
        let find = async || match migration::status(&self.db, self.migrations).await {
            Ok(status) if status.is_served() => true,
            Ok(status) => {
                tracing::error!(pending = ?status.pending, unknown = ?status.unknown, "the schema is of another version");
                false
            }
            Err(error) => {
                tracing::error!(?error, "the state of migrations cannot be read");
                false
            }
        };
        self.is_ready.find(find).await
    }
}

fn require(is_good: bool) -> Result<(), ApiError> {
    if is_good { Ok(()) } else { Err(ApiError::Unhealthy) }
}

impl Remembered {
    /// What was found a moment ago, or what is found now. Whoever comes meanwhile waits for the same answer.
    async fn find(&self, find: impl AsyncFnOnce() -> bool) -> bool {
        let mut last = self.0.lock().await;
        if let Some((when, is_good)) = *last
            && when.elapsed() < MEMORY
        {
            return is_good;
        }
        let is_good = find().await;
        *last = Some((Instant::now(), is_good));
        is_good
    }
}
