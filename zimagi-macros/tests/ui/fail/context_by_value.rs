extern crate self as zimagi_runtime;

include!("../stand_in.rs");

#[zimagi_macros::command]
pub async fn run(_cx: Context, _parameters: Delays) -> CommandResult {
    Ok(())
}

fn main() {
    let _ = COMMAND;
}
