pub(crate) mod order;
pub(crate) mod receipt;
