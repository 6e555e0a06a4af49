/// The model `item`.
pub mod item;
/// The model `price`.
pub mod price;
