//! A record as an item of a list: its own fields, its address, and each related or linked record as a short object.

use super::super::catalogue::Model;
use super::super::lowering::{Lowering, Place};
use super::super::path::{ResolvedPath, Step, members};
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
    /// How many records each link shows.
    pub(crate) linked_max: usize,
}

#[derive(Debug)]
enum Member<'c> {
    Scalar(ResolvedPath<'c>),
    Relation(ResolvedPath<'c>, ReferenceLayout<'c>),
}

impl<'c> ItemLayout<'c> {
    /// Everything of the model that exists for the caller.
    pub(crate) fn new(view: View<'c>, model: &'c Model) -> Self {
        let members: Vec<_> = members(view, model).into_iter().map(|path| Member::new(view, path)).collect();
        let mut cell = 0;
        let mut identifier = None;
        for member in &members {
            if member.path().steps.is_empty() && member.path().field.id == model.identifier {
                identifier = Some(cell);
            }
            cell += member.width();
        }
        let links = LinkMember::all(view, model);
        let has_identifier = identifier.is_some();
        let linked_max = view.limits().related_max;
        Self { model, members, links, identifier: identifier.unwrap_or(cell), has_identifier, linked_max }
    }

    /// What to read, in the order that [`ItemLayout::write`] expects.
    pub(crate) fn outputs(&self, lowering: &mut Lowering<'_>, at: Place<'c>) -> Vec<Output> {
        let mut outputs = Vec::with_capacity(self.members.len() + 1);
        for member in &self.members {
            outputs.push(lowering.output(at, member.path()));
            if let Member::Relation(path, ReferenceLayout { target, key: Some(key), .. }) = member {
                let step = Step::Forward { field: path.field, to: target };
                let steps = path.steps.iter().copied().chain([step]).chain(key.steps.iter().copied()).collect();
                outputs.push(lowering.output(at, &ResolvedPath { root: at.model, steps, field: key.field }));
            }
        }
        if !self.has_identifier {
            outputs.push(at.output(self.model.identifier()));
        }
        outputs
    }

    /// How many cells are read.
    pub(crate) fn width(&self) -> usize {
        self.members.iter().map(Member::width).sum::<usize>() + usize::from(!self.has_identifier)
    }

    /// The cell that holds what a path leads to.
    pub(crate) fn position(&self, path: &ResolvedPath<'_>) -> Option<usize> {
        let mut cell = 0;
        for member in &self.members {
            if member.path().is(path) {
                return Some(cell);
            }
            cell += member.width();
        }
        None
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
            write_member_name(out, member.path().field.name());
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
    fn new(view: View<'c>, path: ResolvedPath<'c>) -> Self {
        match path.field.relation {
            Some(relation) => {
                let target = view.catalogue().model(relation.target);
                Self::Relation(path, ReferenceLayout::new(view, target))
            }
            None => Self::Scalar(path),
        }
    }

    const fn path(&self) -> &ResolvedPath<'c> {
        match self {
            Self::Scalar(path) | Self::Relation(path, _) => path,
        }
    }

    const fn width(&self) -> usize {
        match self {
            Self::Relation(_, reference) => reference.width(),
            Self::Scalar(_) => 1,
        }
    }
}
