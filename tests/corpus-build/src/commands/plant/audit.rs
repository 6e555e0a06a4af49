//! A command with all that it inherits.

use zimagi_runtime::{CommandResult, Context, command};

use crate::inheritance::parameters::plant::Audit;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Audit) -> CommandResult {
    Ok(())
}
