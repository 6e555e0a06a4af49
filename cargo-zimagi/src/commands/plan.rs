//! `cargo zimagi plan [MODEL]`: what the specs become.

use zimagi_codegen::Plan;
use zimagi_spec::diagnostic::nearest;

use crate::failure::Failure;
use crate::project;

/// Show what the specs become: tables, types, paths, access, commands and imports.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// One data model; without it everything is shown.
    model: Option<String>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let plan = project::compile_or_report(&project::open()?)?.plan;
    let text = match &options.model {
        None => plan.render(),
        Some(name) => plan.render_model(name).ok_or_else(|| no_such_model(&plan, name))?,
    };
    print!("{text}");
    Ok(())
}

fn no_such_model(plan: &Plan, name: &str) -> Failure {
    let nearest = nearest(name, plan.model_names()).map(str::to_owned);
    Failure::NoSuchModel { written: name.to_owned(), nearest }
}
