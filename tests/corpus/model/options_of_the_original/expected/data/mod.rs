/// The model `member`.
pub mod member;
/// The model `place`.
pub mod place;
/// The model `team`.
pub mod team;
