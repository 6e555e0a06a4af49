pub(crate) mod user;
pub(crate) mod wish;
