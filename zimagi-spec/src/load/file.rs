//! Reading one file.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceMap};

/// Reads a file into the map.
pub(super) fn read(path: &Path, shown: String, sources: &mut SourceMap) -> Result<FileId, Box<Diagnostic>> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Err(unreadable(shown, &format!("the file cannot be read: {error}")).into()),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(sources.add(shown, path, without_mark(text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(unreadable(shown, &format!("the file is not UTF-8: byte {at} is not part of a character"))
                .help("save the file as UTF-8")
                .into())
        }
    }
}

/// The text without a byte order mark, which some editors write.
fn without_mark(text: String) -> String {
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

fn unreadable(shown: String, message: &str) -> Diagnostic {
    Diagnostic::at_path(Code::UnreadableFile, shown, message)
}
