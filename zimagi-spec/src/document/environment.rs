//! `env` of a manifest: environment variables. This platform sets none: whoever starts the application does.

use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::Kind;

use super::mapping::{Mapping, named};
use super::reader::Reader;

/// Checks names and values, and says that nothing sets them.
pub(super) fn read_environment(manifest: &Mapping<'_>, reader: &mut Reader<'_>) {
    let Some(entry) = manifest.entry("env") else { return };
    let variables = named(&entry.value, "`env` of the manifest", reader);
    for variable in variables {
        let name = &variable.key;
        if !is_variable(&name.value) {
            reader.report(
                Diagnostic::at(Code::BadVariable, name.span, format!("`{}` is no environment variable", name.value))
                    .label("expected letters, digits and `_`, no digit first"),
            );
        }
        if matches!(variable.value.kind, Kind::Sequence(_) | Kind::Mapping(_)) {
            reader.wrong_shape(&variable.value, &format!("the variable `{}`", name.value), "one value");
        }
    }
    if let Some(first) = variables.iter().find(|one| is_variable(&one.key.value)) {
        reader.report(
            Diagnostic::at(Code::VariablesNotSet, entry.key.span, "environment variables of a manifest are not set")
                .label("read, and without effect")
                .help(format!("set `{}` where the application is started, and remove `env`", first.key.value)),
        );
    }
}

fn is_variable(name: &str) -> bool {
    !name.starts_with(|c: char| c.is_ascii_digit())
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
