//! The specification language: how spec files are read, bound together, checked and described.
//!
//! In go spec files; out come [`resolve::Resolved`] specs and [`diagnostic::Diagnostics`]. The crate knows nothing of Rust
//! code, of SQL statements or of any database, and it reads no file but spec files.
//!
//! # Terminology
//!
//! * *spec name*: the name an entry has in YAML, `flight`.
//! * *type name*: the Rust type of an entry, `Flight`.
//! * *column*, *table*: the SQL names of a field and a model.
//! * *owner*: the module an entry was first declared in; the platform and the application are modules too.
//! * *key*: the field by which people address a record; *identifier*: the value of the primary key.

#![deny(missing_docs)]

pub mod descriptor;
pub mod diagnostic;
pub mod document;
pub mod load;
pub mod names;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod yaml;
