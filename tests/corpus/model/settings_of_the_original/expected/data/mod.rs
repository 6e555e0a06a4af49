/// The model `press`.
pub mod press;
/// The model `printer`.
pub mod printer;
