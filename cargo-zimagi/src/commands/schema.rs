//! `cargo zimagi schema`: JSON Schemas for editors.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::output;
use crate::schema::{self, FILES};

/// Write JSON Schemas of spec files, manifests, profiles, tasks, help texts and the lock file, for editors to complete and check with.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The folder to write into.
    #[arg(long, value_name = "FOLDER", default_value = FOLDER)]
    out: PathBuf,
}

/// Where the settings of editors in a new application look for them.
pub(crate) const FOLDER: &str = ".zimagi/schemas";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    write(&options.out)?;
    let settings = settings(&options.out);
    output::print(format_args!(
        "Name the schemas in the settings of your editor, for example `.vscode/settings.json`:\n\n{settings:#}\n"
    ))
}

/// What an editor must be told: which schema is for which files, by the keys of the two extensions that read them.
fn settings(folder: &Path) -> Value {
    let path = |name: &str| folder.join(format!("{name}.json")).display().to_string();
    let (toml, yaml): (Vec<_>, Vec<_>) = FILES.iter().partition(|(_, files, _)| files.ends_with(".lock"));
    let yaml: Map<String, Value> = yaml.iter().map(|(name, files, _)| (path(name), json!(files))).collect();
    let toml = toml.iter().map(|(name, files, _)| (format!(".*/{}", files.replace('.', "\\.")), json!(path(name))));
    let toml: Map<String, Value> = toml.collect();
    json!({"yaml.schemas": yaml, "evenBetterToml.schema.associations": toml, "files.associations": {"*.lock": "toml"}})
}

/// Writes a schema for each kind of file into a folder.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    texts().try_for_each(|(name, text)| std::fs::write(folder.join(name), text).map_err(failed))
}

/// The files of the folder, each with its name.
pub(crate) fn texts() -> impl Iterator<Item = (String, String)> {
    FILES.iter().map(|(name, _, top)| (format!("{name}.json"), format!("{:#}\n", schema::of(name, *top))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_application_tells_editors_of_each_schema() {
        let settings = include_str!("../../../app-template/.vscode/settings.json");
        let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
        assert_eq!(settings, super::settings(Path::new(FOLDER)));
    }

    #[test]
    fn there_is_a_schema_for_each_kind_of_file() {
        let folder = tempfile::tempdir().unwrap();
        run(&Options { out: folder.path().join("schemas") }).unwrap();
        for (name, ..) in FILES {
            let text = std::fs::read_to_string(folder.path().join(format!("schemas/{name}.json"))).unwrap();
            let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(schema["title"], format!("Zimagi: {name}"));
        }
    }
}
