//! Roles: a name and what it is for.

use crate::source::Spanned;
use crate::yaml::Entry;

use super::reader::Reader;

/// One role as written.
#[derive(Debug, Clone)]
pub struct RoleDoc {
    /// Its name.
    pub name: Spanned<String>,
    /// What it is for.
    pub help: Option<Spanned<String>>,
}

pub(super) fn read_role(entry: &Entry, reader: &mut Reader<'_>) -> Option<RoleDoc> {
    let name = entry.key.clone();
    if entry.value.is_null() {
        return Some(RoleDoc { name, help: None });
    }
    let help = reader.text(&entry.value, &format!("the role `{}`", name.value));
    help.map(|help| RoleDoc { name, help: Some(help) })
}
