//! The list of the code that a module's crate holds, for applications that register it: the names there do not depend on where a
//! person put the code. Written as text for the same reason as the registry.

use super::Artifact;
use super::source::Source;
use crate::plan::{CodePlan, CommandPlan, Plan};

/// `implementations.rs`; nothing without commands.
pub(super) fn emit_implementations(plan: &Plan) -> Option<Artifact> {
    let mut source = Source::new("all commands");
    source.line("use ::zimagi_runtime::contract;");
    let mut commands = plan.own_commands().peekable();
    commands.peek()?;
    commands.for_each(|command| emit_constant(&mut source, command));
    Some(source.finish("implementations.rs"))
}

fn emit_constant(source: &mut Source, command: &CommandPlan) {
    let CodePlan::Written(code) = &command.code else { return };
    source.line(format_args!("/// Runs `{}`.", command.path.join(" ")));
    source.line(format_args!("pub const {}: contract::CommandFn = {code}; // {}", command.static_name, command.place));
}
