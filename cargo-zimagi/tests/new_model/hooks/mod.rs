//! What happens when records are written.

pub mod note;
