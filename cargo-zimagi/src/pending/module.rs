//! Following modules of the application's own code to the one that a command or a type lies in.
//!
//! Reads Rust files and declarations of modules, nothing more: macros are not expanded and conditions not decided. A file
//! that does not parse hides nothing: the compiler shows its mistakes better.

use std::path::{Path, PathBuf};

use syn::{Attribute, Item};

/// What lies at the end of a path of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// What is sought, or something that cannot be judged here.
    There,
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
    /// A module without what is sought.
    Lacking {
        /// The file it lies in.
        file: PathBuf,
    },
}

/// What is looked for in the last module.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sought<'a> {
    /// A function marked `#[command]`.
    Command,
    /// A type of this name.
    Type(&'a str),
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
pub(super) fn follow(source: &Path, words: &[&str], sought: Sought<'_>) -> Found {
    end_of(source, words, sought).unwrap_or_else(|obstacle| obstacle)
}

fn end_of(source: &Path, words: &[&str], sought: Sought<'_>) -> Result<Found, Found> {
    let file = source.join("lib.rs");
    let items = parse(&file).ok_or(Found::There)?;
    let mut place = Place { file, folder: source.to_owned(), items };
    for (index, word) in words.iter().enumerate() {
        place = enter(place, word, words.get(index + 1).copied())?;
    }
    let is_there = place.items.iter().any(|item| sought.is(item));
    Ok(if is_there { Found::There } else { Found::Lacking { file: place.file } })
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
    let items = parse(file).ok_or(Found::There)?;
    Ok(Place { file: file.clone(), folder, items })
}

fn parse(file: &Path) -> Option<Vec<Item>> {
    let text = std::fs::read_to_string(file).ok()?;
    syn::parse_file(&text).ok().map(|file| file.items)
}

impl Sought<'_> {
    /// Whether the item is it, or a macro that may make it.
    fn is(self, item: &Item) -> bool {
        match (self, item) {
            (_, Item::Macro(_)) => true,
            (Self::Command, item) => is_command(item),
            (Self::Type(name), Item::Struct(item)) => item.ident == name,
            (Self::Type(name), Item::Enum(item)) => item.ident == name,
            (Self::Type(name), Item::Type(item)) => item.ident == name,
            // What a module takes from elsewhere is found by the compiler.
            (Self::Type(_), Item::Use(item)) => matches!(item.vis, syn::Visibility::Public(_)),
            (Self::Type(_), _) => false,
        }
    }
}

/// A function marked `#[command]`, or the constant that the mark makes.
fn is_command(item: &Item) -> bool {
    match item {
        Item::Fn(function) => function.attrs.iter().any(is_mark),
        Item::Const(constant) => constant.ident == "COMMAND",
        _ => false,
    }
}

fn is_mark(attribute: &Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == "command")
}
