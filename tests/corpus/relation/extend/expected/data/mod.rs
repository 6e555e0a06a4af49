/// The model `bar`.
pub mod bar;
/// The model `person`.
pub mod person;
/// The model `place`.
pub mod place;
/// The model `restaurant`.
pub mod restaurant;
/// The model `tag`.
pub mod tag;
/// The model `visit`.
pub mod visit;
