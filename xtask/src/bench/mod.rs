//! Measurements. Each compares with a stated limit or with a peer in the same run, and fails if it is missed.

mod application;
mod data;
mod export;
mod flights;
mod import;
mod rebuild;
mod seed;
mod verdict;
mod wire;

pub(crate) use data::{DataOptions, data};
pub(crate) use export::{ExportOptions, export};
pub(crate) use import::import;
pub(crate) use rebuild::rebuild;
