//! Which crate may depend on which, and that every outside dependency is declared once, in the workspace.

use toml::{Table, Value};

use super::tree::Tree;
use super::violation::Violation;

/// What a crate of the workspace may depend on, tests apart.
struct Arrows {
    name: &'static str,
    normal: &'static [&'static str],
    build: &'static [&'static str],
}

const fn arrows(name: &'static str, normal: &'static [&'static str], build: &'static [&'static str]) -> Arrows {
    Arrows { name, normal, build }
}

const ARROWS: &[Arrows] = &[
    arrows("zimagi-spec", &[], &[]),
    arrows("zimagi-codegen", &["zimagi-spec"], &[]),
    arrows("zimagi-macros", &[], &[]),
    arrows("zimagi-runtime", &["zimagi-spec", "zimagi-macros"], &["zimagi-codegen"]),
    arrows("cargo-zimagi", &["zimagi-spec", "zimagi-codegen"], &[]),
    arrows("xtask", &[], &[]),
    arrows("e2e", &[], &[]),
    arrows("migrations", &["zimagi-spec", "zimagi-codegen"], &[]),
    arrows("peer", &[], &[]),
    arrows("corpus-build", &["zimagi-runtime"], &[]),
    arrows("generated", &["zimagi-codegen"], &[]),
    arrows("generated-build", &["zimagi-runtime"], &["generated"]),
];

/// What an application may depend on: examples with the modules in them, and the template.
const APPLICATION: Arrows = arrows("an application", &["zimagi-runtime"], &["zimagi-codegen"]);

/// Examples are workspaces of their own.
const EXAMPLES: &str = "examples/";

/// The manifests of cases are inputs of tests.
const CASES: &str = "tests/corpus/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let is_crate = |path: &str| path.ends_with("/Cargo.toml") && !path.starts_with(CASES);
    let manifests = tree.texts().filter(|(path, _)| is_crate(path));
    manifests.flat_map(|(path, text)| check_manifest(path, text)).collect()
}

fn check_manifest(path: &str, text: &str) -> Vec<Violation> {
    let Ok(manifest) = text.parse::<Table>() else { return vec![Violation::new(path, 1, "is no TOML")] };
    let name = manifest.get("package").and_then(|package| package.get("name")?.as_str()).unwrap_or_default();
    let is_member = !manifest.contains_key("workspace") && !path.starts_with(EXAMPLES);
    let Some(arrows) = find_arrows(name, is_member) else {
        return vec![Violation::new(
            path,
            1,
            format!("`{name}` has no place among the crates: say what it may depend on"),
        )];
    };
    let mut violations = Vec::new();
    for (section, allowed) in [("dependencies", arrows.normal), ("build-dependencies", arrows.build)] {
        violations.extend(check_arrows(path, text, arrows, &names(&manifest, section), allowed));
    }
    if is_member {
        violations.extend(check_declared_once(path, text, &manifest));
    }
    violations
}

fn find_arrows(name: &str, is_member: bool) -> Option<&'static Arrows> {
    if is_member { ARROWS.iter().find(|arrows| arrows.name == name) } else { Some(&APPLICATION) }
}

fn check_arrows(path: &str, text: &str, arrows: &Arrows, found: &[String], allowed: &[&str]) -> Vec<Violation> {
    let is_ours = |name: &&String| ARROWS.iter().any(|arrows| arrows.name == name.as_str());
    let against = found.iter().filter(is_ours).filter(|name| !allowed.contains(&name.as_str()));
    against
        .map(|name| Violation::new(path, line_of(text, name), format!("{} may not depend on `{name}`", arrows.name)))
        .collect()
}

fn check_declared_once(path: &str, text: &str, manifest: &Table) -> Vec<Violation> {
    let sections = ["dependencies", "build-dependencies", "dev-dependencies"];
    let all = sections.iter().filter_map(|section| manifest.get(*section)?.as_table()).flatten();
    let own = all.filter(|(_, dependency)| dependency.get("workspace").and_then(Value::as_bool) != Some(true));
    own.map(|(name, _)| Violation::new(path, line_of(text, name), format!("`{name}` is not declared in the workspace")))
        .collect()
}

fn names(manifest: &Table, section: &str) -> Vec<String> {
    manifest.get(section).and_then(Value::as_table).map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

fn line_of(text: &str, name: &str) -> usize {
    text.lines().position(|line| line.starts_with(name)).map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_against_the_order_and_own_versions_are_found() {
        let text =
            "[package]\nname = \"zimagi-spec\"\n[dependencies]\nzimagi-codegen.workspace = true\nserde = \"1\"\n";
        let violations = check(&Tree::of(&[("zimagi-spec/Cargo.toml", text)]));
        let texts: Vec<String> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "zimagi-spec/Cargo.toml:4: zimagi-spec may not depend on `zimagi-codegen`",
                "zimagi-spec/Cargo.toml:5: `serde` is not declared in the workspace",
            ]
        );
    }
}
