/// The model `supplier`.
pub mod supplier;
