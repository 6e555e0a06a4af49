//! Measurements. Each compares with a stated limit or a peer in the same run, and fails if it is missed.

mod rebuild;
mod verdict;

pub(crate) use rebuild::rebuild;
