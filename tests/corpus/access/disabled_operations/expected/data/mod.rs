/// The model `order`.
pub mod order;
/// The model `receipt`.
pub mod receipt;
