/// The model `item`.
pub mod item;
