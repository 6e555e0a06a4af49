//! `cargo zimagi new hook MODEL`: code that takes part when records of a model are written, to begin with.

use std::io;
use std::path::{Path, PathBuf};

use zimagi_codegen::HooksToWrite;

use crate::failure::Failure;
use crate::output;
use crate::project;

/// Write hooks for a data model into `src/hooks`.
///
/// They are called when records of the model are written: to set fields, to refuse, to be told. Nothing is overwritten.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The data model.
    model: String,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let project = project::open()?;
    let plan = project::compile_or_report(&project)?.plan;
    let hooks = plan.hooks_to_write(&options.model).ok_or_else(|| Failure::NoSuchEntry {
        what: "data model",
        written: options.model.clone(),
        nearest: None,
    })?;
    let source = project.folder.join("src");
    let file = source.join("hooks").join(format!("{}.rs", hooks.module));
    write_new(&file, &stub(&options.model, &hooks))?;
    print_written(&project.folder, &file)?;
    declare(&source, &hooks.module, &project.folder)?;
    if !hooks.is_asked_for {
        output::print(format_args!("Write `hooks: true` into the entry of `{}` in the specs.\n", options.model))?;
    }
    output::print("Go on with `cargo zimagi check`.\n")
}

/// Declares the module in `src/hooks/mod.rs`, which is made if it is not there.
fn declare(source: &Path, module: &str, folder: &Path) -> Result<(), Failure> {
    let declaration = format!("pub mod {module};\n");
    let (file, beside) = (source.join("hooks/mod.rs"), source.join("hooks.rs"));
    if beside.exists() {
        return output::print(format_args!("Declare `{}` in src/hooks.rs.\n", declaration.trim_end()));
    }
    match std::fs::read_to_string(&file) {
        Ok(text) if text.contains(declaration.trim_end()) => Ok(()),
        Ok(_) => output::print(format_args!("Declare `{}` in src/hooks/mod.rs.\n", declaration.trim_end())),
        Err(_) => {
            write_new(&file, &format!("//! What happens when records are written.\n\n{declaration}"))?;
            print_written(folder, &file)?;
            output::print("Declare `pub mod hooks;` in src/lib.rs.\n")
        }
    }
}

fn print_written(folder: &Path, file: &Path) -> Result<(), Failure> {
    output::print(format_args!("Wrote {}\n", file.strip_prefix(folder).unwrap_or(file).display()))
}

/// A file that is there is left alone.
fn write_new(path: &PathBuf, text: &str) -> Result<(), Failure> {
    let failed = |source: io::Error| Failure::Write { path: path.clone(), source };
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(failed)?;
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    io::Write::write_all(&mut file, text.as_bytes()).map_err(failed)
}

fn stub(model: &str, hooks: &HooksToWrite) -> String {
    let HooksToWrite { module, type_name, records, record, .. } = hooks;
    format!(
        "\
//! What happens when records of `{model}` are written or deleted, by whichever way.

use zimagi_runtime::{{Draft, HookContext, HookResult, Hooks}};

use {records}::{record};

/// The hooks of `{model}`. What is removed here does nothing.
pub struct {type_name};

impl Hooks<{record}> for {type_name} {{
    /// Sets fields: `draft.set({module}().FIELD(), value)`.
    async fn before_save(_cx: &mut HookContext<'_, {record}>, _draft: &mut Draft<{record}>) -> HookResult {{
        Ok(())
    }}

    /// Refuses what must not be stored: `cx.refuse({module}().FIELD(), \"why\")`.
    async fn validate(_cx: &mut HookContext<'_, {record}>, _draft: &Draft<{record}>) -> HookResult {{
        Ok(())
    }}

    /// Is told of what is stored, before the transaction ends.
    async fn after_save(_cx: &mut HookContext<'_, {record}>, _draft: &Draft<{record}>) -> HookResult {{
        Ok(())
    }}

    /// Refuses what must not be deleted: `cx.refuse_record(\"why\")`.
    async fn before_delete(_cx: &mut HookContext<'_, {record}>, _record: &{record}) -> HookResult {{
        Ok(())
    }}
}}
"
    )
}
