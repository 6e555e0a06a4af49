//! Where the keys for encrypted fields come from: the setting, or a file beside a SQLite database that the first start makes.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::AppError;
use super::output::print;
use super::platform::Platform;
use super::settings::Settings;
use crate::contract::{ModelDescriptor, Storage};
use crate::crypto::KeyRing;
use crate::data::sqlite_file;

/// The keys of this process; none if no model has encrypted fields.
///
/// # Errors
///
/// If there are such fields and no key, or a key file that others may read.
pub(super) fn load(models: &[&ModelDescriptor], settings: &Settings) -> Result<Arc<KeyRing>, AppError> {
    if let Some(keys) = &settings.encryption_keys {
        return Ok(Arc::clone(keys));
    }
    let names = sealed_fields(models);
    if names.is_empty() {
        return Ok(Arc::default());
    }
    let Some(path) = sqlite_file(&settings.database_url).map(|file| key_file(&file)) else {
        return Err(AppError::NoKeys { names });
    };
    if !path.exists() {
        if !settings.host.is_loopback() {
            return Err(AppError::NoKeys { names });
        }
        make(&path)?;
    }
    read(&path).map(Arc::new)
}

/// Encrypts everything anew that is not encrypted with the current key, and tells how much that was.
pub(super) async fn rotate(platform: &Platform) -> Result<(), AppError> {
    super::database::require_migrated(platform).await?;
    for cells in platform.engine.reseal().await? {
        print(format_args!("{}: {} encrypted anew, {} kept", cells.model, cells.renewed, cells.kept));
    }
    match platform.keys.ids().next() {
        Some(id) => print(format_args!("everything is encrypted with the key {id}")),
        None => print("no model has encrypted fields"),
    }
    Ok(())
}

/// Prints the ids of the keys, the current one first.
pub(super) fn list(platform: &Platform) {
    for (place, id) in platform.keys.ids().enumerate() {
        print(if place == 0 { format!("{id} (current)") } else { id.to_owned() });
    }
}

/// Prints a new key for the setting. It is kept nowhere.
pub(super) fn generate() -> Result<(), AppError> {
    print(KeyRing::generate().map_err(AppError::Key)?);
    Ok(())
}

fn sealed_fields(models: &[&ModelDescriptor]) -> Vec<String> {
    let of = |model: &ModelDescriptor| {
        let fields = model.fields.iter().filter(|field| field.storage == Storage::Sealed);
        fields.map(|field| format!("{}.{}", model.name, field.name)).collect::<Vec<_>>()
    };
    models.iter().flat_map(|model| of(model)).collect()
}

/// `shop.db` has its keys in `shop.db.key`.
fn key_file(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

/// Of several processes that start together one makes the file; it is whole before it has its name.
fn make(path: &Path) -> Result<(), AppError> {
    let key = KeyRing::generate().map_err(AppError::Key)?;
    let draft = path.with_extension(format!("key.{}", std::process::id()));
    let made = write_private(&draft, &key).and_then(|()| fs::hard_link(&draft, path));
    // What is linked has another name by now, and what is not is worthless.
    let _ = fs::remove_file(&draft);
    match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        made => made.map_err(|source| AppError::File { path: path.to_owned(), source })?,
    }
    let shown = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    tracing::warn!(
        path = %shown.display(),
        "the key for encrypted fields was made; keep a copy apart from backups of the database: nobody can read them without it"
    );
    Ok(())
}

fn write_private(path: &Path, key: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{key}")?;
    file.sync_all()
}

fn read(path: &Path) -> Result<KeyRing, AppError> {
    let fault = |source| AppError::KeyFile { path: path.to_owned(), source };
    let mode = fs::metadata(path).map_err(fault)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(AppError::OpenKeyFile { path: path.to_owned() });
    }
    let text = fs::read_to_string(path).map_err(fault)?;
    KeyRing::parse(&text).map_err(|error| fault(io::Error::other(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_is_made_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = key_file(&folder.path().join("shop.db"));
        make(&path).unwrap();
        let first = read(&path).unwrap().ids().map(str::to_owned).collect::<Vec<_>>();
        make(&path).unwrap();
        assert_eq!(read(&path).unwrap().ids().collect::<Vec<_>>(), first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let told = read(&path).unwrap_err().to_string();
        assert_eq!(told, format!("others may read the key file {p}: say `chmod 600 {p}`", p = path.display()));
    }
}
