//! `cargo zimagi diff` as it is typed, in a repository made on the fly. Compiles no application.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const COMMIT_OPTIONS: &[&str] =
    &["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];

/// An application in a folder of a repository.
struct Place {
    folder: TempDir,
}

const BEFORE: &str = "
data:
  customer:
    help: Somebody who buys.
    base: name_resource
    roles: {view: [reader], edit: [writer]}
    hidden_fields: [phone]
    fields:
      phone: {type: string, max_length: 32, null: true}
      rating: {type: integer, null: true}
      remark: {type: string, max_length: 200, null: true}
      email: {type: string, max_length: 100, null: true}
  coupon:
    help: A reduction.
    base: name_resource
    roles: {view: [reader]}
command:
  coupon:
    clean:
      base: action
      help: Removes coupons.
      groups_allowed: [writer]
      parameters:
        days: {type: integer, optional: '--days', default: 30, help: How old.}
";

const AFTER: &str = "
data:
  customer:
    help: Somebody who buys.
    base: name_resource
    roles: {view: [public]}
    fields:
      phone: {type: string, max_length: 64, null: true}
      rating: {type: text, null: true}
      remark: {type: string, max_length: 50, null: true}
      email: {type: string, max_length: 100, default: none@example.org, unique: true}
      since: {type: date}
      score: {type: integer, default: 0}
  purchase:
    help: Something that was bought.
    id: number
    key: number
    roles: {view: [reader]}
    fields:
      number: {type: integer}
      customer: {relation: customer, related_name: purchases}
command:
  coupon:
    clean:
      base: action
      help: Removes coupons.
      groups_allowed: [reader, writer]
";

#[test]
fn each_change_has_its_class_and_place() {
    let place = Place::new();
    place.write("specs/shop.yml", BEFORE);
    // Cargo writes its lock file anew when it first looks at the application.
    place.zimagi(&["check"], 0);
    place.commit();
    assert_eq!(place.zimagi(&["diff", "HEAD"], 0), "Nothing that follows from the specs has changed since HEAD.\n");
    place.write("specs/shop.yml", AFTER);
    assert_golden("changes.txt", &place.zimagi(&["diff", "HEAD"], 0));
    assert_eq!(git(&place.path("shop"), &["status", "--porcelain"]), " M shop/specs/shop.yml\n");
    assert_eq!(
        place.zimagi(&["diff", "HEAD", "--deny", "opening", "--deny", "destroying"], 1).lines().last(),
        Some(DENIED)
    );
    let changes: serde_json::Value = serde_json::from_str(&place.zimagi(&["diff", "HEAD", "--json"], 0)).unwrap();
    let gone = serde_json::json!({
        "class": "breaking",
        "area": "plan",
        "message": "model coupon is gone",
        "place": "specs/shop.yml:13:3",
    });
    assert!(changes["changes"].as_array().unwrap().contains(&gone), "{changes:#}");
}

const DENIED: &str = "error: there are changes that are destroying or opening";

/// The way back of a change opens what it closed.
#[test]
fn what_a_module_opens_and_what_a_command_asks_for_is_told() {
    let place = Place::new();
    place.commit();
    place.write("specs/user.yml", "data:\n  user:\n    roles: {view: [reader]}\n");
    place.write("specs/command/note.yml", "command:\n  note:\n    count:\n      base: action\n      help: Counts.\n");
    assert_golden("openings.txt", &place.zimagi(&["diff", "HEAD"], 0));
    place.zimagi(&["diff", "HEAD", "--deny", "breaking", "--deny", "destroying"], 0);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let place = Place::new();
    let shop = place.path("shop").canonicalize().unwrap();
    assert_eq!(
        place.zimagi(&["diff", "HEAD"], 3),
        format!("error: {} is not in a git repository: there is nothing to compare with\n", shop.display())
    );
    git(place.folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    fs::write(place.path("other.txt"), "nothing").unwrap();
    git(place.folder.path(), &["add", "other.txt"]);
    git(place.folder.path(), &["commit", "--quiet", "--message", "Without the application"]);
    assert_eq!(place.zimagi(&["diff", "HEAD"], 3), "error: `HEAD` holds no `zimagi.yml` of this application\n");
    assert_eq!(place.zimagi(&["diff", "v1"], 3), "error: there is no commit, tag or branch `v1`\n");
    place.write("specs/shop.yml", "data:\n  item:\n    base: name_resorce\n");
    place.commit();
    fs::remove_file(place.path("shop/specs/shop.yml")).unwrap();
    let said = place.zimagi(&["diff", "HEAD"], 3);
    assert!(said.starts_with("error[Z0203]: unknown base `name_resorce`\n --> specs/shop.yml:3:11\n"), "{said}");
    assert!(said.ends_with("error: the specs of `HEAD` have errors: there is no plan to compare with\n"), "{said}");
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        let output = tool().args(["zimagi", "new", "shop"]).current_dir(place.folder.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path("shop").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Commits everything; the application is not at the top of its repository.
    fn commit(&self) {
        let root = self.folder.path();
        git(root, &["init", "--quiet", "--initial-branch", "main"]);
        git(root, &["add", "--all"]);
        git(root, &["commit", "--quiet", "--message", "Before"]);
    }

    fn zimagi(&self, arguments: &[&str], code: i32) -> String {
        let output = tool().arg("zimagi").args(arguments).current_dir(self.path("shop")).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").args(COMMIT_OPTIONS).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Compares a text with a file below `tests/diff`, or writes it there when `BLESS` is set.
fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{} differs (run `cargo xtask bless` and read the change):\n{text}", path.display());
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"))
}
