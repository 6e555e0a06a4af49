//! A command in the place of one made from a data model.

use zimagi_runtime::{CommandResult, Context, command};

use crate::resource::parameters::plant::Get;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Get) -> CommandResult {
    Ok(())
}
