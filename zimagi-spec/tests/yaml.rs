//! The tree: what the corpus of mistakes cannot show, since these files are right.

use std::path::Path;

use zimagi_spec::diagnostic::Diagnostics;
use zimagi_spec::source::SourceMap;
use zimagi_spec::yaml::{self, Kind, Node};

#[test]
fn own_keys_win_over_merged_ones_and_earlier_mappings_over_later() {
    let tree = parse("_a: &a {x: 1, y: 1}\n_b: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}\n");
    let merged = tree.get("c").unwrap();
    assert_eq!(["x", "y", "z"].map(|key| text(merged.get(key).unwrap())), ["3", "1", "2"]);
}

#[test]
fn a_quoted_merge_key_is_a_key() {
    let tree = parse("a: {'<<': 1}\n");
    assert_eq!(text(tree.get("a").unwrap().get("<<").unwrap()), "1");
}

#[test]
fn a_plain_null_is_a_key_and_no_value() {
    let tree = parse("null: true\nempty:\n");
    assert_eq!(text(tree.get("null").unwrap()), "true");
    assert!(tree.get("empty").unwrap().is_null());
}

#[test]
fn places_are_bytes_also_behind_long_characters() {
    let source = "ä: 'π'\nb: &x welt\n";
    let tree = parse(source);
    let span = |key: &str| tree.get(key).unwrap().span;
    assert_eq!(&source[span("ä").start..span("ä").end], "'π'");
    assert_eq!(&source[span("b").start..span("b").end], "welt");
}

#[test]
fn an_empty_file_and_comments_alone_are_no_tree() {
    for source in ["", "# nothing\n", "\n\n"] {
        let (tree, text) = read(source);
        assert_eq!((tree, text.as_str()), (None, ""));
    }
}

#[test]
fn short_words_of_long_characters_are_text() {
    assert_eq!(text(parse("a: ö\n").get("a").unwrap()), "ö");
}

#[test]
fn text_tagged_as_text_is_text() {
    let tree = parse("a: !!str yes\n");
    assert_eq!(text(tree.get("a").unwrap()), "yes");
}

fn parse(source: &str) -> Node {
    let (tree, text) = read(source);
    assert_eq!(text, "");
    tree.unwrap()
}

fn read(source: &str) -> (Option<Node>, String) {
    let mut sources = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add("a.yml", Path::new("a.yml"), source);
    let tree = yaml::parse(file, &sources, &mut diagnostics);
    (tree, diagnostics.render(&sources))
}

fn text(node: &Node) -> &str {
    match &node.kind {
        Kind::Scalar(scalar) => &scalar.text,
        other => panic!("{other:?} is no scalar"),
    }
}
