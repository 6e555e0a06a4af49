//! The name of an application: of its crate, of its module of specs and at the beginning of its tables.

use std::fmt;
use std::path::Path;

use zimagi_spec::names::is_rust_keyword;

use super::TemplateError;

/// Names with a meaning of their own, in Cargo, in Rust or among the dependencies of an application.
const TAKEN: &[&str] = &[
    "alloc",
    "app-template",
    "build",
    "core",
    "deps",
    "diesel",
    "examples",
    "incremental",
    "platform",
    "proc-macro",
    "std",
    "test",
    "zimagi",
    "zimagi-codegen",
    "zimagi-macros",
    "zimagi-runtime",
    "zimagi-spec",
];

/// With it the longest names of constraints still leave room for a model's own name.
const LENGTH_MAX: usize = 32;

/// A name that can be a crate's and begin the names of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppName(String);

impl AppName {
    /// The last part of a folder's path.
    pub(crate) fn of_folder(folder: &Path) -> Result<Self, TemplateError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match mistake(&name) {
            Some(reason) => Err(TemplateError::BadName { name, reason }),
            None => Ok(Self(name)),
        }
    }

    /// As written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// As Rust names the library.
    pub(crate) fn ident(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl fmt::Display for AppName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn mistake(name: &str) -> Option<&'static str> {
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Some("it must begin with a letter from a to z");
    }
    if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Some("it may hold letters from a to z, digits and dashes only");
    }
    if name.ends_with('-') || name.contains("--") {
        return Some("dashes stand between letters or digits, one at a time");
    }
    if is_rust_keyword(name) {
        return Some("it is a keyword of Rust");
    }
    if TAKEN.contains(&name) {
        return Some("it has another meaning already");
    }
    (name.len() > LENGTH_MAX).then_some("it is longer than 32 characters")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_the_name() {
        let name = AppName::of_folder(Path::new("some/where/my-shop2")).unwrap();
        assert_eq!((name.as_str(), name.ident().as_str()), ("my-shop2", "my_shop2"));
    }

    #[test]
    fn bad_names_are_refused_with_the_reason() {
        let cases = [
            ("2shop", "`2shop` cannot be an application's name: it must begin with a letter from a to z"),
            ("Shop", "`Shop` cannot be an application's name: it must begin with a letter from a to z"),
            ("shöp", "`shöp` cannot be an application's name: it may hold letters from a to z, digits and dashes only"),
            (
                "shop_2",
                "`shop_2` cannot be an application's name: it may hold letters from a to z, digits and dashes only",
            ),
            (
                "my--shop",
                "`my--shop` cannot be an application's name: dashes stand between letters or digits, one at a time",
            ),
            ("match", "`match` cannot be an application's name: it is a keyword of Rust"),
            ("platform", "`platform` cannot be an application's name: it has another meaning already"),
            (
                "a-shop-for-all-and-for-everything",
                "`a-shop-for-all-and-for-everything` cannot be an application's name: it is longer than 32 characters",
            ),
            ("..", "`` cannot be an application's name: it must begin with a letter from a to z"),
        ];
        for (name, message) in cases {
            assert_eq!(AppName::of_folder(Path::new(name)).unwrap_err().to_string(), message);
        }
    }
}
