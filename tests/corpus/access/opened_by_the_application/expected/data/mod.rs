/// The model `user`.
pub mod user;
