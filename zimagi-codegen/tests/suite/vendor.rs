//! Folders below `modules` that are not what `zimagi.lock` says, each with the full text of the mistake.

use std::fs;
use std::path::PathBuf;

use zimagi_codegen::compile;

use crate::support::{corpus, project_on};

#[test]
fn every_case_is_answered_with_its_text() {
    let cases: Vec<PathBuf> =
        fs::read_dir(corpus().join("errors/vendor")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!cases.is_empty());
    for case in cases {
        let compilation = compile(&project_on(&case, corpus().join("platform/specs")));
        let text = compilation.diagnostics.render(&compilation.sources);
        let expected = case.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&expected, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), text, "{}: BLESS=1 writes it", case.display());
    }
}
