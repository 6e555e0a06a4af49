//! A record as others refer to it: `{"<identifier>": …, "<key>": …, "api_url": …}`, as far as it exists for the caller.

use super::super::catalogue::Model;
use super::super::path::{ResolvedPath, key};
use super::super::value::Value;
use super::super::view::View;
use super::url::Urls;
use super::value::{write_member_name, write_value};

/// Which cells a reference is written from.
#[derive(Debug)]
pub(crate) struct ReferenceLayout<'c> {
    pub(crate) target: &'c Model,
    has_identifier: bool,
    /// The target's key, if it is another field than the identifier.
    pub(crate) key: Option<ResolvedPath<'c>>,
}

impl<'c> ReferenceLayout<'c> {
    pub(crate) fn new(view: View<'c>, target: &'c Model) -> Self {
        Self { target, has_identifier: view.has_field(target, target.identifier()), key: key(view, target) }
    }

    /// How many cells there are: the identifier, then the key if it is another field.
    pub(crate) const fn width(&self) -> usize {
        if self.key.is_some() { 2 } else { 1 }
    }

    /// Appends the object.
    pub(crate) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value]) {
        out.push(b'{');
        if self.has_identifier {
            write_member_name(out, self.target.identifier().name());
            write_value(out, &cells[0]);
        }
        if let Some(key) = &self.key {
            write_member_name(out, key.field.name());
            write_value(out, &cells[1]);
        }
        if self.has_identifier {
            write_member_name(out, "api_url");
            urls.write_record(out, self.target.name(), &cells[0]);
        }
        out.push(b'}');
    }
}
