//! A runner over a new database, and a sink that remembers what it heard.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use zimagi_spec::descriptor::{Audience, CommandDescriptor, ImportDescriptor};

use super::models::{MIGRATIONS, MODELS};
use crate::access::{Caller, Gate};
use crate::command::record::Records;
use crate::command::{
    Cancellation, MessageSink, Outcome, ParameterValues, Progress, RunError, RunOrigin, RunRequest, Runner,
    RunnerOptions, RunnerParts, StoredMessage,
};
use crate::contract::{CommandEntry, CommandFn, CommandRun, Registry};
use crate::data::catalogue::Catalogue;
use crate::data::test_database::{Server, ServerDatabase};
use crate::data::typed::{Model, Select};
use crate::data::value::Value;
use crate::data::{DatabaseConfig, Db, Engine, migration};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgresql,
    Mysql,
}

/// A runner over a new database.
pub(crate) struct Fixture {
    pub(crate) runner: Runner,
    pub(crate) engine: Engine,
    gate: Gate,
    folder: TempDir,
    /// Last, so that it is dropped when nothing uses the database any more.
    _server_database: Option<ServerDatabase>,
}

/// What a sink heard.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) run: Option<String>,
    pub(crate) messages: Vec<StoredMessage>,
    pub(crate) progress: Vec<Progress>,
}

impl Fixture {
    pub(crate) async fn new(backend: Backend) -> Self {
        Self::with_imports(backend, &[], Vec::new()).await
    }

    pub(crate) async fn with_imports(
        backend: Backend,
        imports: &'static [&'static ImportDescriptor],
        platform_commands: Vec<CommandEntry>,
    ) -> Self {
        let folder = TempDir::new().unwrap();
        let server_database = match backend {
            Backend::Sqlite => None,
            Backend::Postgresql => Some(ServerDatabase::new(Server::Postgres)),
            Backend::Mysql => Some(ServerDatabase::new(Server::Mysql)),
        };
        let url = server_database.as_ref().map_or_else(|| sqlite_url(folder.path()), |database| database.url.clone());
        let (busy_timeout, statement_timeout) = (Duration::from_secs(10), Duration::from_secs(10));
        let db = Db::connect(DatabaseConfig { url, readers: 2, busy_timeout, statement_timeout }).unwrap();
        migration::apply(&db, MIGRATIONS).await.unwrap();
        let engine = Engine::new(Arc::new(Catalogue::new(MODELS)), db);
        let gate = Gate::new(engine.clone(), MODELS);
        let registry = Registry {
            name: "test",
            version: "1.0.0",
            roles: &[],
            models: MODELS,
            hooks: &[],
            commands: &[],
            imports,
            migrations: MIGRATIONS,
        };
        let options = RunnerOptions {
            files: folder.path().to_owned(),
            lease: Duration::from_secs(15),
            renewal: Duration::from_millis(20),
        };
        let (engine_part, gate_part) = (engine.clone(), gate.clone());
        let parts = RunnerParts { engine: engine_part, gate: gate_part, registry, platform_commands, options };
        Self { runner: Runner::new(parts), engine, gate, folder, _server_database: server_database }
    }

    /// Writes a file that imports may read.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command of the test as the local administrator.
    pub(crate) async fn run(&self, command: CommandFn) -> (Outcome, Heard) {
        self.request(request(command)).await.unwrap()
    }

    pub(crate) async fn request(&self, request: RunRequest) -> Result<(Outcome, Heard), RunError> {
        let mut heard = Heard::default();
        let outcome = self.runner.run(request, &mut heard).await?;
        Ok((outcome, heard))
    }

    /// Records as the runtime sees them.
    pub(crate) async fn all<M: Model>(&self, query: Select<M>) -> Vec<M> {
        self.engine.select(&self.gate.platform_permit(), query).await.unwrap()
    }
}

impl Fixture {
    /// Which of these regions exist.
    pub(crate) async fn find_regions(&self, names: &[&str]) -> Vec<String> {
        let keys: Vec<Value> = names.iter().map(|name| Value::Text((*name).to_owned())).collect();
        let found = self.engine.find_keys(&self.gate.platform_permit(), "region", "name", &keys).await.unwrap();
        names
            .iter()
            .filter(|name| found.contains_key(&Value::Text((**name).to_owned())))
            .map(|name| (*name).to_owned())
            .collect()
    }

    /// Records of runs as another process would reach them.
    pub(in crate::command) fn records(&self) -> Records {
        Records::new(self.engine.clone(), self.gate.platform_permit())
    }
}

static TEST_COMMAND: CommandDescriptor = CommandDescriptor {
    path: &["test"],
    owner: "test",
    help: "",
    audience: Audience::Admin,
    is_offered: true,
    ..CommandDescriptor::PLAIN
};

/// A call of a command of the test by the local administrator.
pub(crate) fn request(command: CommandFn) -> RunRequest {
    request_of(CommandRun::Code(command))
}

/// A call of a command with or without code by the local administrator.
pub(crate) fn request_of(run: CommandRun) -> RunRequest {
    RunRequest {
        command: CommandEntry { descriptor: &TEST_COMMAND, run },
        values: ParameterValues::default(),
        caller: Caller::local_admin(),
        origin: RunOrigin::CommandLine { os_user: Some("ada".to_owned()) },
        cancellation: Cancellation::new(),
    }
}

impl Heard {
    /// The texts, one a line, each with its level.
    pub(crate) fn lines(&self) -> Vec<String> {
        let line = |stored: &StoredMessage| {
            let (level, name) = (stored.message.level().word(), stored.message.name());
            match name {
                Some(name) => format!("{level} {name} {}", stored.message.content()),
                None => format!("{level} {}", stored.message.content().as_str().unwrap_or_default()),
            }
        };
        self.messages.iter().map(line).collect()
    }
}

impl MessageSink for Heard {
    fn accepted(&mut self, run: &str) {
        self.run = Some(run.to_owned());
    }

    fn message(&mut self, message: &StoredMessage) {
        self.messages.push(message.clone());
    }

    fn progress(&mut self, progress: &Progress) {
        self.progress.push(progress.clone());
    }
}

fn sqlite_url(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("test.db").display())
}
