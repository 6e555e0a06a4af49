pub(crate) mod supplier;
