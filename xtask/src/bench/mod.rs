//! Measurements. Each compares with a stated limit or with a peer in the same run, and fails if it is missed.

mod application;
mod flights;
mod import;
mod list;
mod rebuild;
mod seed;
mod verdict;

pub(crate) use import::import;
pub(crate) use list::list;
pub(crate) use rebuild::rebuild;
