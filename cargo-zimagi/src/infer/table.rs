//! One walk over the rows of a file: what its columns hold, and a sample of rows as digests.

use std::hash::{DefaultHasher, Hasher};

use super::InferFailure;
use super::column::Column;
use super::file::Source;
use super::null::WORDS;

/// So many rows are kept as digests, to try combinations of columns on.
const SAMPLE_ROWS: usize = 20_000;

/// What was seen of a file.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    /// Rows with as many cells as the header.
    pub(super) rows: u64,
    /// Rows with more cells or fewer.
    pub(super) uneven: u64,
    /// Of each of the first rows, the digest of each cell.
    pub(super) sample: Vec<Vec<u64>>,
}

/// Reads a file to its end.
pub(super) fn read_table(source: &Source) -> Result<Table, InferFailure> {
    let columns: Vec<Column> = source.header()?.into_iter().map(Column::new).collect();
    let mut table = Table { columns, rows: 0, uneven: 0, sample: Vec::new() };
    source.rows(|record| {
        if record.len() == table.columns.len() {
            table.see(record);
        } else {
            table.uneven += 1;
        }
    })?;
    table.settle_words();
    Ok(table)
}

/// The digest of a cell: the same for the same bytes.
pub(super) fn digest(cell: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(cell);
    hasher.finish()
}

impl Table {
    fn see(&mut self, record: &csv::ByteRecord) {
        self.rows += 1;
        let digests: Vec<u64> = record.iter().map(digest).collect();
        for ((column, cell), digest) in self.columns.iter_mut().zip(record).zip(&digests) {
            column.see(&String::from_utf8_lossy(cell), *digest);
        }
        if self.sample.len() < SAMPLE_ROWS {
            self.sample.push(digests);
        }
    }

    /// Words that stand for no value in one column do so in all, because an import knows them for the whole file.
    fn settle_words(&mut self) {
        let nulls: [bool; WORDS.len()] =
            std::array::from_fn(|word| self.columns.iter().any(|column| column.is_null_word(word)));
        self.columns.iter_mut().for_each(|column| column.take_words_but(nulls));
    }

    /// The words that stand for no value, each with the column that has most of it.
    pub(super) fn null_words(&self) -> impl Iterator<Item = (&'static str, &Column, u64)> {
        WORDS.iter().enumerate().filter_map(|(index, word)| {
            let column = self.columns.iter().rev().max_by_key(|column| column.words[index])?;
            (column.words[index] > 0).then(|| (*word, column, column.words[index]))
        })
    }
}
