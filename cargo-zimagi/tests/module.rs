//! `cargo zimagi module` as it is typed, with repositories made on the fly. Compiles no application.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const COMMIT_OPTIONS: &[&str] =
    &["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];

/// A new application beside the repository of a module.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Self { folder };
        place.in_folder(Path::new("."), &["new", "shop"], 0);
        place.commit("zimagi.yml", "name: plants\nplatform: '*'\n");
        place.commit("specs/plant.yml", "data:\n  plant:\n    help: What grows.\n    base: name_resource\n");
        place.commit("plants.py", "import os\n");
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The address of the module's repository.
    fn url(&self) -> String {
        format!("file://{}", self.path("plants").display())
    }

    /// Commits a file of the module and gives the commit.
    fn commit(&self, path: &str, text: &str) -> String {
        let repository = self.path("plants");
        if !repository.exists() {
            fs::create_dir(&repository).unwrap();
            git(&repository, &["init", "--quiet", "--initial-branch", "main"]);
        }
        write(&repository.join(path), text);
        git(&repository, &["add", "--all"]);
        git(&repository, &["commit", "--quiet", "--message", path]);
        git(&repository, &["rev-parse", "HEAD"])
    }

    /// Runs the tool in the application, with what it printed.
    fn zimagi(&self, arguments: &[&str], code: i32) -> String {
        self.in_folder(Path::new("shop"), arguments, code)
    }

    fn in_folder(&self, folder: &Path, arguments: &[&str], code: i32) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"));
        let output =
            command.arg("zimagi").args(arguments).current_dir(self.folder.path().join(folder)).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }

    fn lock(&self) -> String {
        fs::read_to_string(self.path("shop/zimagi.lock")).unwrap()
    }

    /// Everything below `modules`, by path and text.
    fn installed(&self) -> Vec<(String, String)> {
        let root = self.path("shop/modules");
        let mut found = Vec::new();
        enter(&root, &root, &mut found);
        found.sort();
        found
    }
}

