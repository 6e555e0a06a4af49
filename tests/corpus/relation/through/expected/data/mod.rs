/// The model `band`.
pub mod band;
/// The model `lesson`.
pub mod lesson;
/// The model `membership`.
pub mod membership;
/// The model `musician`.
pub mod musician;
