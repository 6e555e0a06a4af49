//! The manifest.

use crate::diagnostic::{Code, Diagnostic};

use super::context::Context;
use super::name::is_snake_case;

/// Tables and Rust paths are made from the module's name.
pub(super) fn name_is_a_name(cx: &mut Context<'_>) {
    let name = &cx.resolved.manifest.name;
    let is_platform = cx.resolved.owners.len() > 1 && name.value == cx.resolved.owners[0].name;
    if !is_snake_case(&name.value.replace('-', "_")) {
        cx.report(
            Diagnostic::at(Code::BadName, name.span, format!("`{}` cannot be the name of a module", name.value))
                .label("expected lower-case letters, digits, `-` and `_`, a letter first"),
        );
    } else if is_platform {
        cx.report(
            Diagnostic::at(Code::ReservedName, name.span, format!("`{}` cannot be the name of a module", name.value))
                .label("is the platform's own")
                .help("choose another name"),
        );
    }
}
