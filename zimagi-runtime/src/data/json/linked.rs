//! The records that are linked with those of a page, each as a short object. What was read is given; nothing here reads.

use std::collections::HashMap;

use super::reference::ReferenceLayout;
use super::url::Urls;
use super::value::{write_array, write_member_name};
use crate::data::catalogue::{Link, Model};
use crate::data::value::Value;
use crate::data::view::View;

/// How a link of an item is written.
#[derive(Debug)]
pub(crate) struct LinkMember<'c> {
    pub(crate) link: &'c Link,
    pub(crate) layout: ReferenceLayout<'c>,
}

/// What the links of an item layout lead to, for some records: for each link the cells of references, in their order, by the
/// identifier of the record that has the link. There may be one more than is shown.
#[derive(Debug)]
pub(crate) struct Linked {
    pub(crate) by_link: Vec<HashMap<Value, Vec<Vec<Value>>>>,
    /// How many references an item shows.
    pub(crate) shown_max: usize,
}

impl<'c> LinkMember<'c> {
    /// Every link of the model, and of those that it extends, that exists for the caller.
    pub(super) fn all(view: View<'c>, model: &'c Model) -> Vec<Self> {
        let target = |link: &Link| view.catalogue().model(link.target);
        let links = view.lineage(model).flat_map(|model| view.links(model));
        links.map(|link| Self { link, layout: ReferenceLayout::new(view, target(link)) }).collect()
    }
}

impl Linked {
    /// Of items whose model has no links.
    pub(crate) const fn none() -> Self {
        Self { by_link: Vec::new(), shown_max: 0 }
    }

    /// Appends a member for each link of one record: an array of references, and a word about it if there are more.
    pub(super) fn write_members(&self, out: &mut Vec<u8>, urls: Urls<'_>, links: &[LinkMember<'_>], record: &Value) {
        for (member, cells) in links.iter().zip(&self.by_link) {
            write_member_name(out, member.link.name());
            let references = cells.get(record).map_or([].as_slice(), Vec::as_slice);
            let shown = references.iter().take(self.shown_max);
            write_array(out, shown, |out, cells| member.layout.write(out, urls, cells));
            if references.len() > self.shown_max {
                write_more(out, member.link.name());
            }
        }
    }
}

/// Appends a member that says of an array: there is more than it holds.
pub(crate) fn write_more(out: &mut Vec<u8>, name: &str) {
    write_member_name(out, &format!("{name}_more"));
    out.extend_from_slice(b"true");
}
