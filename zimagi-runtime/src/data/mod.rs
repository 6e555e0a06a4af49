//! The data engine: one way to read and write every model, driven by descriptors.

pub(crate) mod value;