fn enter(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            enter(root, &path, found);
        } else {
            let shown = path.strip_prefix(root).unwrap().display().to_string();
            found.push((shown, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").args(COMMIT_OPTIONS).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_module_is_pinned_and_needs_its_repository_no_more() {
    let place = Place::new();
    let head = git(&place.path("plants"), &["rev-parse", "HEAD"]);
    let said = place.zimagi(&["module", "add", &place.url()], 0);
    assert_eq!(said, format!("Installed `plants` into modules/plants from {} at {}.\n", place.url(), &head[..10]));
    let files: Vec<String> = place.installed().into_iter().map(|(path, _)| path).collect();
    assert_eq!(files, ["plants/specs/plant.yml", "plants/zimagi.yml"]);
    assert!(place.lock().contains(&format!("revision = \"{head}\"\n")), "{}", place.lock());

    fs::remove_dir_all(place.path("plants")).unwrap();
    write(
        &place.path("shop/specs/data/bed.yml"),
        "data:\n  bed:\n    base: name_resource\n    fields: {plant: {relation: plant}}\n",
    );
    place.zimagi(&["check"], 0);
    let plan = place.zimagi(&["plan", "model", "plant"], 0);
    assert!(
        plan.starts_with("model plant  modules/plants/specs/plant.yml:2:3") && plan.contains("plants_plant"),
        "{plan}"
    );
    assert_eq!(
        place.zimagi(&["module", "list"], 0),
        format!("plants  as installed  {} at {}\n", place.url(), &head[..10])
    );
}

#[test]
fn a_branch_tag_or_commit_is_taken_and_kept_to() {
    let place = Place::new();
    let first = git(&place.path("plants"), &["rev-parse", "HEAD"]);
    git(&place.path("plants"), &["switch", "--quiet", "--create", "next"]);
    let second = place.commit("specs/seed.yml", "data:\n  seed:\n    base: name_resource\n");
    git(&place.path("plants"), &["tag", "v2"]);
    git(&place.path("plants"), &["switch", "--quiet", "main"]);

    place.zimagi(&["module", "add", &place.url(), "--rev", "next"], 0);
    assert!(place.lock().contains(&format!("reference = \"next\"\nrevision = \"{second}\"\n")), "{}", place.lock());
    place.zimagi(&["module", "update", "plants", "--rev", &first], 0);
    assert!(place.lock().contains(&format!("revision = \"{first}\"\n")), "{}", place.lock());
    assert_eq!(place.installed().len(), 2);
    place.zimagi(&["module", "update", "plants", "--rev", "v2"], 0);
    assert!(place.lock().contains(&format!("reference = \"v2\"\nrevision = \"{second}\"\n")), "{}", place.lock());
    let said = place.zimagi(&["module", "update"], 0);
    assert_eq!(said, format!("`plants` is up to date with {} v2 at {}.\n", place.url(), &second[..10]));
    let said = place.zimagi(&["module", "update", "plants", "--rev", "v3"], 3);
    assert!(said.contains(&format!("`{}` has no branch, tag or commit `v3`", place.url())), "{said}");
}

#[test]
fn what_does_not_check_leaves_nothing_behind() {
    let place = Place::new();
    place.commit("specs/wrong.yml", "data:\n  wrong:\n    base: name_resorce\n");
    let before = place.lock();
    let said = place.zimagi(&["module", "add", "../plants"], 1);
    let expected = "\
error[Z0203]: unknown base `name_resorce`
 --> modules/plants/specs/wrong.yml:3:11
  |
3 |     base: name_resorce
  |           ^^^^^^^^^^^^ not declared
  |
  = help: did you mean `name_resource`?

checked 14 files: 1 error
error: the specs would have these errors: nothing was changed
";
    assert_eq!(said, expected);
    assert!(!place.path("shop/modules").exists());
    assert_eq!(place.lock(), before);
}

#[test]
fn an_application_with_mistakes_of_its_own_can_still_get_a_module() {
    let place = Place::new();
    let manifest = fs::read_to_string(place.path("shop/zimagi.yml")).unwrap();
    write(&place.path("shop/zimagi.yml"), &format!("{manifest}modules: [{{remote: '{}'}}]\n", place.url()));
    let said = place.zimagi(&["check"], 1);
    assert!(
        said.contains("error[Z0720]") && said.contains(&format!("cargo zimagi module add {}", place.url())),
        "{said}"
    );
    place.zimagi(&["module", "add", &place.url()], 0);
    place.zimagi(&["check"], 0);
}

#[test]
fn another_name_is_the_one_of_tables_and_folder() {
    let place = Place::new();
    place.zimagi(&["module", "add", "../plants", "--name", "garden"], 0);
    assert!(place.lock().contains("name = \"garden\"\npath = \"../plants\"\n"), "{}", place.lock());
    assert!(place.zimagi(&["plan", "model", "plant"], 0).contains("garden_plant"));
    let said = place.zimagi(&["module", "add", "../plants", "--name", "garden"], 3);
    assert!(said.contains("`modules/garden` is there already"), "{said}");
    for name in ["../garden", "Garden", "platform", "-x"] {
        let said = place.zimagi(&["module", "add", "../plants", &format!("--name={name}")], 3);
        assert!(said.contains(&format!("`{name}` cannot be a module's name here")), "{said}");
    }
}

#[test]
fn a_module_that_is_needed_stays() {
    let place = Place::new();
    place.zimagi(&["module", "add", "../plants"], 0);
    let bed = place.path("shop/specs/data/bed.yml");
    write(&bed, "data:\n  bed:\n    base: name_resource\n    fields: {plant: {relation: plant}}\n");
    let said = place.zimagi(&["module", "remove", "plants"], 1);
    assert!(said.contains("error[Z0205]") && said.ends_with("nothing was changed\n"), "{said}");
    assert_eq!(place.installed().len(), 2);
    fs::remove_file(bed).unwrap();
    place.zimagi(&["module", "remove", "plants"], 0);
    assert!(!place.path("shop/modules").exists());
    assert_eq!(place.lock(), fs::read_to_string(template_lock()).unwrap());
    let said = place.zimagi(&["module", "remove", "plants"], 3);
    assert_eq!(said, "error: `zimagi.lock` pins no module `plants`\n");
}

#[test]
fn a_change_by_hand_is_told_and_can_be_taken_back() {
    let place = Place::new();
    place.zimagi(&["module", "add", &place.url()], 0);
    let spec = place.path("shop/modules/plants/specs/plant.yml");
    let text = fs::read_to_string(&spec).unwrap();
    write(&spec, &text.replace("What grows", "What grew"));
    let said = place.zimagi(&["check"], 1);
    assert!(place.zimagi(&["module", "list"], 0).starts_with("plants  changed  "));
    // The text of the mistake names the command.
    let (_, command) = said.split_once("run `cargo zimagi ").unwrap();
    let words: Vec<&str> = command.split('`').next().unwrap().split_whitespace().collect();
    place.zimagi(&words, 0);
    assert_eq!(fs::read_to_string(&spec).unwrap(), text);
    assert!(!place.lock().contains("reference"), "going back is not a branch: {}", place.lock());
    fs::remove_dir_all(place.path("shop/modules")).unwrap();
    assert!(place.zimagi(&["module", "list"], 0).starts_with("plants  missing  "));
    place.zimagi(&words, 0);
    place.zimagi(&["check"], 0);
}

#[test]
fn commands_of_a_module_are_pending_until_the_application_has_their_code() {
    let place = Place::new();
    let command = "command:\n  plant:\n    water:\n      base: action\n      groups_allowed: false\n";
    place.commit("specs/command.yml", command);
    place.zimagi(&["module", "add", "../plants"], 0);
    place.zimagi(&["migration", "new", "first"], 0);
    let expected = "\
pending: the command `plant water` of the module `plants` has no code
 --> modules/plants/specs/command.yml:3:5
  = help: write `src/commands/plant/water.rs` with a function marked `#[command]`: `pub async fn run(cx: &mut Context, \
parameters: crate::parameters::plant::Water) -> CommandResult`; declare its module with `pub mod`; until then the command \
says just this

checked 15 files: 1 pending
";
    assert_eq!(place.zimagi(&["check"], 0), expected);
    let code = "#[zimagi_runtime::command] pub async fn run() {}";
    write(&place.path("shop/src/commands/plant/water.rs"), code);
    let said = place.zimagi(&["check"], 0);
    assert!(said.contains("declare `pub mod plant;` in `src/commands/mod.rs`"), "{said}");
    write(&place.path("shop/src/commands/mod.rs"), "pub mod plant { pub mod water; }");
    assert_eq!(place.zimagi(&["check"], 0), "checked 15 files: no mistakes\n");
}

#[test]
fn a_revision_is_read_with_the_modules_it_had() {
    let place = Place::new();
    place.commit("LICENSE", "Free for all.");
    place.zimagi(&["module", "add", &place.url()], 0);
    let shop = place.path("shop");
    git(&shop, &["init", "--quiet", "--initial-branch", "main"]);
    git(&shop, &["add", "--all"]);
    git(&shop, &["commit", "--quiet", "--message", "first"]);
    place.commit("specs/seed.yml", "data:\n  seed:\n    base: name_resource\n");
    place.zimagi(&["module", "update"], 0);
    let said = place.zimagi(&["diff", "HEAD"], 0);
    assert!(said.contains("model seed is new") && said.contains("modules/plants/specs/seed.yml:2:3"), "{said}");
}

#[test]
fn what_would_lead_out_or_run_is_refused() {
    let place = Place::new();
    for (written, reason) in [
        ("ext::sh -c id", "is no address that is fetched from"),
        ("--upload-pack=id", "begins with `-`"),
        ("nothing", "cannot be read"),
        ("../shop/src", "it is no module"),
        ("file:///nothing/here", "`git clone` failed"),
    ] {
        let said = place.zimagi(&["module", "add", "--", written], 3);
        assert!(said.contains(reason), "{written}: {said}");
    }
    let said = place.zimagi(&["module", "add", &place.url(), "--rev=--force"], 3);
    assert!(said.contains("a revision cannot"), "{said}");
    assert!(!place.path("shop/modules").exists());
}

#[cfg(unix)]
#[test]
fn a_module_with_links_is_refused() {
    let place = Place::new();
    std::os::unix::fs::symlink("/etc/hostname", place.path("plants/specs/host.yml")).unwrap();
    place.commit("README.md", "");
    let said = place.zimagi(&["module", "add", &place.url()], 3);
    assert!(said.contains("`specs/host.yml` is a link, which could lead out of the module"), "{said}");
    assert!(!place.path("shop/modules").exists());
}

#[test]
fn a_new_module_can_be_installed() {
    let place = Place::new();
    place.in_folder(Path::new("."), &["module", "new", "field-notes"], 0);
    place.zimagi(&["module", "add", "../field-notes"], 0);
    assert!(place.zimagi(&["plan", "model", "field_notes"], 0).contains("field_notes_field_notes"));
    let said = place.in_folder(Path::new("."), &["module", "new", "field-notes"], 3);
    assert!(said.contains("exists already"), "{said}");
}

fn template_lock() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app-template/zimagi.lock")
}
