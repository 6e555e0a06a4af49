//! Migrations beyond what the corpus shows: what is refused, and that nothing is written twice.

use std::fs;
use std::path::Path;

use zimagi_codegen::migration::{self, Decisions, MigrationError, Version};
use zimagi_codegen::{Plan, compile};

use crate::support::{compiled, corpus, project_on};

#[test]
fn specs_that_agree_with_the_record_need_no_migration() {
    let folder = tempfile::tempdir().unwrap();
    let plan = plan_of("  item:\n    base: name_resource\n");
    assert!(migration::pending(&plan, folder.path()).unwrap());
    let written = migration::new(&plan, folder.path(), "first", &version(1), &Decisions::default()).unwrap();
    assert_eq!(written.folders, [folder.path().join("sqlite/20130101000001_first")]);
    assert!(!migration::pending(&plan, folder.path()).unwrap());
    assert_eq!(
        migration::new(&plan, folder.path(), "second", &version(2), &Decisions::default()).unwrap().folders,
        [] as [&Path; 0]
    );
}

#[test]
fn every_change_that_needs_a_decision_is_named_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let before = "  shelf:\n    base: name_resource\n  item:\n    base: name_resource\n    fields:\n      \
                  size: {type: integer}\n      label: {type: string, max_length: 9}\n      made: {type: date}\n";
    let after = "  item:\n    base: name_resource\n    fields:\n      weight: {type: float}\n      \
                 label: {type: string, max_length: 8}\n      made: {type: boolean, 'null': true}\n";
    migration::new(&plan_of(before), folder.path(), "first", &version(1), &Decisions::default()).unwrap();
    let error =
        migration::new(&plan_of(after), folder.path(), "second", &version(2), &Decisions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no migration was written, because some changes need a decision:
  table `shop_shelf` is no longer in the specs: dropping it would lose its rows; allow that with `--allow-destructive`, \
         or say the new name with `--rename OLD=NEW`
  column `shop_item.size` is no longer in the specs: dropping it would lose its values; allow that with \
         `--allow-destructive`, or say the new name with `--rename MODEL.OLD=NEW`
  column `shop_item.made` changes: no value can be carried over, all are lost; allow that with `--allow-destructive`
  column `shop_item.label` changes: texts of more than 8 characters are cut; allow that with `--allow-destructive`
  column `shop_item.weight` is new and must have a value: give the field a `default:`, write `null: true`, or add it \
         with `null: true`, fill it and remove that later"
    );
    assert_eq!(fs::read_dir(folder.path().join("sqlite")).unwrap().count(), 1);
}

#[test]
fn a_version_must_be_later_than_the_last_one() {
    let folder = tempfile::tempdir().unwrap();
    migration::new(
        &plan_of("  item:\n    base: name_resource\n"),
        folder.path(),
        "first",
        &version(1),
        &Decisions::default(),
    )
    .unwrap();
    let plan = plan_of("  item:\n    base: name_resource\n  shelf:\n    base: name_resource\n");
    let error = migration::new(&plan, folder.path(), "second", &version(1), &Decisions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the version 20130101000001 is not later than 20130101000001, the last one in `migrations/sqlite`"
    );
}

#[test]
fn a_name_must_fit_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let error = migration::new(
        &plan_of("  item:\n    base: name_resource\n"),
        folder.path(),
        "a/b",
        &version(1),
        &Decisions::default(),
    );
    assert!(matches!(error, Err(MigrationError::BadSlug { .. })));
}

#[test]
fn a_record_that_is_no_json_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let plan = plan_of("  item:\n    base: name_resource\n");
    let written = migration::new(&plan, folder.path(), "first", &version(1), &Decisions::default()).unwrap();
    fs::write(written.folders[0].join("migration.json"), "<<<<<<< HEAD").unwrap();
    let error = migration::pending(&plan, folder.path());
    assert!(matches!(error, Err(MigrationError::Unreadable { .. })));
}

/// Cases of mistakes that have migrations: the language knows nothing of them.
#[test]
fn mistakes_in_migrations_are_answered_with_their_text() {
    let cases = fs::read_dir(corpus().join("errors/migration")).unwrap().map(|entry| entry.unwrap().path());
    for case in cases {
        let compilation = compile(&project_on(&case, corpus().join("platform/specs")));
        let (answer, path) = (compilation.diagnostics.render(&compilation.sources), case.join("expected.txt"));
        if std::env::var("BLESS").is_ok_and(|word| word == "1") {
            fs::write(&path, &answer).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap_or_default(), answer, "{}", case.display());
    }
}

fn version(second: u32) -> Version {
    Version::parse(&format!("201301010000{second:02}")).unwrap()
}

fn plan_of(models: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("specs")).unwrap();
    let manifest = "name: shop\ncompatibility: '>=0.14.0,<0.15'\ndatabases: [sqlite]\n";
    fs::write(folder.path().join("zimagi.yml"), manifest).unwrap();
    fs::write(folder.path().join("specs/data.yml"), format!("data:\n{models}")).unwrap();
    compiled(&project_on(folder.path(), corpus().join("platform/specs"))).plan
}
