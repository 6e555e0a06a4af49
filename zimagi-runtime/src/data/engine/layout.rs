//! How the records of an answer are written: as lists show them, or as the caller wished.

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{ItemLayout, Linked, Urls};
use super::super::lowering::{Lowering, Place};
use super::super::mistake::QueryMistake;
use super::super::path::ResolvedPath;
use super::super::selection::{RelatedRows, Selection, resolve_selection};
use super::super::session::{Row, Session};
use super::super::sql::{Join, Output};
use super::super::value::Value;
use super::super::view::View;
use super::linked::read_linked;

/// What is shown of each record.
#[derive(Debug)]
pub(super) enum Layout<'c> {
    Items(ItemLayout<'c>),
    Wished(Selection<'c>),
}

/// What stands in other tables than the rows of a page.
#[derive(Debug)]
pub(super) enum Beside {
    Items(Linked),
    Wished(RelatedRows),
}

impl<'c> Layout<'c> {
    /// By the text of `fields`, if there is one. Mistakes are added to the list.
    pub(super) fn resolve(
        view: View<'c>,
        model: &'c Model,
        fields: Option<&str>,
        mistakes: &mut Vec<QueryMistake>,
    ) -> Self {
        match resolve_selection(view, model, fields, mistakes) {
            Some(selection) => Self::Wished(selection),
            None => Self::Items(ItemLayout::new(view, model)),
        }
    }

    /// What to read from the rows, and the tables beside theirs.
    pub(super) fn outputs(&self, lowering: &mut Lowering<'c>, at: Place<'c>) -> (Vec<Output>, Vec<Join>) {
        match self {
            Self::Items(layout) => (layout.outputs(lowering, at), Vec::new()),
            Self::Wished(selection) => {
                let reading = selection.lower(lowering, at);
                (reading.outputs, reading.joins)
            }
        }
    }

    /// How many cells are read.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Items(layout) => layout.width(),
            Self::Wished(selection) => selection.width(),
        }
    }

    /// The cell that holds what a path leads to.
    pub(super) fn position(&self, path: &ResolvedPath<'_>) -> Option<usize> {
        match self {
            Self::Items(layout) => layout.position(path),
            Self::Wished(selection) => selection.position(path),
        }
    }

    pub(super) async fn read_beside(
        &self,
        session: &mut Session,
        view: View<'_>,
        rows: &[Row],
    ) -> Result<Beside, DataError> {
        Ok(match self {
            Self::Items(layout) => Beside::Items(read_linked(session, view, layout, rows).await?),
            Self::Wished(selection) => Beside::Wished(selection.read_related(session, rows).await?),
        })
    }

    /// Appends the object of one row.
    pub(super) fn write(&self, out: &mut Vec<u8>, urls: Urls<'_>, cells: &[Value], beside: &Beside) {
        match (self, beside) {
            (Self::Items(layout), Beside::Items(linked)) => layout.write(out, urls, cells, linked),
            (Self::Wished(selection), Beside::Wished(found)) => selection.write(out, urls, cells, found),
            (Self::Items(_), Beside::Wished(_)) | (Self::Wished(_), Beside::Items(_)) => {
                unreachable!("what a layout reads is its own")
            }
        }
    }
}
