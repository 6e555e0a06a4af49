//! What migrations make is what plans want, for every application of the corpus on every database; and going down leaves
//! nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use migrations::application::{self, Migrations, corpus};
use migrations::database::Database;
use migrations::shape::{self, Shape};
use zimagi_codegen::Plan;
use zimagi_codegen::migration::{Decisions, Destruction};
use zimagi_spec::names::Database as Kind;

#[test]
fn a_migrated_sqlite_file_is_what_the_plan_wants() {
    round_trip(Kind::Sqlite);
}

#[test]
fn a_migrated_postgresql_database_is_what_the_plan_wants() {
    round_trip(Kind::Postgresql);
}

#[test]
fn a_migrated_mariadb_database_is_what_the_plan_wants() {
    round_trip(Kind::Mysql);
}

fn round_trip(kind: Kind) {
    let cases = cases();
    assert!(cases.len() >= 15, "the corpus has applications");
    for case in cases {
        let (migrations, plan) = migrated(&case, kind);
        let expected = shape::expected(&application::tables(&plan, kind), kind);
        let mut database = Database::fresh(kind);
        let texts = migrations.texts(kind);
        let run = |database: &mut Database, text: &str| {
            database.run(text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", case.display()));
        };
        texts.iter().for_each(|(up, _)| run(&mut database, up));
        assert_same(&case, &shape::read(&mut database), &expected);
        texts.iter().rev().for_each(|(_, down)| run(&mut database, down));
        assert_same(&case, &shape::read(&mut database), &Shape::new());
        texts.iter().for_each(|(up, _)| run(&mut database, up));
        assert_same(&case, &shape::read(&mut database), &expected);
    }
}

fn assert_same(case: &Path, found: &Shape, expected: &Shape) {
    let differences = shape::differences(found, expected);
    assert!(differences.is_empty(), "{}:\n{differences}", case.display());
}

/// Every folder with a plan.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = folders(&corpus()).iter().flat_map(|subject| folders(subject)).collect();
    cases.retain(|case| case.join("plan.txt").is_file());
    cases.sort();
    cases
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

/// The migrations of a case, from what it was before if it was something else, for one database, whichever it names.
fn migrated(case: &Path, kind: Kind) -> (Migrations, Plan) {
    let mut migrations = Migrations::default();
    let before = case.join("before");
    if before.is_dir() {
        migrations.write(&plan_for(&before, case, kind), &Decisions::default()).unwrap();
    }
    let plan = plan_for(case, case, kind);
    migrations.write(&plan, &decisions(case)).unwrap();
    (migrations, plan)
}

fn decisions(case: &Path) -> Decisions {
    let text = fs::read_to_string(case.join("decisions.txt")).unwrap_or_default();
    let mut decisions = Decisions::default();
    for line in text.lines() {
        match line.strip_prefix("--rename ") {
            Some(rename) => decisions.renames.push(rename.parse().unwrap()),
            None => decisions.destruction = Destruction::Allowed,
        }
    }
    decisions
}

fn plan_for(folder: &Path, case: &Path, kind: Kind) -> Plan {
    let copy = tempfile::tempdir().unwrap();
    for part in ["specs", "modules", "zimagi.lock"] {
        copy_all(&folder.join(part), &copy.path().join(part));
    }
    let manifest = fs::read_to_string(folder.join("zimagi.yml")).unwrap();
    let kept = manifest.lines().filter(|line| !line.starts_with("databases:")).map(|line| format!("{line}\n"));
    let manifest = kept.collect::<String>() + &format!("databases: [{}]\n", kind.word());
    fs::write(copy.path().join("zimagi.yml"), manifest).unwrap();
    fs::write(copy.path().join("Cargo.toml"), "[dependencies]\ndiesel = \"2.3\"\n").unwrap();
    let own = case.join("platform/specs");
    let platform = if own.is_dir() { own } else { corpus().join("platform/specs") };
    application::plan(copy.path(), &platform).unwrap_or_else(|mistakes| panic!("{}: {mistakes}", case.display()))
}

fn copy_all(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy_all(&entry.path(), &to.join(entry.file_name()));
        }
    } else if from.is_file() {
        fs::copy(from, to).unwrap();
    }
}
