//! The files of the project, read once; Rust files parsed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::violation::Violation;
use crate::error::TaskError;

/// Every file that belongs to the project, by its path with `/`.
#[derive(Default)]
pub(super) struct Tree {
    files: BTreeMap<String, File>,
}

enum File {
    Rust(RustFile),
    Text(String),
    /// Data, pictures: only their being there counts.
    Other,
}

/// A Rust file.
pub(super) struct RustFile {
    pub(super) path: String,
    pub(super) text: String,
    /// An error has a violation of its own, and other checks pass over the file.
    pub(super) syntax: Result<syn::File, syn::Error>,
}

/// Folders that hold no sources.
const SKIPPED: &[&str] = &["target", ".git"];
/// Rust that is wrong on purpose or written by a tool.
const FIXTURES: &[&str] = &["/tests/ui/", "tests/corpus/", "/snapshots/"];
const TEXTS: &[&str] = &["md", "toml", "yml", "yaml", "txt", "sql", "stderr", "snap", "json"];

impl Tree {
    pub(super) fn load(root: &Path) -> Result<Self, TaskError> {
        let mut tree = Self::default();
        tree.load_folder(root, "")?;
        Ok(tree)
    }

    fn load_folder(&mut self, folder: &Path, prefix: &str) -> Result<(), TaskError> {
        for entry in fs::read_dir(folder).map_err(TaskError::file(folder))? {
            let entry = entry.map_err(TaskError::file(folder))?;
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let kind = entry.file_type().map_err(TaskError::file(&path))?;
            if kind.is_dir() && !SKIPPED.contains(&name.as_str()) {
                self.load_folder(&path, &format!("{prefix}{name}/"))?;
            } else if !kind.is_dir() {
                let text = if kind.is_file() && is_text(&name) { read(&path)? } else { None };
                self.add(format!("{prefix}{name}"), text);
            }
        }
        Ok(())
    }

    fn add(&mut self, path: String, text: Option<String>) {
        let is_rust = path.ends_with(".rs") && !FIXTURES.iter().any(|fixture| path.contains(fixture));
        let file = match text {
            Some(text) if is_rust => {
                let syntax = syn::parse_file(&text);
                File::Rust(RustFile { path: path.clone(), text, syntax })
            }
            Some(text) => File::Text(text),
            None => File::Other,
        };
        self.files.insert(path, file);
    }

    /// A tree for tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add((*path).to_owned(), Some((*text).to_owned()));
        }
        tree
    }

    /// All Rust files, fixtures left out.
    pub(super) fn rust(&self) -> impl Iterator<Item = &RustFile> {
        self.files.values().filter_map(|file| match file {
            File::Rust(file) => Some(file),
            File::Text(_) | File::Other => None,
        })
    }

    /// The Rust files whose path starts so.
    pub(super) fn rust_below(&self, prefix: &str) -> impl Iterator<Item = &RustFile> {
        self.rust().filter(move |file| file.path.starts_with(prefix))
    }

    /// All paths.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Text files that are no Rust, with their paths.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, file)| match file {
            File::Text(text) => Some((path.as_str(), text.as_str())),
            File::Rust(_) | File::Other => None,
        })
    }

    /// A file's text.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        match self.files.get(path)? {
            File::Rust(file) => Some(&file.text),
            File::Text(text) => Some(text),
            File::Other => None,
        }
    }

    /// Whether there is a file or folder of this path.
    pub(super) fn contains(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        self.files.contains_key(path) || self.paths().any(|file| file.starts_with(&folder))
    }
}

/// Rust files that do not parse.
pub(super) fn check_syntax(tree: &Tree) -> Vec<Violation> {
    let broken = tree.rust().filter_map(|file| Some((file, file.syntax.as_ref().err()?)));
    broken
        .map(|(file, error)| Violation::new(&file.path, error.span().start().line, format!("does not parse: {error}")))
        .collect()
}

fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension == "rs" || TEXTS.contains(&extension))
}

/// A file that is no UTF-8, as some corpus cases are on purpose, has no text.
fn read(path: &Path) -> Result<Option<String>, TaskError> {
    let bytes = fs::read(path).map_err(TaskError::file(path))?;
    Ok(String::from_utf8(bytes).ok())
}
