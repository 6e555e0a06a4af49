//! `cargo zimagi new model NAME [--from …]`: a data model to begin with, or one inferred from a file or a table.

use std::io::Write;
use std::path::{Path, PathBuf};

use zimagi_codegen::{KeyedModel, Part, Plan, Project, compile};

use crate::failure::Failure;
use crate::infer::{
    Address, Draft, InferFailure, Source, draft_of_file, draft_of_table, import_text, is_name, model_text, skeleton,
};
use crate::output;
use crate::project;

/// Write a new data model into `specs/data`, and with a file an import that fills it into `specs/import`.
///
/// With `--from` kinds, nulls, keys and relations are inferred, and each guess is marked with what speaks for it.
/// An application that is to be called `model` is written by `cargo zimagi new ./model`.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The model: lower-case letters, digits and single `_`.
    name: Option<String>,
    /// A CSV file, also in a zip archive; a SQLite file; or the address of a PostgreSQL database. Without :TABLE the table of the
    /// model's name is read, or the only one.
    #[arg(long, value_name = "FILE.csv|DATABASE_URL[:TABLE]")]
    from: Option<String>,
}

/// A file to be written.
struct New {
    path: PathBuf,
    text: String,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let name = options.name.as_deref().ok_or(InferFailure::NoName)?;
    if !is_name(name) {
        return Err(InferFailure::BadName(name.to_owned()).into());
    }
    let project = project::open()?;
    let plan = project::compile_or_report(&project)?.plan;
    if plan.names(Part::Models).iter().any(|taken| taken == name) {
        return Err(InferFailure::ModelTaken { name: name.to_owned() }.into());
    }
    let model = project.folder.join("specs/data").join(format!("{name}.yml"));
    require_free(&model)?;
    let (files, notes) = match &options.from {
        None => (vec![New { path: model, text: skeleton(name) }], Vec::new()),
        Some(from) => infer(name, from, (&project, &plan), model)?,
    };
    files.iter().try_for_each(write)?;
    tell(&project, &files, &notes)
}

/// The files of an inferred model, and what is left to the person.
fn infer(
    name: &str,
    from: &str,
    (project, plan): (&Project, &Plan),
    model: PathBuf,
) -> Result<(Vec<New>, Vec<String>), Failure> {
    let models: Vec<KeyedModel<'_>> = plan.keyed_models().collect();
    if let Some(address) = Address::read(from)? {
        let draft = draft_of_table(name, &address, &models)?;
        return Ok((vec![New { path: model, text: model_text(&draft) }], Vec::new()));
    }
    let import = project.folder.join("specs/import").join(format!("{name}.yml"));
    require_free(&import)?;
    let source = Source::find(Path::new(from))?;
    let (shown, note) = place_of(project, Path::new(from))?;
    let draft = draft_of_file(name, (&source, &shown), &models, &project.folder)?;
    let texts = [(model, Some(model_text(&draft))), (import, import_of(&draft))];
    let files = texts.into_iter().filter_map(|(path, text)| text.map(|text| New { path, text }));
    Ok((files.collect(), note.into_iter().collect()))
}

fn import_of(draft: &Draft) -> Option<String> {
    draft.import.as_ref().map(|import| import_text(draft, import))
}

/// The path of a file as an import names it, and what to do if the file is where imports do not look.
fn place_of(project: &Project, file: &Path) -> Result<(String, Option<String>), InferFailure> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| InferFailure::Io { path, source }
    };
    let full = file.canonicalize().map_err(io(file))?;
    let folder = project.folder.canonicalize().map_err(io(&project.folder))?;
    if let Ok(inside) = full.strip_prefix(&folder) {
        return Ok((inside.display().to_string(), None));
    }
    let name = full.file_name().unwrap_or_default().to_string_lossy();
    let shown = format!("data/{name}");
    let note = format!(
        "Imports read files of the application only, or of the folder `ZIMAGI_FILES`: copy {} to {shown}.",
        file.display()
    );
    Ok((shown, Some(note)))
}

fn require_free(path: &Path) -> Result<(), InferFailure> {
    if path.exists() { Err(InferFailure::FileTaken(path.to_owned())) } else { Ok(()) }
}

/// A file that somebody made in between is left alone.
fn write(new: &New) -> Result<(), InferFailure> {
    let failed = |source| InferFailure::Io { path: new.path.clone(), source };
    new.path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    let mut file = std::fs::File::create_new(&new.path).map_err(failed)?;
    file.write_all(new.text.as_bytes()).map_err(failed)
}

/// Says what was written; mistakes in it are shown like any other.
fn tell(project: &Project, files: &[New], notes: &[String]) -> Result<(), Failure> {
    for file in files {
        let shown = file.path.strip_prefix(&project.folder).unwrap_or(&file.path);
        output::print(format_args!("Wrote {}\n", shown.display()))?;
    }
    notes.iter().try_for_each(|note| output::print(format_args!("{note}\n")))?;
    let compilation = compile(project);
    if !compilation.diagnostics.is_failed() {
        return output::print("Read the guesses, then go on with `cargo zimagi migration new NAME`.\n");
    }
    project::compile_or_report(project).map(|_| ())
}
