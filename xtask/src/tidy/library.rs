//! Which layers of the runtime may name which libraries.

use super::reference::external;
use super::tree::{RustFile, Tree};
use super::violation::Violation;

/// A library and the folders of the runtime that may name it.
type Owner = (&'static str, &'static [&'static str]);

const OWNERS: &[Owner] = &[
    ("diesel", &["data"]),
    ("diesel_async", &["data"]),
    ("libsqlite3_sys", &["data"]),
    ("ring", &["crypto"]),
    ("aes", &["crypto"]),
    ("apalis", &["task"]),
    ("redis", &["channel", "task"]),
    ("lettre", &["mail"]),
    ("actix_web", &["http"]),
    ("actix_http", &["http"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
];

const FOLDER: &str = "zimagi-runtime/src/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust_below(FOLDER).flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Violation> {
    let layer = file.path[FOLDER.len()..].split('/').next().unwrap_or_default();
    let found = external(file).into_iter().filter_map(|reference| {
        let (library, owners) = OWNERS.iter().find(|(library, _)| reference.path[0] == *library)?;
        let sentence = format!("`{library}` may be named only in {}", owners.join("/ and ") + "/");
        (!owners.contains(&layer)).then(|| Violation::new(&file.path, reference.line, sentence))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_belongs_to_its_layers() {
        let files = [
            ("zimagi-runtime/src/http/server.rs", "use actix_web::App;\nfn f() { ::diesel::dsl::now; }"),
            ("zimagi-runtime/src/data/db.rs", "use diesel::prelude::*;"),
        ];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["zimagi-runtime/src/http/server.rs:2: `diesel` may be named only in data/"]);
    }
}
