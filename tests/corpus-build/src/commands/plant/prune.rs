//! A command of a stronger base.

use zimagi_runtime::{CommandResult, Context, command};

use crate::inheritance::parameters::plant::Prune;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Prune) -> CommandResult {
    Ok(())
}
