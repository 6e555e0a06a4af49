//! The code of a command in the crate of a module.

use zimagi_runtime::{CommandResult, Context, command};

use crate::own_crate::parameters::plant::Weed;

/// Tells what it was given.
#[command]
pub async fn run(cx: &mut Context, parameters: Weed) -> CommandResult {
    cx.info(parameters.plant);
    Ok(())
}
