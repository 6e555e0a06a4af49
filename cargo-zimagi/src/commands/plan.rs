//! `cargo zimagi plan [KIND] [NAME]`: what the specs become.

use zimagi_codegen::{Part, Plan, Selection};
use zimagi_spec::diagnostic::nearest;

use crate::failure::Failure;
use crate::output;
use crate::project;

/// Show what the specs become: tables, types, paths, access, commands and imports.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A kind of entry (roles, models, commands, imports or migrations), a name, or both; without them everything is shown.
    #[arg(value_name = "KIND|NAME", num_args = 0..=2)]
    words: Vec<String>,
    /// One JSON object for programs.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let plan = project::compile_or_report(&project::open()?)?.plan;
    let selection = select(&plan, &options.words)?;
    if options.json {
        output::print(format_args!("{:#}\n", plan.to_json(&selection)))
    } else {
        output::print(plan.render_selected(&selection))
    }
}

/// A first word that is a kind is taken as one; what is left is a name, which must exist.
fn select<'a>(plan: &Plan, words: &'a [String]) -> Result<Selection<'a>, Failure> {
    let part = words.first().and_then(|word| part_of(word));
    let names = if part.is_some() { &words[1..] } else { words };
    let [name] = names else {
        return match names {
            [] => Ok(Selection { part, name: None }),
            [first, ..] => Err(no_such_kind(first)),
        };
    };
    let parts: Vec<Part> = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    let known: Vec<String> = parts.iter().flat_map(|part| plan.names(*part)).collect();
    if known.contains(name) {
        return Ok(Selection { part, name: Some(name) });
    }
    // A single word may have been meant as a kind.
    let kinds = Part::ALL.iter().filter(|_| part.is_none()).map(|part| part.word().to_owned());
    let known: Vec<String> = known.into_iter().chain(kinds).collect();
    let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    Err(Failure::NoSuchEntry { what: part.map_or("entry", Part::singular), written: name.clone(), nearest })
}

/// The kind a word means, in the plural or the singular.
fn part_of(word: &str) -> Option<Part> {
    Part::ALL.into_iter().find(|part| part.word().strip_suffix('s') == Some(word) || part.word() == word)
}

fn no_such_kind(word: &str) -> Failure {
    let nearest = nearest(word, Part::ALL.into_iter().map(Part::word)).map(str::to_owned);
    Failure::NoSuchEntry { what: "kind of entry", written: word.to_owned(), nearest }
}
