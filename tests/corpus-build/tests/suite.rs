//! Every case is compiled, and every case's migrations apply to real databases, in both directions.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use zimagi_codegen::migration::{self, Decisions, Version};
use zimagi_codegen::project::{Closure, Member};
use zimagi_codegen::{Project, compile};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("corpus")
}

#[test]
fn every_case_is_compiled() {
    let mut found = Vec::new();
    for subject in folders(&corpus()) {
        for behaviour in folders(&subject) {
            if behaviour.join("expected").is_dir() {
                found.push(behaviour.strip_prefix(corpus()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    assert_eq!(corpus_build::CASES, found);
}

#[test]
fn migrations_apply_on_sqlite_and_can_be_undone() {
    for case in corpus_build::CASES {
        let mut db = SqliteConnection::establish(":memory:").unwrap();
        // As the runtime does.
        db.batch_execute("PRAGMA foreign_keys = OFF").unwrap();
        let migration = Migration::of(case, "sqlite");
        let mut run = |text: &str| db.batch_execute(text).unwrap_or_else(|error| panic!("{case}: {error}\n{text}"));
        migration.run_both_ways(&mut run);
    }
}

#[test]
fn migrations_apply_on_postgresql_and_can_be_undone() {
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    for case in corpus_build::CASES {
        let mut db = postgres::Client::connect(&url, postgres::NoTls).unwrap();
        let schema = format!("corpus_{}_{}", std::process::id(), case.replace('/', "_"));
        db.batch_execute(&format!("CREATE SCHEMA {schema}; SET search_path = {schema}")).unwrap();
        let migration = Migration::of(case, "postgresql");
        let mut run = |text: &str| db.batch_execute(text).unwrap_or_else(|error| panic!("{case}: {error}\n{text}"));
        migration.run_both_ways(&mut run);
        db.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).unwrap();
    }
}

/// All migrations of a case for one database, whichever databases its manifest names: oldest first. None without models.
struct Migration {
    steps: Vec<(String, String)>,
}

impl Migration {
    fn of(case: &str, history: &str) -> Self {
        let case = corpus().join(case);
        let copy = tempfile::tempdir().unwrap();
        let migrations = copy.path().join("migrations");
        let states = [(case.join("before"), "20130101000000"), (case.clone(), "20130102000000")];
        for (folder, version) in states.iter().filter(|(folder, _)| folder.exists()) {
            let project = project_for(folder, &case, copy.path(), history);
            let compilation = compile(&project);
            let text = compilation.diagnostics.render(&compilation.sources);
            let plan = compilation.output.unwrap_or_else(|| panic!("{text}")).plan;
            let version = Version::parse(version).unwrap();
            migration::new(&plan, &migrations, "step", &version, &Decisions::default()).unwrap();
        }
        let steps = folders(&migrations.join(history)).into_iter();
        let read = |folder: &Path, file| fs::read_to_string(folder.join(file)).unwrap();
        Self { steps: steps.map(|folder| (read(&folder, "up.sql"), read(&folder, "down.sql"))).collect() }
    }

    fn run_both_ways(&self, run: &mut impl FnMut(&str)) {
        let up: Vec<&String> = self.steps.iter().map(|(up, _)| up).collect();
        let down: Vec<&String> = self.steps.iter().rev().map(|(_, down)| down).collect();
        up.iter().chain(&down).chain(&up).for_each(|text| run(text));
    }
}

/// The case with a manifest for one database only, in a folder of its own.
fn project_for(folder: &Path, case: &Path, copy: &Path, history: &str) -> Project {
    fs::create_dir_all(copy.join("specs")).unwrap();
    let manifest = format!("name: shop\ncompatibility: '>=0.14.0,<0.15'\ndatabases: [{history}]\n");
    fs::write(copy.join("zimagi.yml"), manifest).unwrap();
    fs::copy(folder.join("specs/stock.yml"), copy.join("specs/stock.yml")).unwrap();
    for part in ["zimagi.lock", "modules"] {
        copy_if_there(&folder.join(part), &copy.join(part));
    }
    fs::write(copy.join("Cargo.toml"), "[dependencies]\ndiesel = \"2.3\"\n").unwrap();
    let own = case.join("platform/specs");
    let specs = if own.exists() { own } else { corpus().join("platform/specs") };
    let platform = Closure::default().with(Member { crate_name: "zimagi_runtime".to_owned(), specs });
    Project::application(copy, "shop".to_owned(), platform).unwrap()
}

fn copy_if_there(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
    }
    for entry in fs::read_dir(from).into_iter().flatten().map(|entry| entry.unwrap().path()) {
        fs::create_dir_all(to).unwrap();
        copy_if_there(&entry, &to.join(entry.file_name().unwrap()));
    }
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
