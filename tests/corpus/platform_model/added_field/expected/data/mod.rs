/// The model `user`.
pub mod user;
/// The model `wish`.
pub mod wish;
