//! Whether an application may use Diesel's macros: they cannot be re-exported, so it needs the dependency itself.

use std::path::Path;

use toml::Value;
use zimagi_spec::rules::DieselDependency;

/// The minor version of Diesel that the runtime is built with.
pub const MINOR: &str = "2.3";

/// Looks for `diesel` in the `Cargo.toml` of a folder.
pub(super) fn read_dependency(folder: &Path) -> DieselDependency {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    let manifest: Option<Value> = toml::from_str(&text).ok();
    let dependency = manifest.as_ref().and_then(|manifest| manifest.get("dependencies")?.get("diesel"));
    if dependency.is_some_and(is_fit) {
        DieselDependency::Present
    } else {
        let line = format!("diesel = {{ version = \"{MINOR}\", default-features = false }}");
        DieselDependency::Missing { line }
    }
}

/// A version inherited from a workspace is the workspace's care.
fn is_fit(dependency: &Value) -> bool {
    let is_inherited = dependency.get("workspace").and_then(Value::as_bool) == Some(true);
    let version = dependency.as_str().or_else(|| dependency.get("version")?.as_str());
    is_inherited || version.is_some_and(is_same_minor)
}

fn is_same_minor(requirement: &str) -> bool {
    let version = requirement.trim_start_matches(['^', '=', '~', ' ']);
    version == MINOR || version.strip_prefix(MINOR).is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_runtimes_minor_version_fits() {
        let fits = ["\"2.3\"", "\"=2.3.9\"", "{ version = \"^2.3.1\" }", "{ workspace = true }"];
        let misfits = ["\"2\"", "\"2.30\"", "\"2.2\"", "{ path = \"diesel\" }"];
        for (texts, expected) in [(fits.as_slice(), true), (misfits.as_slice(), false)] {
            for text in texts {
                let manifest: Value = toml::from_str(&format!("diesel = {text}")).unwrap();
                assert_eq!(is_fit(&manifest["diesel"]), expected, "{text}");
            }
        }
    }

    #[test]
    fn the_minor_version_is_the_workspaces() {
        let manifest = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"));
        let manifest: Value = toml::from_str(manifest).unwrap();
        assert_eq!(manifest["workspace"]["dependencies"]["diesel"]["version"].as_str(), Some(MINOR));
    }
}
