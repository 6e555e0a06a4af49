/// The model `place`.
pub mod place;
