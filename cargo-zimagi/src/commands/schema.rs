//! `cargo zimagi schema`: JSON Schemas for editors.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::schema::{self, FILES};

/// Write JSON Schemas of spec files, manifests, profiles, tasks and help texts, for editors to complete and check with.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The folder to write into.
    #[arg(long, value_name = "FOLDER", default_value = ".zimagi/schemas")]
    out: PathBuf,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let failed = |source| Failure::Write { path: options.out.clone(), source };
    std::fs::create_dir_all(&options.out).map_err(failed)?;
    println!("Name the schemas in the settings of your editor, for example `.vscode/settings.json`:\n");
    println!("{{\n  \"yaml.schemas\": {{");
    for (at, (name, files, top)) in FILES.iter().enumerate() {
        let path = options.out.join(format!("{name}.json"));
        let text = format!("{:#}\n", schema::of(name, *top));
        std::fs::write(&path, text).map_err(failed)?;
        let comma = if at + 1 < FILES.len() { "," } else { "" };
        println!("    \"{}\": \"{files}\"{comma}", path.display());
    }
    println!("  }}\n}}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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
