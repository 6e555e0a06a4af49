//! Databases, what stands in their catalogues, and the applications whose migrations made it.
//!
//! Knows nothing of the runtime: migrations are applied as the texts that they are.

pub mod application;
pub mod database;
pub mod random;
pub mod rows;
pub mod shape;
