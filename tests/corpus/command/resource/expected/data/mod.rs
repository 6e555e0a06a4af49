/// The model `plant`.
pub mod plant;
/// The model `seed`.
pub mod seed;
/// The model `tool`.
pub mod tool;
