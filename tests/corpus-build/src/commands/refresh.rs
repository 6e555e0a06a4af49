//! A command that takes nothing.

use zimagi_runtime::{CommandResult, Context, command};

use crate::parameters::parameters::Refresh;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Refresh) -> CommandResult {
    Ok(())
}
