//! Attribute macros for the Rust code of an application. They know nothing of specs.

mod command;

use proc_macro::TokenStream;

/// Makes a function the code of a command.
///
/// ```ignore
/// use zimagi_runtime::{CommandResult, Context, command};
///
/// #[command]
/// pub async fn run(cx: &mut Context, parameters: Delays) -> CommandResult {
///     cx.info(format!("from {}", parameters.origin));
///     Ok(())
/// }
/// ```
///
/// The function stays as it is. Beside it comes the constant `COMMAND`, which generated code puts into the registry.
#[proc_macro_attribute]
pub fn command(arguments: TokenStream, function: TokenStream) -> TokenStream {
    command::expand(arguments.into(), function.into()).into()
}
