//! The keys of `zimagi.lock`, which pins the modules below `modules`. The generator reads and writes the file: it is TOML.

use super::key::{Key, key, takes};
use super::table::Table;
use super::takes::Takes;

pub(super) const KEYS: &[Key] = &[
    takes("version", Takes::Integer, "The form of the file, 1.").required("1"),
    takes("module", Takes::List(&Takes::Entry(Table::LockedModule)), "The modules, by name."),
];

pub(super) const MODULE_KEYS: &[Key] = &[
    takes("name", Takes::Text, "The module's name here: its folder below `modules`, and what its tables begin with.")
        .required("NAME"),
    key("git", "an address", "The repository that it was taken from.").takes(Takes::Text),
    key("reference", "a branch, tag or commit", "What was asked for; without it the newest.").takes(Takes::Text),
    key("revision", "a commit", "What was taken.").takes(Takes::Text),
    key("path", "a path", "The folder that it was taken from, if not from a repository.").takes(Takes::Text),
    key("digest", "`sha256:` and 64 hexadecimal digits", "Which files the folder must hold.")
        .takes(Takes::Text)
        .required("sha256:…"),
];
