//! What editors complete and check by.

use std::path::Path;

use zimagi_codegen::Project;

use super::Finding;
use crate::commands::schema::{FOLDER, texts};

/// Whether the schemas are those of this version, and whether an editor knows of them.
pub(super) fn examine(project: &Project) -> Vec<Finding> {
    let folder = project.folder.join(FOLDER);
    let old: Vec<String> =
        texts().filter(|(name, text)| !holds(&folder.join(name), text)).map(|(name, _)| name).collect();
    let schemas = if old.is_empty() {
        Finding::ok("editor", format!("the schemas in `{FOLDER}` are those of this version"))
    } else {
        let message = format!("missing or of another version in `{FOLDER}`: {}", old.join(", "));
        Finding::warning("editor", message, "run `cargo zimagi schema`")
    };
    let settings = project.folder.join(".vscode/settings.json");
    let known = std::fs::read_to_string(settings).is_ok_and(|text| text.contains(FOLDER));
    let settings = if known {
        Finding::ok("editor", "`.vscode/settings.json` names the schemas")
    } else {
        let message = "`.vscode/settings.json` names no schemas: editors neither complete nor check specs";
        Finding::warning("editor", message, "put the settings there that `cargo zimagi schema` prints")
    };
    vec![schemas, settings]
}

fn holds(path: &Path, text: &str) -> bool {
    std::fs::read_to_string(path).is_ok_and(|found| found == text)
}
