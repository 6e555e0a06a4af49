//! An application with such specs, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zimagi_codegen::migration::{self, Decisions, Version};
use zimagi_codegen::project::{Closure, Member};
use zimagi_codegen::{Output, Project, compile};

/// An application for one database or for all.
pub struct Generated {
    folder: TempDir,
    /// What it becomes.
    pub output: Output,
}

impl Generated {
    /// The application, if its specs pass the rules.
    ///
    /// # Panics
    ///
    /// If the folder cannot be written.
    #[must_use]
    pub fn of(specs: &str, databases: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
        fs::create_dir(folder.path().join("specs")).unwrap();
        write("specs/all.yml", specs);
        write("zimagi.yml", &format!("name: shop\nplatform: '*'\ndatabases: [{databases}]\n"));
        write("Cargo.toml", "[dependencies]\ndiesel = \"2.3\"\n");
        let specs = repository().join("tests/corpus/platform/specs");
        let platform = Closure::default().with(Member { crate_name: "zimagi_runtime".to_owned(), specs });
        let project = Project::application(folder.path(), "shop".to_owned(), platform).unwrap();
        let output = compile(&project).output?;
        Some(Self { folder, output })
    }

    /// The first migration for a database, up and down.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn migration(&self, database: &str) -> (String, String) {
        let migrations = self.folder.path().join("migrations");
        let version = Version::parse("20130101000000").unwrap();
        migration::new(&self.output.plan, &migrations, "first", &version, &Decisions::default()).unwrap();
        let folder = migrations.join(database).join("20130101000000_first");
        let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
        (read("up.sql"), read("down.sql"))
    }
}

/// The checkout.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
