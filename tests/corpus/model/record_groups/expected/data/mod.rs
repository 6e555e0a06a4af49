pub use ::zimagi_runtime::platform::group;
/// The model `vault`.
pub mod vault;
