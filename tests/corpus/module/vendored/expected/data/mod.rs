/// The model `order`.
pub mod order;
/// The model `plant`.
pub mod plant;
