pub(crate) mod tally;
