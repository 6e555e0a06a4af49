//! The reference of the language in the book is printed from the tables of keys. `BLESS=1` writes it as it is.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use zimagi_spec::document::{Key, Rest, Standing, Table};

/// The pages, each with what it is about.
const PAGES: &[(&str, &str, &str)] = &[
    (
        "manifest",
        "The manifest",
        "`zimagi.yml` stands beside the folder of specs and says what the application or module is.",
    ),
    (
        "files",
        "Spec files",
        "Every `.yml` or `.yaml` file below the folder of specs is read, except those whose names begin with `_` or a dot. \
         Files and folders have no meaning of their own: any file may have any section. Sections and entries may be empty, and \
         top-level keys that begin with `_` hold anchors. A value of the form `@settings.NAME` or `@time.now` gets its value \
         later; text that merely contains `@` is text.",
    ),
    ("data", "Data models", "A data model is a table, a Rust type and a resource of the data API."),
    (
        "command",
        "Commands",
        "The words of a command are its path in the tree. A node with `base`, `mixins`, `parameters`, `parse` or `groups_allowed` is a \
         command, a node with `resource` stands for commands made from a data model, any other is a group.",
    ),
    ("plugin", "Plugins", "A plugin is an interface with several providers; each owner may add providers to it."),
    (
        "import",
        "Imports",
        "An import reads rows from a source and stores them in data models, relations found by their keys.",
    ),
    ("calculation", "Calculations", "A calculation computes values from data and stores them in a field."),
    (
        "service",
        "Services, workers, channels and encryption",
        "What runs beside the application. A channel is a mapping of roles: who may send and hear; `false` leaves one out.",
    ),
    ("profile", "Profiles", "A profile says what is to be done with an application, component by component."),
    ("task", "Tasks", "A file of tasks is a mapping of names to tasks; names that begin with `_` hold anchors."),
    ("help", "Help texts", "A help file is a tree along the words of commands; each node may have two texts."),
    (
        "lock",
        "The lock file",
        "`zimagi.lock` is TOML and is written by `cargo zimagi module`. It pins the modules below `modules`: where each was taken \
         from, and what its folder must hold. The digest of a folder is that of the lines that `sha256sum` prints for its spec \
         files, manifests and licences, sorted by path.",
    ),
];

#[test]
fn the_reference_is_printed_from_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/book/keys.md");
    let text = reference();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "BLESS=1 writes it as it is");
}

#[test]
fn every_table_has_its_page() {
    let lost: Vec<_> = Table::ALL.iter().filter(|table| PAGES.iter().all(|(page, ..)| *page != table.page())).collect();
    assert!(lost.is_empty(), "tables without a page: {lost:?}");
}

fn reference() -> String {
    let mut text = "# The keys of the language\n\nPrinted from the tables that the readers use. Null is possible everywhere and says \
                    nothing.\n"
        .to_owned();
    for (page, title, introduction) in PAGES {
        write!(text, "\n## {title}\n\n{introduction}\n").unwrap();
        for table in Table::ALL.iter().filter(|table| table.page() == *page) {
            write!(text, "\n### The keys of {}\n\n| key | takes | what |\n|---|---|---|\n", table.title()).unwrap();
            table.keys().iter().for_each(|key| text.push_str(&line(key)));
            text.push_str(match table.rest() {
                Rest::Unknown => "",
                Rest::Anchors => "\nKeys with an underscore at their beginning hold anchors.\n",
                Rest::Free | Rest::FreeWithoutUnderscore => "\nOther keys belong to whoever reads the entry.\n",
            });
        }
    }
    text
}

fn line(key: &Key) -> String {
    let standing = match key.standing {
        Standing::Current => String::new(),
        Standing::Ignored => " Has no effect.".to_owned(),
        Standing::Waiting => " Has no effect yet: what uses it is left out.".to_owned(),
        Standing::Dead(instead) => format!(" Instead: {instead}."),
        Standing::Renamed(successor) => format!(" Write `{successor}`."),
    };
    let required = if key.required.is_some() { " Required." } else { "" };
    format!("| `{}` | {} | {}{required}{standing} |\n", key.name, key.words(), key.doc)
}

/// A row without its case would be a promise.
#[test]
fn every_trap_has_its_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/book/traps.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| trap "));
    let case = |row: &str| row.trim_end_matches(" |").rsplit("| ").next().unwrap().trim_matches('`').to_owned();
    let missing: Vec<_> = rows.map(case).filter(|case| !root.join("tests/corpus").join(case).exists()).collect();
    assert!(missing.is_empty(), "rows without a case: {missing:?}");
}
