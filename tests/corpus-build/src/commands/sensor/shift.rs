//! A command with the scopes and relations of a data model.

use zimagi_runtime::{CommandResult, Context, command};

use crate::accessors::parameters::sensor::Shift;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Shift) -> CommandResult {
    Ok(())
}
