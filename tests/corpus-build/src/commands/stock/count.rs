//! A command with parameters of every kind.

use zimagi_runtime::{CommandResult, Context, command};

use crate::parameters::parameters::stock::Count;

/// Tells what it was given.
#[command]
pub async fn run(cx: &mut Context, parameters: Count) -> CommandResult {
    cx.info(format!("{} at most {:?}", parameters.shelf, parameters.limit));
    Ok(())
}
