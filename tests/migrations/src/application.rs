//! Applications of a few lines, and their migrations.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use zimagi_codegen::migration::{self, Decisions, MigrationError, Version};
use zimagi_codegen::project::{Closure, Member};
use zimagi_codegen::{Plan, Project, compile};
use zimagi_spec::names::Database as Kind;

/// `tests/corpus` of the repository.
#[must_use]
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("it lies in `tests`").join("corpus")
}

/// The plan of the application in a folder; its mistakes as text.
///
/// # Errors
///
/// If the specs have mistakes.
pub fn plan(folder: &Path, platform: &Path) -> Result<Plan, String> {
    let member = Member { crate_name: "zimagi_runtime".to_owned(), specs: platform.to_owned() };
    let project = Project::application(folder, "shop".to_owned(), Closure::default().with(member));
    let compilation = compile(&project.map_err(|error| error.to_string())?);
    let text = || compilation.diagnostics.render(&compilation.sources);
    compilation.output.map(|output| output.plan).ok_or_else(text)
}

/// The migrations of an application, in a folder that is apart from its specs: what is written must not be compiled in.
pub struct Migrations {
    folder: tempfile::TempDir,
    next: u32,
}

/// Statements of one migration: up and down.
pub type Texts = (String, String);

impl Default for Migrations {
    fn default() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), next: 1 }
    }
}

impl Migrations {
    /// Writes the next one; nothing may be missing afterwards.
    ///
    /// # Errors
    ///
    /// If a change needs another decision.
    ///
    /// # Panics
    ///
    /// If the same question is answered in two ways.
    pub fn write(&mut self, plan: &Plan, decisions: &Decisions) -> Result<(), MigrationError> {
        let version = Version::parse(&format!("2013{:010}", self.next)).unwrap();
        migration::new(plan, self.folder.path(), "step", &version, decisions)?;
        assert!(!migration::pending(plan, self.folder.path()).unwrap(), "what was written is all that was missing");
        self.next += 1;
        Ok(())
    }

    /// How many were written, with nothing in them or not.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.next - 1
    }

    /// The statements of all of them, oldest first. One that has nothing for this kind of database is empty.
    #[must_use]
    pub fn texts(&self, kind: Kind) -> Vec<Texts> {
        let text = |at: u32, file: &str| {
            let folders = histories(kind).iter().map(|history| self.folder.path().join(history));
            let files = folders.map(|folder| folder.join(format!("2013{at:010}_step")).join(file));
            files.filter_map(|file| fs::read_to_string(file).ok()).collect::<String>()
        };
        (1..self.next).map(|at| (text(at, "up.sql"), text(at, "down.sql"))).collect()
    }

    /// The differences that stand in the records of the latest one.
    #[must_use]
    pub fn changes(&self, kind: Kind) -> Vec<Json> {
        let records = histories(kind).iter().filter_map(|history| {
            let name = format!("{history}/2013{:010}_step/migration.json", self.next - 1);
            let text = fs::read_to_string(self.folder.path().join(name)).ok()?;
            Some(serde_json::from_str::<Json>(&text).unwrap())
        });
        records.flat_map(|record| record["changes"].as_array().unwrap().clone()).collect()
    }
}

/// The tables that a plan wants, as the record of a migration from nothing tells them.
#[must_use]
pub fn tables(plan: &Plan, kind: Kind) -> Vec<(String, Json)> {
    let mut migrations = Migrations::default();
    migrations.write(plan, &Decisions::default()).unwrap();
    let created = migrations.changes(kind).into_iter().map(|change| {
        let name = change["created"]["name"].as_str().unwrap().to_owned();
        (name, change["created"]["table"].clone())
    });
    created.collect()
}

const fn histories(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Sqlite => &["sqlite", "sqlite-messages"],
        Kind::Postgresql => &["postgresql"],
        Kind::Mysql => &["mysql"],
    }
}
