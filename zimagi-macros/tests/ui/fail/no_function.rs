extern crate self as zimagi_runtime;

include!("../stand_in.rs");

#[zimagi_macros::command]
pub struct Run;

fn main() {
    let _ = COMMAND;
}
