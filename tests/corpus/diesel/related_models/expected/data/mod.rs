/// The model `item`.
pub mod item;
/// The model `move`.
pub mod move_;
/// The model `note`.
pub mod note;
/// The model `shelf`.
pub mod shelf;
