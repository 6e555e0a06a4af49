//! Pages of a list: which records, in which order, and how many there are in all.

mod page;
mod start;
mod statement;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{Urls, write_array};
use super::super::session::{Row, Session};
use super::super::view::View;
use super::cursor::Question;
use super::layout::{Beside, Layout};
use super::{Engine, require_viewable};
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::ordering::{ResolvedOrder, resolve_ordering};
use crate::data::question::query::Query;
use crate::permit::Permit;
pub(crate) use start::{PAGE_MAX, PAGE_SIZE, PAGE_SIZE_MAX};
use start::{Start, Total, read_size};

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListPage {
    /// How many records there are on all pages; none if nobody wanted to know.
    pub(crate) total: Option<u64>,
    pub(crate) next: Option<Turn>,
    pub(crate) previous: Option<Turn>,
    /// The records as a JSON array.
    pub(crate) items: Vec<u8>,
}

/// How a neighbouring page is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Turn {
    /// By its number, from one.
    Page(u64),
    /// By the record that it begins behind or ends before.
    Cursor(String),
}

impl Engine {
    /// A page of the records that a query asks for.
    ///
    /// # Errors
    ///
    /// If the model does not exist for the caller, or the query has mistakes.
    pub(crate) async fn list(
        &self,
        permit: &Permit,
        model: &str,
        query: &Query,
        base_url: &str,
    ) -> Result<ListPage, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let listing = Listing::resolve(view, model, query)?;
        let read = async |session: &mut Session| {
            let page = listing.read(session).await?;
            let beside = listing.layout.read_beside(session, view, &page.rows).await?;
            Ok::<_, DataError>((page, beside))
        };
        let (page, beside) = self.db.read(model.descriptor.store, read).await?;
        let items = listing.write(Urls::new(base_url), &page.rows, &beside);
        Ok(ListPage { total: page.total, next: page.next, previous: page.previous, items })
    }
}

struct Listing<'c> {
    view: View<'c>,
    model: &'c Model,
    condition: Condition<'c>,
    ordering: Vec<ResolvedOrder<'c>>,
    layout: Layout<'c>,
    start: Start,
    size: u64,
    total: Total,
    /// What cursors of this list belong to; none if pages are turned by their numbers.
    question: Option<Question>,
    /// The cells that say where a record stands in the order; none without cursors.
    marks: Vec<usize>,
}

impl<'c> Listing<'c> {
    fn resolve(view: View<'c>, model: &'c Model, query: &Query) -> Result<Self, DataError> {
        let mut mistakes = Vec::new();
        let condition = resolve_filters(view, model, &query.filters, &mut mistakes);
        let ordering = resolve_ordering(view, model, query.ordering.as_deref(), &mut mistakes);
        let total = Total::read(query.total.as_deref(), &mut mistakes);
        let turns_by_cursor = query.cursor.is_some() || total == Total::None;
        let has_marks = ordering.iter().all(|order| is_shown(view, model, order));
        let question = (turns_by_cursor && has_marks).then(|| Question::of(query, model.name(), &ordering));
        let start = Start::read(query, question, &ordering, total, &mut mistakes);
        let size = read_size(query.count.as_deref(), &mut mistakes);
        let layout = Layout::resolve(view, model, query.fields.as_deref(), &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        let marks = if question.is_some() { find_marks(&layout, &ordering) } else { Vec::new() };
        Ok(Self { view, model, condition, ordering, layout, start, size, total, question, marks })
    }

    fn write(&self, urls: Urls<'_>, rows: &[Row], beside: &Beside) -> Vec<u8> {
        let mut out = Vec::with_capacity(2 + rows.len() * ROW_BYTES);
        write_array(&mut out, rows, |out, row| self.layout.write(out, urls, &row.cells, beside));
        out
    }
}

/// A guess at the size of one record, to reserve memory once.
const ROW_BYTES: usize = 512;

/// What the order goes by is mostly shown too; the rest is read behind it.
fn find_marks(layout: &Layout<'_>, ordering: &[ResolvedOrder<'_>]) -> Vec<usize> {
    let mut behind = layout.width()..;
    ordering.iter().filter_map(|order| layout.position(&order.path).or_else(|| behind.next())).collect()
}

/// Whether the caller may know the values of the step. Every path was resolved for the caller, but an identifier that does not exist
/// for it may stand at the end of the order, and cursors can be read by anyone.
fn is_shown(view: View<'_>, model: &Model, order: &ResolvedOrder<'_>) -> bool {
    !order.path.steps.is_empty() || view.has_field(model, order.path.field)
}
