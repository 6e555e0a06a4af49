//! A command with parameters that mixins make.

use zimagi_runtime::{CommandResult, Context, command};

use crate::accessors::parameters::Audit;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Audit) -> CommandResult {
    Ok(())
}
