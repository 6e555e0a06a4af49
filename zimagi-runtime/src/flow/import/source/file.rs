//! The bytes of a source file, unpacked if it is an archive. Knows nothing of rows.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Component, Path, PathBuf};

use zip::ZipArchive;

use crate::flow::import::error::SourceError;

/// Opens a file below the folder of files and hands its bytes over; of an archive, the bytes of one member.
pub(super) fn with_bytes<R>(
    files: &Path,
    file: &str,
    member: Option<&str>,
    use_bytes: impl FnOnce(&mut dyn Read) -> Result<R, SourceError>,
) -> Result<R, SourceError> {
    let opened =
        File::open(inside(files, file)?).map_err(|source| SourceError::Io { file: file.to_owned(), source })?;
    let is_archive = member.is_some() || Path::new(file).extension().is_some_and(|extension| extension == "zip");
    if !is_archive {
        return use_bytes(&mut &opened);
    }
    let damaged = |source| SourceError::Archive { file: file.to_owned(), source };
    let mut archive = ZipArchive::new(BufReader::new(opened)).map_err(damaged)?;
    let member = choose(&archive, file, member)?;
    verify(&mut archive, file, &member)?;
    let mut bytes = archive.by_name(&member).map_err(damaged)?;
    use_bytes(&mut bytes)
}

/// Reads the member once for its check sum: damage is noticed at its end only, and until then gives rows that never were.
fn verify(archive: &mut ZipArchive<BufReader<File>>, file: &str, member: &str) -> Result<(), SourceError> {
    let mut bytes = archive.by_name(member).map_err(|source| SourceError::Archive { file: file.to_owned(), source })?;
    io::copy(&mut bytes, &mut io::sink()).map_err(|source| SourceError::Io { file: file.to_owned(), source })?;
    Ok(())
}

/// Specs come with modules, too: what they name must not lead out of the folder.
fn inside(files: &Path, file: &str) -> Result<PathBuf, SourceError> {
    let is_inside = Path::new(file).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if is_inside { Ok(files.join(file)) } else { Err(SourceError::Outside { file: file.to_owned() }) }
}

fn choose(archive: &ZipArchive<BufReader<File>>, file: &str, member: Option<&str>) -> Result<String, SourceError> {
    // A member whose name cannot be decoded cannot be named in a spec either.
    let names = archive.file_names().filter_map(Result::ok);
    let members: Vec<String> = names.filter(|name| !name.ends_with('/')).map(Cow::into_owned).collect();
    match (member, members.as_slice()) {
        (Some(member), members) if members.iter().any(|name| name == member) => Ok(member.to_owned()),
        (Some(member), _) => Err(SourceError::NoMember { file: file.to_owned(), member: member.to_owned(), members }),
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(SourceError::AmbiguousMember { file: file.to_owned(), members }),
    }
}
