extern crate self as zimagi_runtime;

include!("../stand_in.rs");

mod delays {
    use crate::{CommandResult, Context, Delays};

    /// Lists delays.
    #[zimagi_macros::command]
    pub async fn run(_cx: &mut Context, parameters: Delays) -> CommandResult {
        drop(parameters.origin);
        Ok(())
    }
}

fn main() {
    let mut cx = Context;
    let _future = (delays::COMMAND)(&mut cx, contract::ParameterValues);
}
