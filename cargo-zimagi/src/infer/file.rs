//! Rows of a CSV file, also one inside a zip archive, as a stream.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use csv::{ByteRecord, ReaderBuilder};
use zip::ZipArchive;

use super::InferFailure;

/// A file of rows.
#[derive(Debug)]
pub(crate) struct Source {
    pub(super) path: PathBuf,
    /// The member to read if it is an archive.
    pub(super) archive_file: Option<String>,
    pub(super) separator: u8,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The header fits into so many bytes.
const HEADER_BYTES_MAX: u64 = 1 << 16;

impl Source {
    /// Finds out how a file is to be read.
    pub(crate) fn find(path: &Path) -> Result<Self, InferFailure> {
        let archive_file = if is_archive(path) { Some(only_member(path)?) } else { None };
        let mut source = Self { path: path.to_owned(), archive_file, separator: b',' };
        let mut start = Vec::new();
        source.with_bytes(|bytes| bytes.take(HEADER_BYTES_MAX).read_to_end(&mut start))?;
        source.separator = separator_of(&start);
        Ok(source)
    }

    /// The names of the columns.
    pub(super) fn header(&self) -> Result<Vec<String>, InferFailure> {
        let mut header = Vec::new();
        self.read(|index, record| {
            if index == 0 {
                header = record.iter().map(name_of).collect();
            }
            index == 0
        })?;
        if header.iter().all(String::is_empty) { Err(InferFailure::NoHeader(self.path.clone())) } else { Ok(header) }
    }

    /// Calls with each row, whatever the number of its cells.
    pub(super) fn rows(&self, mut take: impl FnMut(&ByteRecord)) -> Result<(), InferFailure> {
        self.read(|index, record| {
            if index > 0 {
                take(record);
            }
            true
        })
    }

    /// Calls with each record, the header first, until the answer is no.
    fn read(&self, mut take: impl FnMut(u64, &ByteRecord) -> bool) -> Result<(), InferFailure> {
        self.with_bytes(|bytes| {
            let mut builder = ReaderBuilder::new();
            let mut reader = builder.delimiter(self.separator).has_headers(false).flexible(true).from_reader(bytes);
            let (mut record, mut index) = (ByteRecord::new(), 0);
            while reader.read_byte_record(&mut record).map_err(io::Error::from)? && take(index, &record) {
                index += 1;
            }
            Ok(())
        })
    }

    fn with_bytes<R>(&self, work: impl FnOnce(&mut dyn Read) -> io::Result<R>) -> Result<R, InferFailure> {
        let failed = |source| InferFailure::Io { path: self.path.clone(), source };
        let mut file = BufReader::new(File::open(&self.path).map_err(failed)?);
        let Some(member) = &self.archive_file else { return work(&mut file).map_err(failed) };
        let damaged = |source| InferFailure::Archive { path: self.path.clone(), source };
        let mut archive = ZipArchive::new(file).map_err(damaged)?;
        let mut bytes = archive.by_name(member).map_err(damaged)?;
        work(&mut bytes).map_err(failed)
    }
}

fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

fn only_member(path: &Path) -> Result<String, InferFailure> {
    let file = File::open(path).map_err(|source| InferFailure::Io { path: path.to_owned(), source })?;
    let archive = ZipArchive::new(BufReader::new(file));
    let archive = archive.map_err(|source| InferFailure::Archive { path: path.to_owned(), source })?;
    let names = archive.file_names().filter_map(Result::ok);
    let members: Vec<String> = names.filter(|name| !name.ends_with('/')).map(|name| name.into_owned()).collect();
    match <[String; 1]>::try_from(members) {
        Ok([member]) => Ok(member),
        Err(members) => Err(InferFailure::AmbiguousArchive { path: path.to_owned(), count: members.len() }),
    }
}

/// The separator that the header has most of; quoted text counts for nothing.
fn separator_of(start: &[u8]) -> u8 {
    let mut is_quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for byte in start {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            byte => {
                if let Some(index) = SEPARATORS.iter().position(|separator| separator == byte) {
                    counts[index] += 1;
                }
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    counts.iter().position(|count| *count == most).map_or(b',', |index| SEPARATORS[index])
}

fn name_of(cell: &[u8]) -> String {
    let cell = cell.strip_prefix(BYTE_ORDER_MARK).unwrap_or(cell);
    String::from_utf8_lossy(cell).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_the_header_has_most_of() {
        let cases: [(&[u8], u8); 5] = [
            (b"a;b,c;d\n1,2,3,4,5", b';'),
            (b"a\tb\n", b'\t'),
            (b"\"a;b;c\",d\n", b','),
            (b"alone\n", b','),
            (b"a|b", b'|'),
        ];
        for (start, separator) in cases {
            assert_eq!(separator_of(start), separator, "{}", String::from_utf8_lossy(start));
        }
    }
}
