//! `cargo zimagi schema`: JSON Schemas for editors.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::failure::Failure;
use crate::output;
use crate::schema::{self, FILES};

/// Write JSON Schemas of spec files, manifests, profiles, tasks and help texts, for editors to complete and check with.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The folder to write into.
    #[arg(long, value_name = "FOLDER", default_value = FOLDER)]
    out: PathBuf,
}

/// Where the settings of editors in a new application look for them.
pub(super) const FOLDER: &str = ".zimagi/schemas";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    write(&options.out)?;
    let paths = FILES.iter().map(|(name, files, _)| (options.out.join(format!("{name}.json")), files));
    let schemas: Map<String, Value> = paths.map(|(path, files)| (path.display().to_string(), json!(files))).collect();
    let settings = json!({"yaml.schemas": schemas});
    output::print(format_args!(
        "Name the schemas in the settings of your editor, for example `.vscode/settings.json`:\n\n{settings:#}\n"
    ))
}

/// Writes a schema for each kind of file into a folder.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    FILES.iter().try_for_each(|(name, _, top)| {
        let text = format!("{:#}\n", schema::of(name, *top));
        std::fs::write(folder.join(format!("{name}.json")), text).map_err(failed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_application_tells_editors_of_each_schema() {
        let settings = include_str!("../../../app-template/.vscode/settings.json");
        let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
        let expected = FILES.iter().map(|(name, files, _)| (format!("{FOLDER}/{name}.json"), serde_json::json!(files)));
        assert_eq!(settings["yaml.schemas"], serde_json::Value::Object(expected.collect()));
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
