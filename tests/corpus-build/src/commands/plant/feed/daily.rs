//! A command below those made from a data model.

use zimagi_runtime::{CommandResult, Context, command};

use crate::resource::parameters::plant::feed::Daily;

/// Does nothing.
#[command]
pub async fn run(_cx: &mut Context, _parameters: Daily) -> CommandResult {
    Ok(())
}
