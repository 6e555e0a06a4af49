//! `cargo zimagi diff REF`: what the specs have become since a revision, for those who depend on them.

use std::collections::BTreeSet;

use clap::builder::PossibleValue;
use serde_json::json;
use zimagi_codegen::Plan;
use zimagi_codegen::comparison::{Change, Class, compare};

use crate::failure::Failure;
use crate::output;
use crate::project;
use crate::revision;

/// Show what changed in plan, access, routes and tables since a revision of the repository.
///
/// Each line is `safe`, `breaking` for clients, `destroying` values, or `opening` access. Crates and modules of other crates are
/// taken as they are now.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A commit, a tag or a branch.
    #[arg(value_name = "REF")]
    reference: String,
    /// End with the code 1 if there is a change of this class; may be given several times.
    #[arg(long, value_name = "CLASS")]
    deny: Vec<Denied>,
    /// One JSON object for programs.
    #[arg(long)]
    json: bool,
}

/// A class as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Denied(Class);

impl clap::ValueEnum for Denied {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Denied; 4] =
            [Denied(Class::Safe), Denied(Class::Breaking), Denied(Class::Destroying), Denied(Class::Opening)];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()))
    }
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let project = project::open()?;
    let after = project::compile_or_report(&project)?.plan;
    let before = plan_at(&project, &options.reference)?;
    let changes = compare(&before, &after);
    if options.json {
        let changes: Vec<_> = changes.iter().map(Change::to_json).collect();
        output::print(format_args!("{:#}\n", json!({"since": options.reference, "changes": changes})))?;
    } else {
        output::print(text_of(&changes, &options.reference))?;
    }
    let denied: BTreeSet<Class> =
        changes.iter().map(|change| change.class).filter(|class| options.deny.contains(&Denied(*class))).collect();
    if denied.is_empty() { Ok(()) } else { Err(Failure::Denied { classes: denied.into_iter().collect() }) }
}

/// The plan of a revision, whose files are there only as long as it is compiled.
fn plan_at(project: &zimagi_codegen::Project, reference: &str) -> Result<Plan, Failure> {
    let files = revision::take(&project.folder, reference)?;
    let then = project.as_in(files.path()).map_err(crate::project::ProjectFailure::from)?;
    match project::compile_or_report(&then) {
        Ok(output) => Ok(output.plan),
        Err(Failure::SpecsFailed) => Err(Failure::OldSpecsFailed { reference: reference.to_owned() }),
        Err(failure) => Err(failure),
    }
}

fn text_of(changes: &[Change], reference: &str) -> String {
    if changes.is_empty() {
        return format!("Nothing that follows from the specs has changed since {reference}.\n");
    }
    let width = changes.iter().map(|change| change.message.chars().count()).max().unwrap_or_default().min(WIDTH_MAX);
    let line = |change: &Change| {
        let (class, area) = (change.class.word(), change.area.word());
        let line = format!("{class:<10}  {area:<10}  {:<width$}  {}", change.message, change.place);
        format!("{}\n", line.trim_end())
    };
    let counts = Class::ALL.iter().filter_map(|class| {
        let count = changes.iter().filter(|change| change.class == *class).count();
        (count > 0).then(|| format!("{count} {}", class.word()))
    });
    let lines: String = changes.iter().map(line).collect();
    format!("{lines}\n{} since {reference}\n", counts.collect::<Vec<_>>().join(", "))
}

/// Places stand below each other unless a message is very long.
const WIDTH_MAX: usize = 72;
