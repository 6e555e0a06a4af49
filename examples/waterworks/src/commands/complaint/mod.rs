//! Commands of the module `complaints`, which has no code of its own.

pub mod pressing;
