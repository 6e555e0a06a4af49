extern crate self as zimagi_runtime;

include!("../stand_in.rs");

#[zimagi_macros::command]
pub fn run(_cx: &mut Context, _parameters: Delays) -> CommandResult {
    Ok(())
}

fn main() {
    let _ = COMMAND;
}
