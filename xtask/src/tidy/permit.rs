//! Who may make a permit: one layer, so that there is one gate. Tests make their own.

use super::reference::external;
use super::tree::Tree;
use super::violation::Violation;

const CONSTRUCTORS: [[&str; 2]; 2] = [["Permit", "decide"], ["Permit", "platform"]];
const CALLER: &str = "zimagi-runtime/src/access/";

pub(super) fn check(tree: &Tree) -> Vec<Violation> {
    let files = tree.rust_below("zimagi-runtime/src/").filter(|file| !file.path.starts_with(CALLER));
    let found = files.flat_map(|file| {
        let calls = external(file).into_iter().filter(|reference| !reference.is_test);
        let making = calls.filter(|reference| CONSTRUCTORS.iter().any(|constructor| reference.path == *constructor));
        making.map(|reference| Violation::new(&file.path, reference.line, "only access/ may decide a permit"))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permits_are_decided_in_one_layer() {
        let text = "fn f() { Permit::decide(models, roles); }\n";
        let files = [("zimagi-runtime/src/http/admit.rs", text), ("zimagi-runtime/src/access/gate.rs", text)];
        let texts: Vec<String> = check(&Tree::of(&files)).iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["zimagi-runtime/src/http/admit.rs:1: only access/ may decide a permit"]);
    }
}
