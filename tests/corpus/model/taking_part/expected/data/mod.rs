/// The model `order`.
pub mod order;
