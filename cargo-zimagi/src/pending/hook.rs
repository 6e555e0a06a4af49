//! Models whose specs ask for hooks that are not written yet.

use std::path::Path;

use zimagi_codegen::HooksCode;

use super::Pending;
use super::command::shown;
use super::module::{Found, Sought, follow};

/// What to write, unless the hooks are there.
pub(super) fn missing(project: &Path, hooks: &HooksCode<'_>) -> Option<Pending> {
    let HooksCode { model, type_name, record, .. } = hooks;
    let code = format!("`pub struct {type_name};` that implements `zimagi_runtime::Hooks<{record}>`");
    let help = match follow(&project.join("src"), &hooks.modules, Sought::Type(type_name)) {
        Found::There => return None,
        Found::Undeclared { parent, module } => {
            format!("declare `pub mod {module};` in {}", shown(project, &parent))
        }
        Found::NoFile { next: Some(_), .. } => format!("`cargo zimagi new hook {model}` writes them"),
        Found::NoFile { file, next: None } => {
            format!("`cargo zimagi new hook {model}` writes {} with {code}", shown(project, &file))
        }
        Found::Lacking { file } => format!("write {code} into {}", shown(project, &file)),
    };
    Some(Pending {
        message: format!("the data model `{model}` has no hooks"),
        place: Some(hooks.place.to_owned()),
        help,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_step_to_the_hooks_is_asked_for_in_its_turn() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("src");
        fs::create_dir_all(source.join("hooks")).unwrap();
        let code = "`pub struct FlightHooks;` that implements `zimagi_runtime::Hooks<crate::data::flight::Flight>`";
        let steps = [
            ("lib.rs", "pub mod hooks;", Some("`cargo zimagi new hook flight` writes them".to_owned())),
            ("hooks/mod.rs", "//! Hooks.", Some("declare `pub mod flight;` in `src/hooks/mod.rs`".to_owned())),
            (
                "hooks/mod.rs",
                "pub mod flight;",
                Some(format!("`cargo zimagi new hook flight` writes `src/hooks/flight.rs` with {code}")),
            ),
            ("hooks/flight.rs", "struct Other;", Some(format!("write {code} into `src/hooks/flight.rs`"))),
            ("hooks/flight.rs", "pub struct FlightHooks;", None),
        ];
        for (file, text, expected) in steps {
            fs::write(source.join(file), text).unwrap();
            let help = missing(folder.path(), &flight()).map(|pending| pending.help);
            assert_eq!(help, expected, "after {file}: {text}");
        }
    }

    fn flight() -> HooksCode<'static> {
        HooksCode {
            model: "flight",
            place: "specs/data/flight.yml:2:3",
            record: "crate::data::flight::Flight".to_owned(),
            modules: vec!["hooks", "flight"],
            type_name: "FlightHooks",
        }
    }
}
