//! The tests of the generator, as one program.

mod corpus;
mod migrations;
mod properties;
mod support;
mod vendor;
