//! A command with lists and mappings.

use zimagi_runtime::{CommandResult, Context, command};

use crate::inheritance::parameters::plant::Count;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Count) -> CommandResult {
    Ok(())
}
