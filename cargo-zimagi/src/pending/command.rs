//! Commands that the specs declare and that have no code yet.

use std::path::Path;

use zimagi_codegen::{Implementation, Outstanding};

use super::Pending;
use super::module::{Found, Sought, follow};

/// What to write, unless the command has its code.
pub(super) fn missing(project: &Path, command: &Implementation<'_>) -> Option<Pending> {
    let help = match follow(&project.join("src"), &command.modules, Sought::Command) {
        Found::There => return None,
        Found::Undeclared { parent, module } => {
            format!("declare `pub mod {module};` in {}", shown(project, &parent))
        }
        Found::NoFile { file, next: Some(module) } => {
            format!("write {} with `pub mod {module};` in it", shown(project, &file))
        }
        Found::NoFile { file, next: None } => {
            format!("write {} with a function marked `#[command]`{}", shown(project, &file), signature(command))
        }
        Found::Lacking { file } => {
            format!("mark a function in {} with `#[command]`{}", shown(project, &file), signature(command))
        }
    };
    Some(Pending {
        message: format!("the command `{}` has no code", command.command),
        place: Some(command.place.to_owned()),
        help,
    })
}

pub(super) fn shown(project: &Path, file: &Path) -> String {
    format!("`{}`", file.strip_prefix(project).unwrap_or(file).display())
}

fn signature(command: &Implementation<'_>) -> String {
    format!(": `{}`", command.signature())
}

/// A command of a module of specs alone: the application may supply its code.
pub(super) fn outstanding(command: &Outstanding) -> Pending {
    Pending {
        message: format!("the command `{}` of the module `{}` has no code", command.command, command.module),
        place: Some(command.place.clone()),
        help: format!("{}; until then the command says just this", command.instruction()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const FUNCTION: &str =
        "pub async fn run(cx: &mut Context, parameters: crate::parameters::flight::Delays) -> CommandResult";

    #[test]
    fn each_step_to_the_code_is_asked_for_in_its_turn() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("src");
        fs::create_dir_all(source.join("commands/flight")).unwrap();
        let steps = [
            ("lib.rs", "pub mod commands;", Some("write `src/commands.rs` with `pub mod flight;` in it".to_owned())),
            ("commands/mod.rs", "//! Commands.", Some("declare `pub mod flight;` in `src/commands/mod.rs`".to_owned())),
            (
                "commands/mod.rs",
                "pub mod flight { pub mod delays; }",
                Some(format!(
                    "write `src/commands/flight/delays.rs` with a function marked `#[command]`: `{FUNCTION}`"
                )),
            ),
            (
                "commands/flight/delays.rs",
                "pub async fn run() {}",
                Some(format!("mark a function in `src/commands/flight/delays.rs` with `#[command]`: `{FUNCTION}`")),
            ),
            ("commands/flight/delays.rs", "#[zimagi_runtime::command] pub async fn run() {}", None),
            ("commands/flight/delays.rs", "this is no Rust", None),
        ];
        for (file, text, expected) in steps {
            fs::write(source.join(file), text).unwrap();
            let help = missing(folder.path(), &delays()).map(|pending| pending.help);
            assert_eq!(help, expected, "after {file}: {text}");
        }
    }

    #[test]
    fn an_item_names_the_command_and_its_place() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("src")).unwrap();
        fs::write(folder.path().join("src/lib.rs"), "").unwrap();
        assert_eq!(
            missing(folder.path(), &delays()),
            Some(Pending {
                message: "the command `flight delays` has no code".to_owned(),
                place: Some("specs/command/flight.yml:4:5".to_owned()),
                help: "declare `pub mod commands;` in `src/lib.rs`".to_owned(),
            })
        );
    }

    fn delays() -> Implementation<'static> {
        Implementation {
            command: "flight delays".to_owned(),
            place: "specs/command/flight.yml:4:5",
            modules: vec!["commands", "flight", "delays"],
            parameters: "parameters::flight::Delays".to_owned(),
        }
    }
}
