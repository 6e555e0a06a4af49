//! Migrations beyond what the corpus shows: what is refused, and that nothing is written twice.

use std::fs;
use std::path::Path;

use zimagi_codegen::migration::{self, Decisions, Destruction, Effect, History, MigrationError, Version};
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

#[test]
fn a_new_name_that_names_nothing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let before = plan_of("  item:\n    base: name_resource\n    fields:\n      label: {type: text}\n");
    migration::new(&before, folder.path(), "first", &version(1), &Decisions::default()).unwrap();
    let after = plan_of("  item:\n    base: name_resource\n    fields:\n      title: {type: text}\n");
    let cases = [
        ("item.name=title", "`--rename item.name=title` cannot be: `item` has lost no field `name`"),
        ("item.label=name", "`--rename item.label=name` cannot be: `item` has no new field `name`"),
        ("shelf.label=title", "`--rename shelf.label=title` cannot be: the specs have no model `shelf`"),
        ("shelf=item", "`--rename shelf=item` cannot be: no migration has made a table for `shelf`"),
        ("item=shelf", "`--rename item=shelf` cannot be: the specs have no model `shelf`"),
    ];
    for (rename, expected) in cases {
        let error = migration::new(&after, folder.path(), "second", &version(2), &renaming(&[rename])).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    assert!("label".parse::<migration::Rename>().is_err());
    let asked = migration::questions(&after, folder.path(), &Decisions::default()).unwrap();
    assert_eq!(asked, renaming(&["item.label=title"]).renames);
    let none = migration::questions(&after, folder.path(), &renaming(&["item.label=title"])).unwrap();
    assert_eq!(none, []);
    migration::new(&after, folder.path(), "second", &version(2), &renaming(&["item.label=title"])).unwrap();
}

#[test]
fn additive_is_what_an_older_program_does_not_notice() {
    let before = "  item:\n    base: name_resource\n    fields:\n      label: {type: string, max_length: 8}\n";
    let cases = [
        (8, "size: {type: integer, 'null': true}", Effect::Additive),
        (8, "size: {type: integer, default: 1}", Effect::Additive),
        (9, "", Effect::Additive),
        (7, "", Effect::Breaking),
    ];
    for (length, field, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        let after = before.replace("max_length: 8", &format!("max_length: {length}")) + &format!("      {field}\n");
        migration::new(&plan_of(before), folder.path(), "first", &version(1), &Decisions::default()).unwrap();
        let allowed = Decisions { destruction: Destruction::Allowed, ..Decisions::default() };
        migration::new(&plan_of(&after), folder.path(), "second", &version(2), &allowed).unwrap();
        let listed = migration::list(folder.path()).unwrap();
        assert_eq!(listed[1].effect, expected, "{length} {field}");
        assert_eq!(listed[1].histories, [(History::Sqlite, Some(version(1)))]);
    }
}

/// Two people add a field each; the second migration makes SQLite's table anew, and must keep the first one's field.
#[test]
fn a_migration_that_moves_is_written_anew_for_what_it_finds() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let base = "  item:\n    base: name_resource\n    fields:\n      label: {type: text}\n";
    let one = base.to_owned() + "      size: {type: integer, 'null': true}\n";
    let two = base.replace("label", "title");
    for migrations in [folder.path(), other.path()] {
        migration::new(&plan_of(base), migrations, "first", &version(1), &Decisions::default()).unwrap();
    }
    migration::new(&plan_of(&one), folder.path(), "size", &version(3), &Decisions::default()).unwrap();
    migration::new(&plan_of(&two), other.path(), "title", &version(2), &renaming(&["item.label=title"])).unwrap();
    fs::rename(other.path().join("sqlite/20130101000002_title"), folder.path().join("sqlite/20130101000002_title"))
        .unwrap();

    let moved = migration::rebase(folder.path(), Some(&version(2)), &version(4)).unwrap();
    let after = folder.path().join("sqlite/20130101000004_title");
    assert_eq!(moved.iter().map(|one| &one.after).collect::<Vec<_>>(), [&after]);
    let up = fs::read_to_string(after.join("up.sql")).unwrap();
    assert!(up.contains("\"title\" TEXT NOT NULL") || up.contains("RENAME COLUMN \"label\" TO \"title\""), "{up}");
    let parents: Vec<_> =
        migration::list(folder.path()).unwrap().into_iter().map(|one| one.histories[0].1.clone()).collect();
    assert_eq!(parents, [None, Some(version(1)), Some(version(3))]);
    let both = one.replace("label", "title");
    assert!(!migration::pending(&plan_of(&both), folder.path()).unwrap());
    assert_eq!(migration::rebase(folder.path(), None, &version(5)).unwrap(), []);
    let error = migration::rebase(folder.path(), Some(&version(9)), &version(10)).unwrap_err();
    assert!(matches!(error, MigrationError::NoMigration { .. }));
}

#[test]
fn a_migration_by_hand_has_comments_and_a_parent() {
    let folder = tempfile::tempdir().unwrap();
    let plan = plan_of("  item:\n    base: name_resource\n");
    migration::new(&plan, folder.path(), "first", &version(1), &Decisions::default()).unwrap();
    let written = migration::empty(&plan, folder.path(), "move_labels", &version(2)).unwrap();
    assert_eq!(written.folders, [folder.path().join("sqlite/20130101000002_move_labels")]);
    let up = fs::read_to_string(written.folders[0].join("up.sql")).unwrap();
    assert!(up.lines().all(|line| line.starts_with("-- ")), "{up}");
    assert_eq!(migration::list(folder.path()).unwrap()[1].histories, [(History::Sqlite, Some(version(1)))]);
    assert!(!migration::pending(&plan, folder.path()).unwrap());
}

fn renaming(renames: &[&str]) -> Decisions {
    let renames = renames.iter().map(|rename| rename.parse().unwrap()).collect();
    Decisions { renames, ..Decisions::default() }
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
