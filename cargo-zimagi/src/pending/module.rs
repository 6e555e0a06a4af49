//! Following modules of the application's own code to the one that a command lies in.
//!
//! Reads Rust files and declarations of modules, nothing more: macros are not expanded and conditions not decided. A file
//! that does not parse hides nothing: the compiler shows its mistakes better.

use std::path::{Path, PathBuf};

use syn::{Attribute, Item};

/// What lies at the end of a path of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A command, or something that cannot be judged here.
    Command,
    /// No module: nothing declares it.
    Undeclared {
        /// The file that would declare it.
        parent: PathBuf,
        /// The word that is missing.
        module: String,
    },
    /// The declaration is there, its file is not.
    NoFile {
        /// The file to write.
        file: PathBuf,
        /// The module it must declare, if it is not the last one on the way.
        next: Option<String>,
    },
    /// A module without a function marked as a command.
    NoFunction {
        /// The file it lies in.
        file: PathBuf,
    },
}

/// A module on the way.
struct Place {
    /// The file that holds it.
    file: PathBuf,
    /// The folder of the files of its modules.
    folder: PathBuf,
    items: Vec<Item>,
}

/// Follows the words from the crate's root.
pub(super) fn follow(source: &Path, words: &[&str]) -> Found {
    end_of(source, words).unwrap_or_else(|obstacle| obstacle)
}

fn end_of(source: &Path, words: &[&str]) -> Result<Found, Found> {
    let file = source.join("lib.rs");
    let items = parse(&file).ok_or(Found::Command)?;
    let mut place = Place { file, folder: source.to_owned(), items };
    for (index, word) in words.iter().enumerate() {
        place = enter(place, word, words.get(index + 1).copied())?;
    }
    let has_command = place.items.iter().any(is_command);
    Ok(if has_command { Found::Command } else { Found::NoFunction { file: place.file } })
}

fn enter(place: Place, word: &str, next: Option<&str>) -> Result<Place, Found> {
    let folder = place.folder.join(word);
    let declared = place.items.into_iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == word => Some(module),
        _ => None,
    });
    let Some(module) = declared else {
        return Err(Found::Undeclared { parent: place.file, module: word.to_owned() });
    };
    if let Some((_, items)) = module.content {
        return Ok(Place { file: place.file, folder, items });
    }
    let candidates = [folder.with_extension("rs"), folder.join("mod.rs")];
    let Some(file) = candidates.iter().find(|file| file.is_file()) else {
        return Err(Found::NoFile { file: candidates[0].clone(), next: next.map(str::to_owned) });
    };
    let items = parse(file).ok_or(Found::Command)?;
    Ok(Place { file: file.clone(), folder, items })
}

fn parse(file: &Path) -> Option<Vec<Item>> {
    let text = std::fs::read_to_string(file).ok()?;
    syn::parse_file(&text).ok().map(|file| file.items)
}

/// A function marked `#[command]`, the constant that the mark makes, or a macro that may make either.
fn is_command(item: &Item) -> bool {
    match item {
        Item::Fn(function) => function.attrs.iter().any(is_mark),
        Item::Const(constant) => constant.ident == "COMMAND",
        item => matches!(item, Item::Macro(_)),
    }
}

fn is_mark(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == "command")
}
