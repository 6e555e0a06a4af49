//! `cargo zimagi expand [FILE]`: the generated code, formatted.

use zimagi_codegen::Artifact;
use zimagi_spec::diagnostic::nearest;

use crate::failure::Failure;
use crate::output;
use crate::project;

/// Show the code that a build writes, formatted for reading.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// One file, for example data/note.rs; without it all files are shown, each after a line with its path.
    file: Option<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let artifacts = project::compile_or_report(&project::open()?)?.artifacts;
    match &options.file {
        Some(path) => output::print(formatted(find(&artifacts, path)?)),
        None => artifacts
            .iter()
            .try_for_each(|one| output::print(format_args!("// ---- {}\n\n{}\n", one.path, formatted(one)))),
    }
}

fn find<'a>(artifacts: &'a [Artifact], path: &str) -> Result<&'a Artifact, Failure> {
    artifacts.iter().find(|artifact| artifact.path == path).ok_or_else(|| {
        let nearest = nearest(path, artifacts.iter().map(|artifact| artifact.path.as_str())).map(str::to_owned);
        Failure::NoSuchFile { written: path.to_owned(), nearest }
    })
}

/// Pretty-printing drops comments; the lines that call the user's code carry one and are shown as they are built.
fn formatted(artifact: &Artifact) -> String {
    if artifact.text.lines().any(|line| line.contains("; //") || line.contains(", //")) {
        return artifact.text.clone();
    }
    let file = syn::parse_file(&artifact.text).expect("generated code is Rust");
    prettyplease::unparse(&file)
}
