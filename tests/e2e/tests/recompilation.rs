//! What is compiled again when a spec changes: the application, and nothing that it stands on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The name of the copy, so that its binary does not take the place of the example's.
const COPY: &str = "recompiled";

#[test]
fn another_field_on_a_platform_model_compiles_the_application_only() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    copy_example(folder.path());
    build(folder.path());
    let spec = folder.path().join("specs/data/user.yml");
    let text = std::fs::read_to_string(&spec).expect("the example adds to the platform's user");
    let changed =
        text.replace("desk: {", "floor: {type: integer, null: true, help: The floor it is on.}\n      desk: {");
    assert_ne!(text, changed);
    std::fs::write(&spec, changed).expect("specs can be written");

    let fresh = build(folder.path());
    assert_eq!(fresh.get(COPY), Some(&false), "the application holds the descriptor of `user`");
    for crate_name in ["zimagi_runtime", "zimagi_spec", "zimagi_codegen"] {
        assert_eq!(fresh.get(crate_name), Some(&true), "{crate_name} was compiled again");
    }
}

/// Builds, and tells of each library whether it could stay as it was.
fn build(folder: &Path) -> BTreeMap<String, bool> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--lib", "--message-format", "json"]).current_dir(folder).env("CARGO_TARGET_DIR", target());
    let output = command.output().expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let messages = messages.lines().map(|line| serde_json::from_str::<Value>(line).expect("cargo writes JSON"));
    messages
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["kind"][0] == "lib")
        .map(|message| (text(&message["target"]["name"]), message["fresh"] == true))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The folder in which the example was built, so that nothing is built twice.
fn target() -> PathBuf {
    let binary = std::env::var_os("ZIMAGI_E2E_BINARY").expect("ZIMAGI_E2E_BINARY names the example's binary");
    Path::new(&binary).ancestors().nth(2).expect("it lies in a target folder").to_owned()
}

fn copy_example(to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/nycflights");
    for folder in ["specs", "src", "migrations"] {
        copy_folder(&from.join(folder), &to.join(folder));
    }
    for file in ["Cargo.toml", "Cargo.lock", "build.rs", "zimagi.lock", "zimagi.yml"] {
        std::fs::copy(from.join(file), to.join(file)).expect("files can be copied");
    }
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in the checkout");
    let manifest = to.join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).expect("the manifest is text");
    let text = text.replace("\"../../zimagi-", &format!("\"{}/zimagi-", checkout.display()));
    let text = text.replace("name = \"nycflights\"", &format!("name = \"{COPY}\""));
    std::fs::write(&manifest, text).expect("the manifest can be written");
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("folders can be made");
    for entry in std::fs::read_dir(from).expect("the example is there") {
        let path = entry.expect("entries can be read").path();
        let target = to.join(path.file_name().expect("entries have names"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("files can be copied");
        }
    }
}
