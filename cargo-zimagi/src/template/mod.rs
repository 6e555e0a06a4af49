//! The template: what `cargo zimagi new` writes.
//!
//! In go a name, the place of the runtime and the databases; out come the files of `app-template/`, which is built and tested
//! as it stands. Knows nothing of specs.

mod failure;
mod files;
mod name;
mod source;
mod write;

pub(crate) use failure::TemplateError;
pub(crate) use name::AppName;
pub(crate) use source::RuntimeSource;
pub(crate) use write::Template;
