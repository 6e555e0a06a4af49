/// The model `product`.
pub mod product;
/// The model `shelf`.
pub mod shelf;
/// The model `tag`.
pub mod tag;
