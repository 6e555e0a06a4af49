//! The runtime's layers: none names one further out.

use super::reference::{Reference, internal};
use super::tree::{RustFile, Tree};
use super::violation::Violation;

/// From the inside out.
const LAYERS: &[&str] = &[
    "permit", "crypto", "data", "access", "value", "plugin", "command", "flow", "task", "channel", "mail", "http",
    "cli", "app",
];

/// The face towards generated code: every layer may name it, and it names only these.
const CONTRACT: &str = "contract";
const CONTRACT_NAMES: &[&str] = &["permit", "crypto", "data", "command", CONTRACT];

/// The records of the platform's own models, made by the runtime's build script: data, not a layer.
const PLATFORM: &str = "platform";

const FOLDER: &str = "zimagi-runtime/src/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust_below(FOLDER).flat_map(check_file).collect()
}

fn check_file(file: &RustFile) -> Vec<Violation> {
    let inner = &file.path[FOLDER.len()..];
    // The root declares the layers and lies in none.
    let Some((layer, _)) = inner.split_once('/') else { return Vec::new() };
    if layer != CONTRACT && layer != PLATFORM && position(layer).is_none() {
        return vec![Violation::new(&file.path, 1, format!("`{layer}` is no layer"))];
    }
    let found = internal(file).into_iter().filter_map(|reference| {
        let sentence = judge(layer, &reference)?;
        Some(Violation::new(&file.path, reference.line, sentence))
    });
    found.collect()
}

/// What is wrong with a reference, if anything.
fn judge(layer: &str, reference: &Reference) -> Option<String> {
    let target = reference.path.first()?.as_str();
    if target == layer || target == CONTRACT || target == PLATFORM {
        return None;
    }
    let Some(outer) = position(target) else {
        return Some(format!("`crate::{target}` goes through the root: name the layer it comes from"));
    };
    let is_allowed = position(layer).map_or_else(|| CONTRACT_NAMES.contains(&target), |inner| outer < inner);
    (!is_allowed).then(|| format!("`{layer}` may not name `{target}`, which lies further out"))
}

fn position(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == layer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_layers_and_the_root_may_not_be_named() {
        let text = "use crate::crypto::Token;\nuse crate::{http::Answer, Context};\nuse crate::contract::Row;\n";
        let violations = check(&Tree::of(&[("zimagi-runtime/src/data/query.rs", text)]));
        let texts: Vec<String> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "zimagi-runtime/src/data/query.rs:2: `data` may not name `http`, which lies further out",
                "zimagi-runtime/src/data/query.rs:2: `crate::Context` goes through the root: name the layer it comes from",
            ]
        );
    }
}
