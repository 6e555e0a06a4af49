// Generated from all specs. Changes here are lost.
/// Records of the data models and typed paths over them.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod data;
/// What queries need in scope: `use crate::prelude::*`.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod prelude;
/// Parameters of the commands.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod parameters;
/// The code of the commands, for applications.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod implementations;
/// Diesel tables of the models that ask for them.
#[allow(clippy::all, reason = "names and texts are those of the specs")]
pub mod schema;
