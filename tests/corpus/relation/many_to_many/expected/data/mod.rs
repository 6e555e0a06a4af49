/// The model `article`.
pub mod article;
/// The model `reader`.
pub mod reader;
/// The model `tag`.
pub mod tag;
