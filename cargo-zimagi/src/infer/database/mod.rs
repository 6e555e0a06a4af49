//! Tables of a database as drafts. What the database says is taken as it is; only what it leaves open is a guess.

mod catalogue;
mod declared;
mod postgres;
mod sqlite;

use std::path::{Path, PathBuf};

use zimagi_codegen::KeyedModel;

use self::catalogue::Table;
use super::InferFailure;
use super::draft::Draft;

/// A database and perhaps a table of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address {
    server: Server,
    table: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
enum Server {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Address {
    /// Reads `PATH`, `sqlite://PATH` or `postgres://…`, each with `:TABLE` at its end or without. `None`: no database.
    pub(crate) fn read(written: &str) -> Result<Option<Self>, InferFailure> {
        let (address, table) = split_table(written);
        let table = table.map(str::to_owned);
        if let Some(path) = address.strip_prefix("sqlite://").or_else(|| address.strip_prefix("sqlite:")) {
            return Ok(Some(Self { server: Server::Sqlite(PathBuf::from(path)), table }));
        }
        match address.split_once("://").map(|(scheme, _)| scheme) {
            Some("postgres" | "postgresql") => Ok(Some(Self { server: Server::Postgres(address.to_owned()), table })),
            Some("mysql" | "mariadb") => Err(InferFailure::MySql),
            Some(_) => Err(InferFailure::UnknownDatabase(without_password(address))),
            None if is_sqlite(Path::new(address)) => {
                Ok(Some(Self { server: Server::Sqlite(PathBuf::from(address)), table }))
            }
            None => Ok(None),
        }
    }

    /// How people know it, without its password.
    fn shown(&self) -> String {
        match &self.server {
            Server::Sqlite(path) => path.display().to_string(),
            Server::Postgres(url) => without_password(url),
        }
    }
}

/// Infers a model from a table: the one that the address names, the one of the model's name, or the only one.
pub(crate) fn draft_of_table(name: &str, address: &Address, models: &[KeyedModel<'_>]) -> Result<Draft, InferFailure> {
    let wanted = address.table.as_deref();
    let table = match &address.server {
        Server::Sqlite(path) => sqlite::read(path, |known| choose(known, wanted, name)),
        Server::Postgres(url) => postgres::read(url, |known| choose(known, wanted, name)),
    }?;
    let Table { name: table_name, .. } = &table;
    let help = format!("A row of the table {table_name}.");
    let note = format!("Read from the table {table_name} of {}.", address.shown());
    Ok(catalogue::draft(name, (help, note), &table, models))
}

fn choose(known: Vec<String>, wanted: Option<&str>, model: &str) -> Result<String, InferFailure> {
    let name = wanted.unwrap_or(model);
    match known.as_slice() {
        [only] if wanted.is_none() => Ok(only.clone()),
        known if known.iter().any(|table| table == name) => Ok(name.to_owned()),
        _ => Err(InferFailure::NoTable { wanted: name.to_owned(), known }),
    }
}

/// The table follows the last colon, unless that belongs to a port or a user.
fn split_table(written: &str) -> (&str, Option<&str>) {
    let split = written.rsplit_once(':').filter(|(address, table)| {
        let is_name = !table.is_empty() && !table.contains(['/', '@', '\\', '?']);
        let path = address.split_once("://").map(|(_, rest)| rest);
        is_name && path.is_none_or(|path| path.contains('/'))
    });
    split.map_or((written, None), |(address, table)| (address, Some(table)))
}

/// What stands between the scheme and the last `@` before the path may hold a password.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let authority = match authority.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
        None => authority.to_owned(),
    };
    let path = path.split('?').next().unwrap_or_default();
    format!("{scheme}://{authority}{path}")
}

/// The bytes with which every SQLite file begins.
const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";

fn is_sqlite(path: &Path) -> bool {
    use std::io::Read;
    let mut start = [0; SQLITE_MAGIC.len()];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == SQLITE_MAGIC
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_follows_the_address() {
        let cases = [
            ("postgres://me:secret@host:5432/shop:item", "postgres://me:secret@host:5432/shop", Some("item")),
            ("postgres://me:secret@host:5432/shop", "postgres://me:secret@host:5432/shop", None),
            ("postgres://host:5432", "postgres://host:5432", None),
            ("sqlite:///data/shop.db:item", "sqlite:///data/shop.db", Some("item")),
            ("data/shop.db:item", "data/shop.db", Some("item")),
            ("rows.csv", "rows.csv", None),
        ];
        for (written, address, table) in cases {
            assert_eq!(split_table(written), (address, table));
        }
    }

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(without_password("postgres://me:se@cret@host/shop?password=x"), "postgres://me@host/shop");
        let error = Address::read("oracle://me:secret@host/shop").unwrap_err().to_string();
        assert!(!error.contains("secret"), "{error}");
    }
}
