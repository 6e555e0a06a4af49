//! The parts of one process, built once and handed on.

use std::sync::Arc;
use std::time::Duration;

use super::error::AppError;
use super::keys;
use super::settings::Settings;
use crate::access::Gate;
use crate::command::{Runner, RunnerOptions, RunnerParts};
use crate::contract::Registry;
use crate::crypto::KeyRing;
use crate::data::catalogue::Catalogue;
use crate::data::{DatabaseConfig, Db, Engine, FileTrace};
use crate::flow;

/// An application, ready to serve or to run commands.
pub(super) struct Platform {
    pub settings: Settings,
    pub registry: Registry,
    pub keys: Arc<KeyRing>,
    pub db: Db,
    pub engine: Engine,
    pub gate: Gate,
    pub runner: Runner,
}

impl Platform {
    /// Opens the database and builds every part. Nothing is read or written yet.
    pub(super) fn build(registry: Registry, settings: Settings) -> Result<Self, AppError> {
        let keys = keys::load(registry.models, &settings)?;
        let db = connect(&settings)?.with_keys(Arc::clone(&keys));
        let catalogue = Catalogue::new(registry.models).with_hooks(registry.hooks);
        let engine = Engine::new(Arc::new(catalogue), db.clone()).limited(settings.query);
        let gate = Gate::new(engine.clone(), registry.models);
        let runner = Runner::new(RunnerParts {
            engine: engine.clone(),
            gate: gate.clone(),
            registry,
            platform_commands: flow::commands(),
            options: runner_options(&settings),
        });
        Ok(Self { settings, registry, keys, db, engine, gate, runner })
    }
}

fn connect(settings: &Settings) -> Result<Db, AppError> {
    let db = Db::connect(DatabaseConfig {
        url: settings.database_url.clone(),
        readers: settings.database_readers,
        busy_timeout: Duration::from_millis(settings.database_busy_timeout_ms),
        statement_timeout: Duration::from_millis(settings.database_statement_timeout_ms),
    })?;
    let Some(path) = &settings.sql_trace else { return Ok(db) };
    let trace = FileTrace::open(path).map_err(|source| AppError::File { path: path.clone(), source })?;
    Ok(db.with_trace(Arc::new(trace)))
}

/// A lease is renewed three times before it would expire.
fn runner_options(settings: &Settings) -> RunnerOptions {
    let lease = Duration::from_millis(settings.lease_ms);
    RunnerOptions { files: settings.files.clone(), lease, renewal: lease / 3 }
}
