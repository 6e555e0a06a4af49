//! The parts of one process, built once and handed on.

use std::sync::Arc;
use std::time::Duration;

use super::error::AppError;
use super::keys;
use super::settings::Settings;
use crate::access::Gate;
use crate::command::{Runner, RunnerOptions, RunnerParts};
use crate::contract::{ModelDescriptor, Registry};
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
        require_guarded(registry.models)?;
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

/// Refuses what the specs close and this runtime would leave open.
fn require_guarded(models: &[&ModelDescriptor]) -> Result<(), AppError> {
    let grouped = models.iter().filter_map(|model| Some(format!("{}.{}", model.name, model.record_groups?)));
    let names: Vec<_> = grouped.collect();
    if names.is_empty() { Ok(()) } else { Err(AppError::Unguarded { names }) }
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

#[cfg(test)]
mod tests {
    use zimagi_spec::descriptor::{
        AccessDescriptor, FieldDescriptor, FieldKind, IdentifierDescriptor, Limits, Presence, ScalarKind, Storage,
        Store, TriggersDescriptor, Visibility, Writability,
    };

    use super::*;

    const NOTE: FieldDescriptor = FieldDescriptor {
        name: "note",
        column: "note",
        help: "",
        kind: FieldKind::Scalar(ScalarKind::Text),
        presence: Presence::Required,
        writability: Writability::Editable,
        visibility: Visibility::Shown,
        storage: Storage::Plain,
        limits: Limits::NONE,
    };

    const OPEN: ModelDescriptor = ModelDescriptor {
        name: "open",
        singular: "open",
        plural: "open",
        owner: "test",
        help: "",
        table: "open",
        store: Store::Main,
        is_served: true,
        disabled: &[],
        fields: &[NOTE],
        links: &[],
        extends: None,
        record_groups: None,
        identifier: IdentifierDescriptor::Field("note"),
        key: None,
        scope: &[],
        ordering: &[],
        unique: &[],
        reverse: &[],
        access: AccessDescriptor { edit: &[], view: &[] },
        display: None,
        dynamic_fields: &[],
        is_created_on_reference: false,
        triggers: TriggersDescriptor { check: &[], save: &[] },
    };

    #[test]
    fn what_nothing_keeps_closed_is_named() {
        let grouped = ModelDescriptor { name: "sheet", record_groups: Some("groups"), ..OPEN };
        assert!(require_guarded(&[&OPEN]).is_ok());
        let refused = require_guarded(&[&OPEN, &grouped]).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "nothing can keep these closed: sheet.groups\n\
             Models with record groups need a gate for each record; this version has none."
        );
        assert_eq!(refused.exit_code(), 1);
    }
}
