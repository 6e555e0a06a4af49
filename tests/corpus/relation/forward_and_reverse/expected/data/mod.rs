/// The model `item`.
pub mod item;
/// The model `shelf`.
pub mod shelf;
