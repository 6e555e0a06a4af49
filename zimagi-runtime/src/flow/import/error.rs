//! Why an import cannot go on. A row that cannot be stored is none of these: it is counted and the import goes on.

use std::io;

use crate::data::{DataError, nearest_names};

/// Why an import cannot go on.
#[derive(Debug, thiserror::Error)]
pub(super) enum ImportError {
    /// There is no import of this name.
    #[error("there is no import `{written}`{}", choice(written, .known))]
    UnknownImport { written: String, known: Vec<&'static str> },
    /// No import has this tag.
    #[error("no import has the tag `{written}`{}", choice(written, .known))]
    UnknownTag { written: String, known: Vec<&'static str> },
    /// Imports require each other in a circle.
    #[error("the imports {} require each other", listed(.0))]
    Circle(Vec<&'static str>),
    /// The caller may not write what the import stores.
    #[error("import `{import}`: you may not write {plural}")]
    Forbidden { import: &'static str, plural: &'static str },
    /// A field must have a value and the import gives none.
    #[error("import `{import}`: `{model}.{field}` needs a value and is not mapped")]
    Unmapped { import: &'static str, model: &'static str, field: &'static str },
    /// The specs name something that the models do not have: program and specs do not belong together.
    #[error("import `{import}`: there is no `{name}`: the program was not built from its specs")]
    Mismatch { import: &'static str, name: String },
    /// The source cannot be read.
    #[error("import `{import}`: {source}")]
    Source { import: &'static str, source: SourceError },
    /// The database failed.
    #[error(transparent)]
    Data(#[from] DataError),
}

/// Why a source cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum SourceError {
    /// The path leads out of the folder of files.
    #[error("`{file}` is not inside the folder of files")]
    Outside { file: String },
    /// The file cannot be opened or read.
    #[error("`{file}` cannot be read: {source}")]
    Io { file: String, source: io::Error },
    /// The file is no zip archive, or a damaged one.
    #[error("`{file}` cannot be unpacked: {source}")]
    Archive { file: String, source: zip::result::ZipError },
    /// The archive has no member of this name.
    #[error("`{file}` has no member `{member}`; there {}", listed_text(.members))]
    NoMember { file: String, member: String, members: Vec<String> },
    /// The import does not say which member of the archive it reads.
    #[error("`{file}` has {} members: say which with `archive_file`; there {}", .members.len(), listed_text(.members))]
    AmbiguousMember { file: String, members: Vec<String> },
    /// The header line lacks columns, all of these.
    #[error("`{file}` has no column {}; there {}", listed(.missing), listed_text(.header))]
    MissingColumns { file: String, missing: Vec<&'static str>, header: Vec<String> },
    /// The thread that reads the source panicked.
    #[error("`{file}`: its reader stopped")]
    Stopped { file: String },
}

/// More names than these make a text unreadable.
const LISTED_MAX: usize = 40;

fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let shown = names.iter().take(LISTED_MAX).map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ");
    if names.len() > LISTED_MAX { format!("{shown} and {} more", names.len() - LISTED_MAX) } else { shown }
}

fn listed_text<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => "are none".to_owned(),
        [name] => format!("is only `{}`", name.as_ref()),
        names => format!("are {}", listed(names)),
    }
}

/// The one name that was meant, or all there are.
fn choice(written: &str, known: &[&str]) -> String {
    let names: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
    match nearest_names(written, &names).as_slice() {
        [name] => format!(", did you mean `{name}`?"),
        _ => format!("; there {}", listed_text(known)),
    }
}
