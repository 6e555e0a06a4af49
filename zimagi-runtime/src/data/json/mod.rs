//! Records as JSON, written straight from the cells of a row. Which fields are written is decided elsewhere.

mod item;
mod linked;
mod reference;
mod url;
mod value;

pub(crate) use item::ItemLayout;
pub(crate) use linked::{LinkMember, Linked, write_more};
pub(crate) use url::{Urls, address_text};
pub(crate) use value::{write_array, write_member_name, write_plain, write_text, write_value};
