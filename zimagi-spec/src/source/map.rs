//! The texts of all files that were read.

use std::path::{Path, PathBuf};

use super::{FileId, Span};

/// Every file that was read, in the order of reading.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

/// One file: how it is called in messages, and its text.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as shown to people, relative to the project.
    pub name: String,
    /// The path on disk.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
}

impl SourceMap {
    /// Adds a file and gives its id.
    ///
    /// # Panics
    ///
    /// If there are more than four thousand million files.
    pub fn add(&mut self, name: impl Into<String>, path: &Path, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("the number of files fits 32 bits"));
        self.files.push(SourceFile { name: name.into(), path: path.to_owned(), text: text.into() });
        id
    }

    /// The file of an id that this map gave.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// `file:line:column` of a span's start; line and column count from one, columns in characters.
    #[must_use]
    pub fn locate(&self, span: Span) -> String {
        let file = self.file(span.file);
        let before = &file.text[..span.start.min(file.text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{}:{line}:{column}", file.name)
    }
}
