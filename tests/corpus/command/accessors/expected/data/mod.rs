/// The model `maker`.
pub mod maker;
/// The model `plant`.
pub mod plant;
/// The model `sensor`.
pub mod sensor;
