//! In which cells of a row the members of a record stand: its identifier first where something hangs on it, then each member's.

use super::{Chosen, Selection, Shown};
use crate::data::path::ResolvedPath;
use crate::data::value::Value;

impl Selection<'_> {
    /// How many cells are read.
    pub(crate) fn width(&self) -> usize {
        usize::from(self.has_mark()) + self.record.width()
    }

    /// The cell that holds what a path leads to.
    pub(crate) fn position(&self, path: &ResolvedPath<'_>) -> Option<usize> {
        let mut cell = usize::from(self.has_mark());
        for member in &self.record.members {
            match &member.shown {
                Shown::Value(value) if value.is(path) => return Some(cell),
                other => cell += other.width(),
            }
        }
        None
    }

    /// Whether the identifier is read before all members. Of related records it always is.
    pub(super) fn has_mark(&self) -> bool {
        self.record.members.iter().any(|member| matches!(member.shown, Shown::Address | Shown::Many(_)))
    }

    /// The identifier and the cells of the members.
    pub(super) fn parts<'r>(&self, cells: &'r [Value]) -> (&'r Value, &'r [Value]) {
        if self.has_mark() { (&cells[0], &cells[1..]) } else { (&Value::Null, cells) }
    }
}

impl Chosen<'_> {
    pub(super) fn width(&self) -> usize {
        self.members.iter().map(|member| member.shown.width()).sum()
    }

    /// Whether something is shown of the record beside its identifier.
    pub(super) fn needs_row(&self) -> bool {
        self.members.iter().any(|member| match &member.shown {
            Shown::Value(path) => !self.is_identifier(path),
            Shown::Made(..) | Shown::One(_) => true,
            Shown::Address | Shown::Many(_) => false,
        })
    }

    pub(super) fn is_identifier(&self, path: &ResolvedPath<'_>) -> bool {
        path.steps.is_empty() && path.field.id == self.model.identifier
    }
}

impl Shown<'_> {
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Value(_) | Self::Made(..) => 1,
            Self::Address | Self::Many(_) => 0,
            Self::One(related) => 1 + related.record.width(),
        }
    }
}
