//! The command `import`: what it takes, who may, and its run over all chosen imports.

use zimagi_spec::descriptor::{
    Audience, CommandDescriptor, ParameterDescriptor, ParameterForm, ParameterKind, ScalarKind,
};

use super::bind::{BoundImport, bind};
use super::error::ImportError;
use super::pipeline::run_import;
use super::selection::select;
use super::store::Mode;
use crate::command::{CommandResult, Context, ParameterValues};
use crate::contract::{CommandEntry, CommandRun};
use crate::permit::Access;

/// `import [NAMES] [--tags TAG]… [--dry-run]`
pub(in crate::flow) const COMMAND: CommandEntry =
    CommandEntry { descriptor: &IMPORT, run: CommandRun::Code(|cx, values| Box::pin(run(cx, values))) };

static IMPORT: CommandDescriptor = CommandDescriptor {
    path: &["import"],
    owner: "platform",
    help: "Fills data models from the sources that the specs name.",
    audience: Audience::Admin,
    is_offered: true,
    parameters: &[NAMES, TAGS, DRY_RUN],
    ..CommandDescriptor::PLAIN
};

const NAMES: ParameterDescriptor = ParameterDescriptor {
    name: "names",
    help: "The imports to run, with all they require; all imports if none is named.",
    kind: ParameterKind::Many(ScalarKind::Text),
    form: ParameterForm::Optional,
    ..ParameterDescriptor::PLAIN
};

const TAGS: ParameterDescriptor = ParameterDescriptor {
    name: "tags",
    help: "Runs only imports that have one of these tags, and what they require.",
    kind: ParameterKind::Many(ScalarKind::Text),
    form: ParameterForm::Option("tags"),
    ..ParameterDescriptor::PLAIN
};

const DRY_RUN: ParameterDescriptor = ParameterDescriptor {
    name: "dry_run",
    help: "Reads, checks and reports, but keeps nothing.",
    kind: ParameterKind::Flag,
    form: ParameterForm::Option("dry-run"),
    ..ParameterDescriptor::PLAIN
};

async fn run(cx: &mut Context, mut values: ParameterValues) -> CommandResult {
    let (names, tags): (Vec<String>, Vec<String>) = (values.take("names")?, values.take("tags")?);
    let mode = if values.take("dry_run")? { Mode::DryRun } else { Mode::Write };
    for import in chosen(cx, &names, &tags)? {
        run_import(cx, import, mode).await?;
    }
    if mode == Mode::DryRun {
        cx.warning("this was a dry run: nothing was kept, so what one import reads was not there for the next");
    }
    Ok(())
}

/// Everything is bound and allowed before the first row is read.
fn chosen(cx: &Context, names: &[String], tags: &[String]) -> Result<Vec<BoundImport>, ImportError> {
    let registry = cx.registry();
    let chosen = select(registry.imports, names, tags)?;
    let bound: Vec<_> = chosen.iter().map(|import| bind(import, registry.models)).collect::<Result<_, _>>()?;
    bound.iter().try_for_each(|import| require_writable(cx, import))?;
    Ok(bound)
}

fn require_writable(cx: &Context, import: &BoundImport) -> Result<(), ImportError> {
    let models = import.targets.iter().map(|target| target.model);
    match models.into_iter().find(|model| cx.permit().access(model.name) != Access::Edit) {
        Some(model) => Err(ImportError::Forbidden { import: import.name, plural: model.plural }),
        None => Ok(()),
    }
}
