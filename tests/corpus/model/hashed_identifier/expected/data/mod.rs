/// The model `tally`.
pub mod tally;
