extern crate self as zimagi_runtime;

include!("../stand_in.rs");

#[zimagi_macros::command]
pub async fn run(_cx: &mut Context, _parameters: u32) -> CommandResult {
    Ok(())
}

fn main() {
    let _ = COMMAND;
}
