// Generated from all specs. Changes here are lost.
/// Records of the data models and typed paths over them.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod data;
/// Static tables of the models.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
mod descriptors;
/// The lists of everything.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
mod registry;
pub use registry::registry;
