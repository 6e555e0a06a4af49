//! A record as an item of a list: its own fields, its address, and each relation as a short object.

use super::super::catalogue::{Field, Model};
use super::super::lowering::{Lowering, Place};
use super::super::path::{ResolvedPath, Step};
use super::super::sql::Output;
use super::super::value::Value;
use super::super::view::View;
use super::url::Urls;
use super::value::{write_member_name, write_value};

/// Which columns an item is read from, and how it is written.
#[derive(Debug)]
pub(crate) struct ItemLayout<'c> {
    model: &'c Model,
    members: Vec<Member<'c>>,
    /// The cell of the identifier, unless it does not exist for the caller.
    identifier: Option<usize>,
}

#[derive(Debug)]
enum Member<'c> {
    Scalar(&'c Field),
    Relation(RelationMember<'c>),
}

/// `{"<identifier>": …, "<key>": …, "api_url": …}`
#[derive(Debug)]
struct RelationMember<'c> {
    field: &'c Field,
    target: &'c Model,
    has_identifier: bool,
    /// The target's key, if it is another field than the identifier.
    key: Option<&'c Field>,
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
        Self { model, members, identifier }
    }

    /// What to read, in the order that [`ItemLayout::write`] expects.
    pub(crate) fn outputs(&self, lowering: &mut Lowering, at: Place<'c>) -> Vec<Output> {
        let mut outputs = Vec::with_capacity(self.members.len() + 1);
        for member in &self.members {
            outputs.push(at.output(member.field()));
            if let Member::Relation(RelationMember { field, target, key: Some(key), .. }) = *member {
                let path =
                    ResolvedPath { root: at.model, steps: vec![Step::Forward { field, to: target }], field: key };
                outputs.push(lowering.output(at, &path));
            }
        }
        outputs
    }

    /// Appends the object of one row.
    pub(crate) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value]) {
        out.push(b'{');
        let mut rest = cells;
        for member in &self.members {
            let (own, others) = rest.split_at(member.width());
            rest = others;
            write_member_name(out, member.field().name());
            match member {
                Member::Scalar(_) => write_value(out, &own[0]),
                Member::Relation(_) if own[0] == Value::Null => out.extend_from_slice(b"null"),
                Member::Relation(relation) => relation.write(out, urls, own),
            }
        }
        if let Some(identifier) = self.identifier {
            write_member_name(out, "api_url");
            urls.write_record(out, self.model.name(), &cells[identifier]);
        }
        out.push(b'}');
    }
}

impl<'c> Member<'c> {
    fn new(view: View<'c>, field: &'c Field) -> Self {
        let Some(relation) = field.relation else { return Self::Scalar(field) };
        let target = view.catalogue().model(relation.target);
        let key = target.key().filter(|key| key.id != target.identifier && view.has_field(target, key));
        let has_identifier = view.has_field(target, target.identifier());
        Self::Relation(RelationMember { field, target, has_identifier, key })
    }

    const fn field(&self) -> &'c Field {
        match self {
            Self::Scalar(field) | Self::Relation(RelationMember { field, .. }) => field,
        }
    }

    const fn width(&self) -> usize {
        match self {
            Self::Relation(RelationMember { key: Some(_), .. }) => 2,
            Self::Scalar(_) | Self::Relation(_) => 1,
        }
    }
}

impl RelationMember<'_> {
    fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value]) {
        out.push(b'{');
        if self.has_identifier {
            write_member_name(out, self.target.identifier().name());
            write_value(out, &cells[0]);
        }
        if let Some(key) = self.key {
            write_member_name(out, key.name());
            write_value(out, &cells[1]);
        }
        if self.has_identifier {
            write_member_name(out, "api_url");
            urls.write_record(out, self.target.name(), &cells[0]);
        }
        out.push(b'}');
    }
}
