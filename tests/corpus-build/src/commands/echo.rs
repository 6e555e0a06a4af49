//! A command that takes all words as they are.

use zimagi_runtime::{CommandResult, Context, command};

use crate::inheritance::parameters::Echo;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Echo) -> CommandResult {
    Ok(())
}
