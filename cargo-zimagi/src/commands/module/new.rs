//! `cargo zimagi module new NAME`: a new module of specs, to be published in a repository of its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::ModuleFailure;
use super::add::is_name;
use crate::failure::Failure;
use crate::output;

/// Write a new module of specs into a new folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The folder to make; its last part is the module's name.
    #[arg(value_name = "NAME")]
    folder: PathBuf,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let folder = &options.folder;
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !is_name(&name) {
        return Err(ModuleFailure::BadName { name }.into());
    }
    if folder.exists() {
        return Err(ModuleFailure::FolderTaken { folder: folder.clone() }.into());
    }
    for (path, text) in files(&name) {
        let path = folder.join(path);
        write(&path, &text).map_err(|source| ModuleFailure::Write { path, source })?;
    }
    let shown = folder.display();
    output::print(format_args!(
        "Wrote the module `{name}` into {shown}. Applications install it with `cargo zimagi module add`, from this folder or \
         from the repository that you publish it in.\n"
    ))
}

fn files(name: &str) -> [(&'static str, String); 3] {
    let model = name.replace('-', "_");
    let manifest = format!(
        "name: {name}\nversion: 0.1.0\n# The versions of the platform that the specs are for.\nplatform: '^{}'\n",
        env!("CARGO_PKG_VERSION")
    );
    let data = format!(
        "data:\n  {model}:\n    help: What the module is about.\n    base: name_resource\n    roles:\n      view: [viewer]\n"
    );
    let roles = "roles:\n  viewer: May read what the module holds.\n".to_owned();
    [("zimagi.yml", manifest), ("specs/data.yml", data), ("specs/roles.yml", roles)]
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)
}
