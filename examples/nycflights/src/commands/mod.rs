//! The commands of `specs/command/`, in modules that follow their words.

pub mod flight;
