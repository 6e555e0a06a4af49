/// The model `plant`.
pub mod plant;
/// The model `sensor`.
pub mod sensor;
