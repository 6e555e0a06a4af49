/// The model `department`.
pub mod department;
/// The model `person`.
pub mod person;
