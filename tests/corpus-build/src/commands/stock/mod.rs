//! Commands of more than one word.

pub mod count;
