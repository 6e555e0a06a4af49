//! The code that an application supplies for a command of a module of specs alone.

use zimagi_runtime::{CommandResult, Context, command};

use crate::vendored::parameters::plant::Water;

/// Tells what it was given.
#[command]
pub async fn run(cx: &mut Context, parameters: Water) -> CommandResult {
    cx.info(format!("{} litres", parameters.litres));
    Ok(())
}
