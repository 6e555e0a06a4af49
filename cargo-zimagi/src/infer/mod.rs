//! Data models inferred from what is there: the rows of a file or the tables of a database.
//!
//! In go rows or a catalogue, and the models of the project that records may refer to; out comes a [`Draft`] with the evidence
//! of each guess, which `text` writes as specs. Rows are read as a stream and memory is bounded, however long the file is.
//! Decides nothing that the rules of the language would: what it writes is checked like anything else.

mod column;
mod database;
mod draft;
mod failure;
mod file;
mod form;
mod key;
mod name;
mod null;
mod relation;
mod survey;
mod table;
mod text;

pub(crate) use database::{Address, draft_of_table};
pub(crate) use draft::Draft;
pub(crate) use failure::InferFailure;
pub(crate) use file::Source;
pub(crate) use name::is_name;
pub(crate) use survey::draft_of_file;
pub(crate) use text::{import_text, model_text, skeleton};
