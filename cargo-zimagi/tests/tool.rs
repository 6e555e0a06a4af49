//! `cargo zimagi` as it is typed: what it prints and how it ends. Compiles no application.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A new application in a folder of its own.
struct Application {
    folder: PathBuf,
    _parent: TempDir,
}

/// How the tool ended and what it printed.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    code: i32,
    output: String,
    errors: String,
}

#[test]
fn a_mistake_ends_with_its_place() {
    let shop = Application::new();
    shop.write("specs/data/note.yml", "data:\n  note:\n    base: name_resorce\n");
    let expected = "\
error[Z0203]: unknown base `name_resorce`
 --> specs/data/note.yml:3:11
  |
3 |     base: name_resorce
  |           ^^^^^^^^^^^^ not declared
  |
  = help: did you mean `name_resource`?

checked 11 files: 1 error
";
    assert_eq!(shop.zimagi(&["check"]), Ended { code: 1, output: String::new(), errors: expected.to_owned() });
    assert_eq!(shop.zimagi(&["plan"]).code, 1);
    assert_eq!(shop.zimagi(&["migration", "new", "first"]).code, 1);
    assert!(!shop.folder.join("migrations").exists());
}

/// The case of the corpus pins every text; here the whole way from the disk to the exit code is taken.
#[test]
fn one_run_tells_every_mistake_of_a_large_project() {
    let shop = Application::new();
    let case = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/corpus/errors/project/eighteen_mistakes_among_sixty_models");
    fs::remove_dir_all(shop.folder.join("specs")).unwrap();
    fs::create_dir(shop.folder.join("specs")).unwrap();
    for file in fs::read_dir(case.join("specs")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), shop.folder.join("specs").join(file.file_name())).unwrap();
    }
    let ended = shop.zimagi(&["check"]);
    let expected = fs::read_to_string(case.join("expected.txt")).unwrap();
    assert_eq!((ended.code, ended.output.as_str()), (1, ""));
    let (told, summary) = ended.errors.rsplit_once("\n\n").unwrap();
    assert_eq!(told, expected.trim_end());
    assert!(summary.ends_with(": 18 errors\n"), "{summary}");
}

#[test]
fn what_is_not_written_yet_is_pending_until_it_is() {
    let shop = Application::new();
    let command = "command:\n  note:\n    count:\n      base: action\n      help: Counts notes.\n";
    shop.write("specs/command/note.yml", command);
    let expected = "\
pending: the command `note count` has no code
 --> specs/command/note.yml:3:5
  = help: declare `pub mod note;` in `src/commands/mod.rs`

pending: the specs ask for tables, columns or indexes that no migration makes
  = help: write one with `cargo zimagi migration new NAME`

checked 12 files: 2 pending
";
    assert_eq!(shop.zimagi(&["check"]), Ended { code: 0, output: String::new(), errors: expected.to_owned() });
    assert_eq!(shop.zimagi(&["migration", "new", "first"]).code, 0);
    shop.write(
        "src/commands/mod.rs",
        "pub mod note { pub mod count { #[zimagi_runtime::command] pub async fn run() {} } }",
    );
    let expected = "checked 12 files: no mistakes\n";
    assert_eq!(shop.zimagi(&["check"]), Ended { code: 0, output: String::new(), errors: expected.to_owned() });
}

#[test]
fn migrations_are_written_by_decision_listed_and_put_in_order() {
    let shop = Application::new();
    let model = |fields: &str| format!("data:\n  note:\n    base: name_resource\n    fields:\n{fields}");
    let specs = |fields: &str| shop.write("specs/data/note.yml", &model(fields));
    specs("      text: {type: text}\n");
    assert_eq!(shop.zimagi(&["migration", "new", "first"]).code, 0);
    let first = shop.migrations().pop().unwrap();

    // Versions are moments: the next one has to be later than this one.
    shop.set_version(&first, "20130101000000_first", None);
    specs("      body: {type: text}\n");
    let refused = shop.zimagi(&["migration", "new", "body"]);
    assert_eq!(refused.code, 3);
    assert!(refused.errors.contains("`shop_note.text` is no longer in the specs"), "{}", refused.errors);
    assert_eq!(shop.zimagi(&["migration", "new", "body", "--rename", "note.text=body"]).code, 0);
    let body = shop.migrations().pop().unwrap();
    shop.set_version(&body, "20130102000000_body", Some("20130101000000"));
    let listed = shop.zimagi(&["migration", "list"]).output;
    let expected = "20130101000000_first  additive  sqlite, sqlite-messages\n\
                    20130102000000_body  after 20130101000000  breaking  sqlite\n";
    assert_eq!(listed, expected);

    assert_eq!(shop.zimagi(&["migration", "new", "by_hand", "--empty"]).code, 0);
    let by_hand = shop.migrations().pop().unwrap();
    shop.set_version(&by_hand, "20130103000000_by_hand", Some("20130101000000"));
    let checked = shop.zimagi(&["check"]);
    let expected = "\
error[Z0750]: `20130102000000_body` and this migration follow `20130101000000`
--> migrations/sqlite/20130103000000_by_hand
 = help: put them in order with `cargo zimagi migration rebase`, which moves this one to the end
";
    assert!(checked.errors.starts_with(expected), "{}", checked.errors);
    let moved = shop.zimagi(&["migration", "rebase"]).output;
    assert!(moved.starts_with("Moved migrations/sqlite/20130103000000_by_hand to migrations/sqlite/20"), "{moved}");
    assert_eq!(shop.zimagi(&["check"]).code, 0);
}

