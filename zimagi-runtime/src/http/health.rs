//! `/status`: whether the service works. Anyone may ask, so the database is asked at most once a second.

use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use tokio::sync::Mutex;

use super::answer::Answer;
use super::error::ApiError;
use crate::access::Gate;

/// What was found last.
#[derive(Debug, Default)]
pub(crate) struct Health {
    last: Mutex<Option<(Instant, bool)>>,
}

const MEMORY: Duration = Duration::from_secs(1);

impl Health {
    /// The page that health checks read.
    pub(super) async fn answer(&self, gate: &Gate) -> Result<Answer, ApiError> {
        if !self.is_good(gate).await {
            return Err(ApiError::Unhealthy);
        }
        let body = br#"{"message":"System check successful","encryption":false}"#;
        Ok(Answer::json(StatusCode::OK, body.to_vec()))
    }

    /// Whoever comes while the database is asked waits for the same answer.
    async fn is_good(&self, gate: &Gate) -> bool {
        let mut last = self.last.lock().await;
        if let Some((when, is_good)) = *last
            && when.elapsed() < MEMORY
        {
            return is_good;
        }
        let found = gate.check().await.inspect_err(|error| tracing::error!(?error, "the database does not answer"));
        *last = Some((Instant::now(), found.is_ok()));
        found.is_ok()
    }
}
