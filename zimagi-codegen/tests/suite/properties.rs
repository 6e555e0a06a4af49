//! What holds for all specs: order does not show, and what passes the rules becomes Rust.

use std::fs;

use proptest::prelude::*;
use zimagi_codegen::{Artifact, compile};

use crate::support::{corpus, project_on};

/// Models that refer to each other, each with the text that declares it.
const MODELS: [&str; 5] = [
    "  shelf:\n    base: name_resource\n",
    "  item:\n    base: name_resource\n    diesel: false\n    fields:\n      shelf: {relation: shelf}\n",
    "  maker:\n    base: id_resource\n    fields:\n      since: {type: date, null: true}\n",
    "  order:\n    id_fields: [item, day]\n    fields:\n      item: {relation: item}\n      day: {type: date}\n",
    "  made:\n    id_fields: [maker, item]\n    fields:\n      maker: {relation: maker}\n      item: {relation: item}\n",
];

const KINDS: [&str; 7] = ["string", "text", "integer", "float", "boolean", "date", "datetime"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_entries_and_files_does_not_show(
        order in Just([0_usize, 1, 2, 3, 4]).prop_shuffle(),
        split in 0_usize..5,
    ) {
        let (first, second) = order.split_at(split);
        let shuffled = compile_texts(&[data(first), data(second)]).unwrap();
        let sorted = compile_texts(&[data(&[0, 1, 2, 3, 4])]).unwrap();
        prop_assert_eq!(without_places(shuffled), without_places(sorted));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(order in Just([0_usize, 1, 2, 3, 4]).prop_shuffle()) {
        let texts = [data(&order)];
        prop_assert_eq!(compile_texts(&texts).unwrap(), compile_texts(&texts).unwrap());
    }

    #[test]
    fn what_passes_the_rules_becomes_rust(
        model in "[a-z]{2,8}",
        fields in proptest::collection::btree_map("[a-z]{1,3}(_[a-z]{1,3})?", field(), 1..6),
        diesel in any::<bool>(),
    ) {
        let fields: String = fields.iter().map(|(name, body)| format!("      {name}: {{{body}}}\n")).collect();
        let text = format!("data:\n  {model}:\n    base: id_resource\n    diesel: {diesel}\n    fields:\n{fields}");
        for artifact in compile_texts(&[text]).unwrap_or_default() {
            prop_assert!(syn::parse_file(&artifact.text).is_ok(), "{}", artifact.text);
        }
    }
}

/// A field with any options, whether they fit or not: rules sort out what does not.
fn field() -> impl Strategy<Value = String> {
    let kind = proptest::sample::select(KINDS.to_vec());
    let default = proptest::option::of(proptest::sample::select(vec!["1", "1.5", "true", "'a\"b'", "'2013-01-01'"]));
    let help = proptest::option::of("[ -~]{0,12}");
    (kind, any::<bool>(), default, help).prop_map(|(kind, is_nullable, default, help)| {
        let default = default.map(|default| format!(", default: {default}")).unwrap_or_default();
        let help = help.map(|help| format!(", help: '{}'", help.replace('\'', "''"))).unwrap_or_default();
        format!("type: {kind}, 'null': {is_nullable}{default}{help}")
    })
}

fn data(order: &[usize]) -> String {
    if order.is_empty() {
        return String::new();
    }
    format!("data:\n{}", order.iter().map(|at| MODELS[*at]).collect::<String>())
}

/// The artifacts of an application with these spec files, if they pass the rules.
fn compile_texts(texts: &[String]) -> Option<Vec<Artifact>> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("specs")).unwrap();
    let manifest = "name: shop\ncompatibility: '>=0.14.0,<0.15'\ndatabases: [sqlite, postgresql]\n";
    fs::write(folder.path().join("zimagi.yml"), manifest).unwrap();
    fs::write(folder.path().join("Cargo.toml"), "[dependencies]\ndiesel = \"2.3\"\n").unwrap();
    for (at, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("specs/{at}.yml")), text).unwrap();
    }
    compile(&project_on(folder.path(), corpus().join("platform/specs"))).output.map(|output| output.artifacts)
}

/// Places name files and lines, which the order does change.
fn without_places(artifacts: Vec<Artifact>) -> Vec<(String, String)> {
    let is_place = |word: &&str| !word.starts_with("specs/");
    let text = |text: &str| text.split(' ').filter(is_place).collect::<Vec<_>>().join(" ");
    let lines = |all: &str| all.lines().map(text).collect::<Vec<_>>().join("\n");
    artifacts.into_iter().map(|artifact| (artifact.path, lines(&artifact.text))).collect()
}
