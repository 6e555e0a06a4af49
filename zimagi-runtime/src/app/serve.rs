//! The server process from start to stop.

use std::net::SocketAddr;
use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;

use super::error::AppError;
use super::output::print;
use super::platform::Platform;
use super::{first_token, signal};
use crate::command::Runner;
use crate::http::{About, DataServer, Health, Limits, Metrics, Rates, ServerOptions, Service, Workplace};

/// Serves until a signal says stop.
pub(super) async fn serve(platform: Platform) -> Result<(), AppError> {
    for line in platform.settings.describe() {
        tracing::info!("{line}");
    }
    first_token::ensure(&platform).await?;
    platform.runner.sweep().await?;
    let server = bind(&platform)?;
    let scheme = if platform.settings.serving.tls.is_some() { "https" } else { "http" };
    print(format_args!("{} serves its data API on {scheme}://{}/", platform.registry.name, server.address()));
    let sweeping = tokio::spawn(sweep(platform.runner.clone(), Duration::from_millis(platform.settings.lease_ms / 3)));
    let ended = server.run(signal::stop_requested()).await;
    sweeping.abort();
    tracing::info!("stopped");
    ended.map_err(AppError::Server)
}

fn bind(platform: &Platform) -> Result<DataServer, AppError> {
    let settings = &platform.settings;
    let service = Service {
        engine: platform.engine.clone(),
        gate: platform.gate.clone(),
        about: About { name: platform.registry.name, version: platform.registry.version },
        limits: Limits { body_bytes_max: settings.body_bytes_max, bulk_records_max: settings.bulk_records_max },
        rates: Rates::new(settings.serving.rate),
        payloads: settings.serving.payloads,
        public_url: settings.public_url.clone(),
        health: Health::new(platform.db.clone(), platform.registry.migrations),
        metrics: Metrics::new(platform.db.clone(), settings.serving.metrics.clone()),
        workplace: Workplace::new(platform.db.database(), Handle::current()),
    };
    let options = ServerOptions {
        address: SocketAddr::new(settings.host, settings.data_port),
        patience: Duration::from_secs(settings.shutdown_seconds),
        arbiters: std::thread::available_parallelism().map_or(1, NonZero::get).min(ARBITERS_MAX),
        cors_origins: settings.serving.cors_origins.clone(),
        tls: settings.serving.tls.clone(),
    };
    let address = options.address;
    DataServer::bind(Arc::new(service), options).map_err(|source| AppError::Listen { address, source })
}

/// Arbiters only parse and pipe; a few keep many cores busy.
const ARBITERS_MAX: usize = 4;

/// Ends the runs of processes that died, again and again.
async fn sweep(runner: Runner, pause: Duration) {
    loop {
        tokio::time::sleep(pause).await;
        match runner.sweep().await {
            Ok(0) => {}
            Ok(count) => tracing::warn!(count, "runs of processes that died were ended"),
            Err(error) => tracing::error!(?error, "runs of processes that died could not be ended"),
        }
    }
}
