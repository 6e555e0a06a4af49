//! Applications of a given size, written below `target/bench`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::TaskError;
use crate::project::Project;

/// A generated application.
pub(super) struct Generated {
    pub(super) folder: PathBuf,
    pub(super) models: usize,
}

/// Which models have a Diesel schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Schemas {
    /// None.
    None,
    /// Every one.
    All,
}

/// Twelve fields of every kind; two relations come with them.
const FIELDS: [(&str, &str); 12] = [
    ("title", "string, max_length: 128, index: true"),
    ("summary", "text, null: true"),
    ("amount", "integer"),
    ("weight", "float, null: true"),
    ("is_open", "boolean, default: true"),
    ("day", "date"),
    ("moment", "datetime, null: true"),
    ("reference", "string, max_length: 64, null: true"),
    ("position", "integer, default: 0"),
    ("share", "float, default: 0.5"),
    ("remark", "text, null: true"),
    ("revised", "datetime, null: true"),
];

impl Generated {
    /// Writes it anew.
    pub(super) fn write(project: &Project, models: usize, schemas: Schemas) -> Result<Self, TaskError> {
        let name = match schemas {
            Schemas::None => format!("bench_{models}"),
            Schemas::All => format!("bench_{models}_diesel"),
        };
        let folder = project.path(&format!("target/bench/rebuild-{name}"));
        let application = Self { folder, models };
        for model in 0..models {
            application.write_file(&spec_path(model), &spec(model, None))?;
        }
        // Without one cargo would look for it on every build.
        application.write_file("zimagi.lock", "version = 1\n")?;
        application.write_file("zimagi.yml", &MANIFEST.replace("NAME", &name).replace("WHICH", schemas.word()))?;
        application.write_file("Cargo.toml", &cargo_toml(project, &name)?)?;
        application.write_file("build.rs", BUILD)?;
        application.write_file("src/lib.rs", LIBRARY)?;
        application.write_file("src/main.rs", &BINARY.replace("NAME", &name))?;
        copy_lock(project, &application.folder)?;
        Ok(application)
    }

    /// Gives the model in the middle a field more, another one in each round.
    pub(super) fn edit(&self, round: usize) -> Result<(), TaskError> {
        let model = self.models / 2;
        self.write_file(&spec_path(model), &spec(model, Some(&format!("extra_{}", char::from(b'a' + round as u8)))))
    }

    fn write_file(&self, path: &str, text: &str) -> Result<(), TaskError> {
        let path = self.folder.join(path);
        let parent = path.parent().expect("files of an application lie in its folder");
        fs::create_dir_all(parent).map_err(TaskError::file(parent))?;
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        fs::write(&path, text).map_err(TaskError::file(&path))
    }
}

impl Schemas {
    fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::All => "all",
        }
    }
}

fn spec_path(model: usize) -> String {
    format!("specs/data/{}.yml", name(model))
}

/// Names of letters only: `model_ab`.
fn name(model: usize) -> String {
    let letter = |value: usize| char::from(b'a' + value as u8);
    format!("model_{}{}", letter(model / 20), letter(model % 20))
}

fn spec(model: usize, extra: Option<&str>) -> String {
    let mut text =
        format!("data:\n  {}:\n    base: name_resource\n    roles: {{view: [public]}}\n    fields:\n", name(model));
    let relations = [("owner", parent(model, 1, "user")), ("source", parent(model, 2, "group"))];
    for (field, target) in relations {
        let _ =
            writeln!(text, "      {field}: {{relation: {target}, null: true, related_name: {}_{field}}}", name(model));
    }
    for (field, type_) in FIELDS.into_iter().chain(extra.map(|extra| (extra, "integer, null: true"))) {
        let _ = writeln!(text, "      {field}: {{type: {type_}}}");
    }
    text
}

/// Relations lead to earlier models, so that they form no cycle; the first ones lead to the platform's.
fn parent(model: usize, distance: usize, platform: &str) -> String {
    model.checked_sub(distance).map_or_else(|| platform.to_owned(), name)
}

/// The example's manifest under another name, so that dependencies and profiles are the same and need no second build.
fn cargo_toml(project: &Project, name: &str) -> Result<String, TaskError> {
    let path = project.path("examples/nycflights/Cargo.toml");
    let text = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
    Ok(text
        .replace("name = \"nycflights\"", &format!("name = \"{name}\""))
        .replace("../../zimagi-", "../../../zimagi-"))
}

fn copy_lock(project: &Project, folder: &Path) -> Result<(), TaskError> {
    let path = project.path("examples/nycflights/Cargo.lock");
    let text = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
    let to = folder.join("Cargo.lock");
    fs::write(&to, text).map_err(TaskError::file(&to))
}

const MANIFEST: &str = "name: NAME\nplatform: '>=0.1'\ndatabases: [sqlite]\ndiesel: WHICH\n";

const BUILD: &str = "//! Checks the specs and writes the code that `src/lib.rs` includes.\n\n\
                     fn main() {\n    zimagi_codegen::build();\n}\n";

const LIBRARY: &str = "//! A generated application.\n\nzimagi_runtime::include_generated!();\n";

const BINARY: &str = "//! The binary.\n\n\
                      fn main() -> std::process::ExitCode {\n    zimagi_runtime::run(NAME::registry())\n}\n";
