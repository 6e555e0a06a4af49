//! Why no data model was inferred.

use std::io;
use std::path::PathBuf;

/// Why no data model was inferred or written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InferFailure {
    /// Nothing says how the model is called.
    #[error(
        "a data model needs a name: write `cargo zimagi new model NAME`. For an application that is called `model`, write \
         `cargo zimagi new ./model`"
    )]
    NoName,
    /// The name cannot be one.
    #[error(
        "`{0}` cannot be the name of a data model: write lower-case letters, digits and single `_`, a letter first"
    )]
    BadName(String),
    /// The project has such a model.
    #[error("there is a data model `{name}` already: choose another name")]
    ModelTaken { name: String },
    /// Nothing is overwritten.
    #[error("`{}` exists already: choose another name or remove it", .0.display())]
    FileTaken(PathBuf),
    /// The file system refuses.
    #[error("`{}` cannot be read or written", path.display())]
    Io { path: PathBuf, source: io::Error },
    /// The archive is damaged.
    #[error("`{}` cannot be unpacked", path.display())]
    Archive { path: PathBuf, source: zip::result::ZipError },
    /// The archive has no single file.
    #[error("`{}` has {count} members: unpack the one that is meant", path.display())]
    AmbiguousArchive { path: PathBuf, count: usize },
    /// The file has no line with names.
    #[error("`{}` has no header: its first line must name the columns", .0.display())]
    NoHeader(PathBuf),
    /// A database of another kind.
    #[error("`{0}` is no database that can be read: give a SQLite file, `sqlite://PATH` or `postgres://…`")]
    UnknownDatabase(String),
    /// MySQL cannot be asked.
    #[error("tables of MySQL and MariaDB cannot be read yet: export the table as CSV and give the file")]
    MySql,
    /// The SQLite file cannot be read.
    #[error("the SQLite file `{}` cannot be read", path.display())]
    Sqlite { path: PathBuf, source: rusqlite::Error },
    /// The server cannot be asked.
    #[error("the PostgreSQL server cannot be asked")]
    Postgres { source: postgres::Error },
    /// It is not clear which table is meant.
    #[error("the database has no table `{wanted}`: add `:TABLE` to its address; there {}", listed(.known))]
    NoTable { wanted: String, known: Vec<String> },
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => "are none".to_owned(),
        [name] => format!("is only {name}"),
        names => format!("are {}", names.join(", ")),
    }
}
