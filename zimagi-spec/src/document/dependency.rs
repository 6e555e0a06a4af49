//! `modules` of a manifest: the modules that it uses, each by its address or by its name.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::yaml::{Kind, Node};

use super::key::{Key, ignored, key};
use super::mapping::Mapping;
use super::reader::Reader;

/// A module that another one uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DependencyDoc {
    /// The place to point at.
    pub place: Span,
    /// `remote`: where it is installed from.
    pub remote: Option<Spanned<String>>,
    /// `name`: its name in its own manifest.
    pub name: Option<Spanned<String>>,
    /// `reference`: the branch, tag or commit.
    pub reference: Option<Spanned<String>>,
}

pub(super) const KEYS: &[Key] = &[
    key("remote", "an address", "Where the module is installed from."),
    key("name", "a name", "The module's name in its own manifest, for one that is a crate."),
    key("reference", "a branch, tag or commit", "What is installed; by default the newest."),
    key("provider", "git, github or local", "How it is fetched."),
    ignored("username", "The original's user for fetching."),
    ignored("password", "The original's secret for fetching."),
    ignored("public_key", "The original's key for fetching."),
    ignored("private_key", "The original's key for fetching."),
    ignored("groups", "The original's groups of the installed module."),
    ignored("config", "The original's settings of the installed module."),
];

const PROVIDERS: &[(&str, ())] = &[("git", ()), ("github", ()), ("local", ())];

pub(super) fn read_dependencies(manifest: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<DependencyDoc> {
    let Some(entry) = manifest.entry("modules") else { return Vec::new() };
    let Kind::Sequence(items) = &entry.value.kind else {
        reader.wrong_shape(&entry.value, "`modules` of the manifest", "a list of addresses or mappings");
        return Vec::new();
    };
    items.iter().filter_map(|item| read_dependency(item, reader)).collect()
}

fn read_dependency(node: &Node, reader: &mut Reader<'_>) -> Option<DependencyDoc> {
    let what = "each item of `modules`";
    if let Kind::Scalar(_) = &node.kind {
        let remote = reader.text(node, what)?;
        return Some(DependencyDoc { place: remote.span, remote: Some(remote), name: None, reference: None });
    }
    let mapping = Mapping::open(node.span, what, node, KEYS, reader)?;
    mapping.word("provider", PROVIDERS, reader);
    let (remote, name) = (mapping.text("remote", reader), mapping.text("name", reader));
    let place = remote.as_ref().or(name.as_ref()).map(|text| text.span);
    if place.is_none() && mapping.entry("remote").or(mapping.entry("name")).is_none() {
        reader.report(nameless(node.span));
    }
    Some(DependencyDoc { place: place?, reference: mapping.text("reference", reader), remote, name })
}

fn nameless(place: Span) -> Diagnostic {
    Diagnostic::at(Code::MissingKey, place, "an item of `modules` says neither `remote` nor `name`")
        .label("which module?")
        .help("add `remote: ADDRESS`, or `name: NAME` for a module that is a crate")
}
