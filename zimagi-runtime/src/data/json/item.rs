//! A record as an item of a list: its own fields, its address, and each related or linked record as a short object.

use super::super::catalogue::{Field, Model};
use super::super::lowering::{Lowering, Place};
use super::super::path::{ResolvedPath, Step};
use super::super::sql::Output;
use super::super::value::Value;
use super::super::view::View;
use super::linked::{LinkMember, Linked};
use super::reference::ReferenceLayout;
use super::url::Urls;
use super::value::{write_member_name, write_value};

/// Which columns an item is read from, and how it is written.
#[derive(Debug)]
pub(crate) struct ItemLayout<'c> {
    pub(crate) model: &'c Model,
    members: Vec<Member<'c>>,
    pub(crate) links: Vec<LinkMember<'c>>,
    /// The cell of the identifier. If that does not exist for the caller it is the last one, and only links are found by it.
    identifier: usize,
    has_identifier: bool,
}

#[derive(Debug)]
enum Member<'c> {
    Scalar(&'c Field),
    Relation(&'c Field, ReferenceLayout<'c>),
}

impl<'c> ItemLayout<'c> {
    /// Everything of the model that exists for the caller.
    pub(crate) fn new(view: View<'c>, model: &'c Model) -> Self {
        let members: Vec<_> = view.fields(model).map(|field| Member::new(view, field)).collect();
        let mut cell = 0;
        let mut identifier = None;
        for member in &members {
            if member.field().id == model.identifier {
                identifier = Some(cell);
            }
            cell += member.width();
        }
        let links = LinkMember::all(view, model);
        Self { model, members, links, identifier: identifier.unwrap_or(cell), has_identifier: identifier.is_some() }
    }

    /// What to read, in the order that [`ItemLayout::write`] expects.
    pub(crate) fn outputs(&self, lowering: &mut Lowering, at: Place<'c>) -> Vec<Output> {
        let mut outputs = Vec::with_capacity(self.members.len() + 1);
        for member in &self.members {
            outputs.push(at.output(member.field()));
            if let Member::Relation(field, ReferenceLayout { target, key: Some(key), .. }) = member {
                let steps = vec![Step::Forward { field, to: target }];
                outputs.push(lowering.output(at, &ResolvedPath { root: at.model, steps, field: key }));
            }
        }
        if !self.has_identifier {
            outputs.push(at.output(self.model.identifier()));
        }
        outputs
    }

    /// The identifier of a row's record.
    pub(crate) fn identifier<'r>(&self, cells: &'r [Value]) -> &'r Value {
        &cells[self.identifier]
    }

    /// Appends the object of one row.
    pub(crate) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value], linked: &Linked) {
        out.push(b'{');
        let mut rest = cells;
        for member in &self.members {
            let (own, others) = rest.split_at(member.width());
            rest = others;
            write_member_name(out, member.field().name());
            match member {
                Member::Scalar(_) => write_value(out, &own[0]),
                Member::Relation(..) if own[0] == Value::Null => out.extend_from_slice(b"null"),
                Member::Relation(_, reference) => reference.write(out, urls, own),
            }
        }
        linked.write_members(out, urls, &self.links, self.identifier(cells));
        if self.has_identifier {
            write_member_name(out, "api_url");
            urls.write_record(out, self.model.name(), self.identifier(cells));
        }
        out.push(b'}');
    }
}

impl<'c> Member<'c> {
    fn new(view: View<'c>, field: &'c Field) -> Self {
        match field.relation {
            Some(relation) => {
                Self::Relation(field, ReferenceLayout::new(view, view.catalogue().model(relation.target)))
            }
            None => Self::Scalar(field),
        }
    }

    const fn field(&self) -> &'c Field {
        match self {
            Self::Scalar(field) | Self::Relation(field, _) => field,
        }
    }

    const fn width(&self) -> usize {
        match self {
            Self::Relation(_, reference) => reference.width(),
            Self::Scalar(_) => 1,
        }
    }
}
