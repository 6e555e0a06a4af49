//! CSV with a header line: records into batches of values, in constant memory.

use std::io::{self, Read};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder};
use tokio::sync::mpsc;
use zimagi_spec::descriptor::SourceDescriptor;

use super::file::with_bytes;
use crate::flow::import::batch::{Batch, Place};
use crate::flow::import::bind::BoundImport;
use crate::flow::import::error::SourceError;
use crate::flow::import::row::RowReader;

/// How many rows are read ahead, looked up and stored together.
const BATCH_ROWS: u64 = 4096;
const BUFFER_BYTES: usize = 1 << 16;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the source to its end, a batch at a time. Blocks; ends early if nobody takes batches any more.
pub(in crate::flow::import) fn read_batches(
    import: &BoundImport,
    files: &Path,
    batches: &mpsc::Sender<Batch>,
) -> Result<(), SourceError> {
    let SourceDescriptor::CsvFile { file, archive_file, separator, null_values } = import.source;
    with_bytes(files, file, archive_file, |bytes| {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(BUFFER_BYTES)
            .from_reader(bytes);
        let header = read_header(&mut reader, file)?;
        let rows = RowReader::new(import, file, &header, null_values)?;
        send_rows(&mut reader, &rows, file, batches)
    })
}

fn read_header(reader: &mut Reader<&mut dyn Read>, file: &str) -> Result<Vec<String>, SourceError> {
    let mut record = ByteRecord::new();
    reader.read_byte_record(&mut record).map_err(|error| unreadable(file, error))?;
    let names = record.iter().enumerate().map(|(index, name)| {
        let name = if index == 0 { name.strip_prefix(BYTE_ORDER_MARK).unwrap_or(name) } else { name };
        String::from_utf8_lossy(name).trim().to_owned()
    });
    Ok(names.collect())
}

fn send_rows(
    reader: &mut Reader<&mut dyn Read>,
    rows: &RowReader<'_>,
    file: &str,
    batches: &mpsc::Sender<Batch>,
) -> Result<(), SourceError> {
    let mut record = ByteRecord::new();
    let mut batch = rows.batch();
    let mut row = 0;
    while reader.read_byte_record(&mut record).map_err(|error| unreadable(file, error))? {
        row += 1;
        let line = record.position().map_or(0, csv::Position::line);
        rows.read(&record, Place { row, line }, &mut batch);
        if batch.read == BATCH_ROWS && batches.blocking_send(std::mem::replace(&mut batch, rows.batch())).is_err() {
            return Ok(());
        }
    }
    // Nobody to take the last batch means that the import was stopped; it knows why.
    let _ = batches.blocking_send(batch);
    Ok(())
}

fn unreadable(file: &str, error: csv::Error) -> SourceError {
    SourceError::Io { file: file.to_owned(), source: io::Error::from(error) }
}
