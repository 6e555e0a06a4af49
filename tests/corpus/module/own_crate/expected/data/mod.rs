/// The model `plant`.
pub mod plant;
/// The model `user`.
pub mod user;
