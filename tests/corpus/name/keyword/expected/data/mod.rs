/// The model `match`.
pub mod match_;
