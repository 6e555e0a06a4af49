//! Sources of rows. So far there is one: CSV files, also inside zip archives.

mod csv;
mod file;

pub(super) use csv::read_batches;