#[test]
fn another_generator_is_refused_with_the_command_that_installs_its_tool() {
    let source = tempfile::tempdir().unwrap();
    write_older_platform(source.path());
    let shop = Application::with_options(&["--zimagi", source.path().to_str().unwrap()]);
    let tool = source.path().canonicalize().unwrap().join("cargo-zimagi");
    let expected = format!(
        "error: this is cargo-zimagi {VERSION}, and the project is built with zimagi-codegen 0.0.1: run `cargo install \
         --locked --path {}`\n",
        tool.display()
    );
    assert_eq!(shop.zimagi(&["check"]), Ended { code: 3, output: String::new(), errors: expected });
}

#[test]
fn names_that_do_not_exist_are_answered_with_the_nearest() {
    let shop = Application::new();
    let cases = [
        (["plan", "notes"], "error: there is no entry `notes`: did you mean `note`?\n"),
        (["expand", "data/notes.rs"], "error: no file `data/notes.rs` is generated: did you mean `data/note.rs`?\n"),
        (["explain", "Z9999"], "error: there is no diagnostic `Z9999`: codes look like Z0203\n"),
    ];
    for (arguments, errors) in cases {
        assert_eq!(
            shop.zimagi(&arguments),
            Ended { code: 3, output: String::new(), errors: errors.to_owned() },
            "{arguments:?}"
        );
    }
}

#[test]
fn a_plan_can_be_narrowed_to_a_kind_and_a_name_and_read_by_programs() {
    let shop = Application::new();
    let ended = shop.zimagi(&["plan", "model", "note"]);
    assert_eq!((ended.code, ended.errors.as_str()), (0, ""));
    assert!(ended.output.starts_with("model note  specs/data/note.yml:"), "{}", ended.output);
    assert!(!ended.output.contains("\nmodel "), "{}", ended.output);
    let ended = shop.zimagi(&["plan", "models", "note", "--json"]);
    let plan: serde_json::Value = serde_json::from_str(&ended.output).unwrap();
    assert_eq!((&plan["models"][0]["name"], plan["models"].as_array().unwrap().len()), (&"note".into(), 1));
    assert_eq!(plan["models"][0]["rights"][2]["routes"][0], "POST /note/");
    assert_eq!(plan["commands"], serde_json::json!([]));
}

#[test]
fn every_generated_file_can_be_shown() {
    let ended = Application::new().zimagi(&["expand"]);
    assert_eq!((ended.code, ended.errors.as_str()), (0, ""));
    assert!(ended.output.contains("// ---- data/note.rs\n"), "{}", ended.output);
}

#[test]
fn outside_a_project_the_way_in_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = tool().args(["zimagi", "check"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let folder = folder.path().canonicalize().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "error: there is no `zimagi.yml` in `{}` or above it: `cargo zimagi new NAME` makes a project\n",
            folder.display()
        )
    );
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// As much of an older platform as cargo must see.
fn write_older_platform(folder: &Path) {
    for (name, more) in [
        ("zimagi-runtime", "links = \"zimagi_runtime\"\nbuild = \"build.rs\"\n[package.metadata.zimagi]\n"),
        ("zimagi-codegen", ""),
    ] {
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.0.1\"\nedition = \"2024\"\n{more}");
        write(&folder.join(name).join("Cargo.toml"), &manifest);
        write(&folder.join(name).join("src/lib.rs"), "");
    }
    write(&folder.join("zimagi-runtime/build.rs"), "fn main() {}");
    write(&folder.join("specs/roles.yml"), "");
    std::os::unix::fs::symlink("../specs", folder.join("zimagi-runtime/specs")).unwrap();
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

impl Application {
    fn new() -> Self {
        Self::with_options(&[])
    }

    fn with_options(options: &[&str]) -> Self {
        let parent = tempfile::tempdir().unwrap();
        let output = tool().args(["zimagi", "new", "shop"]).args(options).current_dir(parent.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self { folder: parent.path().join("shop"), _parent: parent }
    }

    fn write(&self, path: &str, text: &str) {
        write(&self.folder.join(path), text);
    }

    /// The migrations of SQLite's main file, oldest first.
    fn migrations(&self) -> Vec<String> {
        let folder = fs::read_dir(self.folder.join("migrations/sqlite")).unwrap();
        let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Gives a migration another version and parent, in all its histories.
    fn set_version(&self, before: &str, after: &str, parent: Option<&str>) {
        for history in ["sqlite", "sqlite-messages"].map(|name| self.folder.join("migrations").join(name)) {
            if !history.join(before).exists() {
                continue;
            }
            fs::rename(history.join(before), history.join(after)).unwrap();
            let path = history.join(after).join("migration.json");
            let record: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let mut record = record.as_object().unwrap().clone();
            record.insert("parent".to_owned(), parent.into());
            fs::write(path, serde_json::to_string(&record).unwrap()).unwrap();
        }
    }

    fn zimagi(&self, arguments: &[&str]) -> Ended {
        let output = tool().arg("zimagi").args(arguments).current_dir(&self.folder).output().unwrap();
        Ended {
            code: output.status.code().unwrap(),
            output: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"))
}
