pub use ::zimagi_runtime::platform::user;
/// The model `wish`.
pub mod wish;
