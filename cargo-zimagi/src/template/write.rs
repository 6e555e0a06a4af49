//! Writing the template's files with the application's own words in them.

use std::io;
use std::path::Path;

use zimagi_spec::names::Database;

use super::files::{FILES, File};
use super::{AppName, RuntimeSource, TemplateError};

/// What the template calls itself.
const OWN_NAME: &str = "app-template";

/// A new application, not yet written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Template<'a> {
    /// Its name.
    pub(crate) name: &'a AppName,
    /// Where it gets the runtime from.
    pub(crate) source: &'a RuntimeSource,
    /// The databases that migrations are written for.
    pub(crate) databases: &'a [Database],
}

impl Template<'_> {
    /// Writes all files into a folder that does not exist or is empty.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), TemplateError> {
        if is_taken(folder) {
            return Err(TemplateError::FolderNotEmpty(folder.to_owned()));
        }
        FILES.iter().try_for_each(|file| {
            let path = folder.join(file.path);
            write_file(&path, &self.text(*file)).map_err(|source| TemplateError::Write { path, source })
        })
    }

    fn text(&self, file: File) -> String {
        let text = match file.path {
            "Cargo.toml" => self.with_dependencies(file.text),
            "zimagi.yml" => self.with_databases(file.text),
            _ => file.text.to_owned(),
        };
        text.replace(OWN_NAME, self.name.as_str()).replace(&OWN_NAME.replace('-', "_"), &self.name.ident())
    }

    fn with_dependencies(&self, text: &str) -> String {
        ["zimagi-runtime", "zimagi-codegen"].iter().fold(text.to_owned(), |text, krate| {
            text.replace(&format!("{{ path = \"../{krate}\" }}"), &self.source.dependency(krate))
        })
    }

    fn with_databases(&self, text: &str) -> String {
        let words: Vec<_> = self.databases.iter().map(|database| database.word()).collect();
        text.replace("databases: [sqlite]", &format!("databases: [{}]", words.join(", ")))
    }
}

fn is_taken(folder: &Path) -> bool {
    match folder.read_dir() {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

fn write_file(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn files_speak_of_the_new_application() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("my-shop");
        write(&target).unwrap();
        let manifest = std::fs::read_to_string(target.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("name = \"my-shop\""), "{manifest}");
        assert!(manifest.contains("zimagi-runtime = { path = \"/src/zimagi/zimagi-runtime\" }"), "{manifest}");
        assert!(manifest.contains("zimagi-codegen = { path = \"/src/zimagi/zimagi-codegen\" }"), "{manifest}");
        let specs = std::fs::read_to_string(target.join("zimagi.yml")).unwrap();
        assert!(specs.contains("name: my-shop\n") && specs.contains("databases: [sqlite, postgresql]\n"), "{specs}");
        let main = std::fs::read_to_string(target.join("src/main.rs")).unwrap();
        assert!(main.contains("zimagi_runtime::run(my_shop::registry())"), "{main}");
        for file in FILES {
            let text = std::fs::read_to_string(target.join(file.path)).unwrap();
            assert!(!text.contains("app-template") && !text.contains("app_template"), "{}: {text}", file.path);
        }
    }

    #[test]
    fn a_folder_with_something_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("mine.txt"), "mine").unwrap();
        let error = write(folder.path()).unwrap_err();
        let path = folder.path().display();
        assert_eq!(error.to_string(), format!("{path} exists and is not empty: choose another name or remove it"));
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    fn write(folder: &Path) -> Result<(), TemplateError> {
        let name = AppName::of_folder(Path::new("my-shop")).unwrap();
        let source = RuntimeSource::Folder(PathBuf::from("/src/zimagi"));
        let databases = &[Database::Sqlite, Database::Postgresql];
        Template { name: &name, source: &source, databases }.write(folder)
    }
}
