//! The files of `app-template/`, compiled in.

/// A file of the template.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    /// The path within the application.
    pub(super) path: &'static str,
    /// The text, with the template's own name in it.
    pub(super) text: &'static str,
}

/// Names each file once.
macro_rules! files {
    ($($path:literal,)*) => {
        &[$(File { path: $path, text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../app-template/", $path)) },)*]
    };
}

/// Every file that an application begins with. The lock file gives it the versions that the platform was tested with.
/// Migrations are not among them: an application's history begins with its own first migration.
pub(super) const FILES: &[File] = files![
    ".gitignore",
    ".vscode/settings.json",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "build.rs",
    "specs/data/note.yml",
    "specs/roles.yml",
    "src/commands/mod.rs",
    "src/lib.rs",
    "src/main.rs",
    "tests/service.rs",
    "zimagi.lock",
    "zimagi.yml",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// What lies in the folder and is no part of a new application.
    const LEFT_OUT: &[&str] = &[".zimagi", "migrations", "rustfmt.toml", "target"];

    #[test]
    fn the_list_is_the_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app-template");
        let mut found = Vec::new();
        enter(&root, "", &mut found);
        found.sort();
        assert_eq!(found, FILES.iter().map(|file| file.path).collect::<Vec<_>>());
    }

    fn enter(folder: &Path, shown: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{shown}{}", entry.file_name().into_string().unwrap());
            if LEFT_OUT.contains(&path.as_str()) {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                enter(&entry.path(), &format!("{path}/"), found);
            } else {
                found.push(path);
            }
        }
    }
}
