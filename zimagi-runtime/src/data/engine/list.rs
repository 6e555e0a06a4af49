//! Pages of a list: which records, in which order, and how many there are in all.

use super::super::catalogue::Model;
use super::super::condition::{Condition, resolve_filters};
use super::super::error::DataError;
use super::super::json::{ItemLayout, Linked, Urls, write_array};
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::{QueryFault, QueryMistake};
use super::super::ordering::{ResolvedOrder, resolve_ordering};
use super::super::query::Query;
use super::super::session::{Row, Session};
use super::super::sql::{Expr, Output, Select};
use super::super::value::Value;
use super::super::view::View;
use super::linked::read_linked;
use super::{Engine, require_viewable};
use crate::permit::Permit;
use zimagi_spec::descriptor::ScalarKind;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListPage {
    /// How many records there are on all pages, exactly.
    pub(crate) total: u64,
    /// Which page this is, from one.
    pub(crate) page: u64,
    /// How many pages there are, at least one.
    pub(crate) page_count: u64,
    /// The records as a JSON array.
    pub(crate) items: Vec<u8>,
}

/// How many records a page has if the caller does not say.
pub(crate) const PAGE_SIZE: u64 = 50;
/// How many it has at most.
pub(crate) const PAGE_SIZE_MAX: u64 = 1000;

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
            let linked = read_linked(session, &listing.layout, &page.rows).await?;
            Ok::<_, DataError>((page, linked))
        };
        let (Page { total, page, rows }, linked) = self.db.read(model.descriptor.store, read).await?;
        let page_count = listing.page_count(total);
        Ok(ListPage { total, page, page_count, items: listing.write(Urls::new(base_url), &rows, &linked) })
    }
}

struct Listing<'c> {
    model: &'c Model,
    condition: Condition<'c>,
    ordering: Vec<ResolvedOrder<'c>>,
    layout: ItemLayout<'c>,
    page: PageText,
    size: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PageText {
    Number(u64),
    Last,
}

struct Page {
    total: u64,
    page: u64,
    rows: Vec<Row>,
}

impl<'c> Listing<'c> {
    fn resolve(view: View<'c>, model: &'c Model, query: &Query) -> Result<Self, DataError> {
        let mut mistakes = Vec::new();
        let condition = resolve_filters(view, model, &query.filters, &mut mistakes);
        let ordering = resolve_ordering(view, model, query.ordering.as_deref(), &mut mistakes);
        let page = read_page(query.page.as_deref(), &mut mistakes);
        let size = read_size(query.count.as_deref(), &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        Ok(Self { model, condition, ordering, layout: ItemLayout::new(view, model), page, size })
    }

    async fn read(&self, session: &mut Session) -> Result<Page, DataError> {
        match self.page {
            PageText::Number(page) => {
                let rows = session.rows(&self.page_select(page)).await?;
                let total = match self.total_by_rows(page, rows.len() as u64) {
                    Some(total) => total,
                    None => self.count(session).await?,
                };
                self.require_page(page, total)?;
                Ok(Page { total, page, rows })
            }
            PageText::Last => {
                let total = self.count(session).await?;
                let page = self.page_count(total);
                let rows = session.rows(&self.page_select(page)).await?;
                Ok(Page { total, page, rows })
            }
        }
    }

    /// A page that is not full is the last one, and says how many records there are.
    const fn total_by_rows(&self, page: u64, rows: u64) -> Option<u64> {
        let is_last = rows < self.size && (rows > 0 || page == 1);
        if is_last { Some((page - 1) * self.size + rows) } else { None }
    }

    async fn count(&self, session: &mut Session) -> Result<u64, DataError> {
        let rows = session.rows(&self.total_select()).await?;
        match rows.first().and_then(|row| row.cells.first()) {
            Some(Value::Integer(total)) => Ok(total.unsigned_abs()),
            _ => Err(DataError::Broken("a count gave no number")),
        }
    }

    fn require_page(&self, page: u64, total: u64) -> Result<(), DataError> {
        let last = self.page_count(total);
        if page <= last {
            return Ok(());
        }
        Err(DataError::Query(vec![QueryMistake::new("page", QueryFault::NoSuchPage { page, last })]))
    }

    const fn page_count(&self, total: u64) -> u64 {
        if total == 0 { 1 } else { total.div_ceil(self.size) }
    }

    fn page_select(&self, page: u64) -> Select {
        let mut lowering = Lowering::new(Shape::Correlated);
        let place = lowering.place(self.model);
        let outputs = self.layout.outputs(&mut lowering, place);
        let filter = self.filter(lowering.condition(place, &self.condition));
        let mut select = place.select(outputs, filter);
        select.order = self.ordering.iter().map(|order| lowering.order(place, order)).collect();
        select.limit = Some(self.size);
        select.offset = Some((page - 1).saturating_mul(self.size));
        select
    }

    fn total_select(&self) -> Select {
        let mut lowering = Lowering::new(Shape::Membership);
        let place = lowering.place(self.model);
        let filter = self.filter(lowering.condition(place, &self.condition));
        place.select(vec![Output { expr: Expr::CountAll, kind: ScalarKind::Integer }], filter)
    }

    /// No filter is said by saying nothing.
    fn filter(&self, filter: Expr) -> Option<Expr> {
        (filter != Expr::And(Vec::new())).then_some(filter)
    }

    fn write(&self, urls: Urls<'_>, rows: &[Row], linked: &Linked) -> Vec<u8> {
        let mut out = Vec::with_capacity(2 + rows.len() * ROW_BYTES);
        write_array(&mut out, rows, |out, row| self.layout.write(out, urls, &row.cells, linked));
        out
    }
}

/// A guess at the size of one record, to reserve memory once.
const ROW_BYTES: usize = 512;

fn read_page(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> PageText {
    match text.map(|text| (text, text.parse::<u64>())) {
        None => PageText::Number(1),
        Some(("last", _)) => PageText::Last,
        Some((_, Ok(page))) if (1..=PAGE_MAX).contains(&page) => PageText::Number(page),
        Some(_) => {
            mistakes.push(QueryMistake::wrong_value("page", "a number from 1 or `last`"));
            PageText::Number(1)
        }
    }
}

/// Keeps offsets within the numbers that databases know.
const PAGE_MAX: u64 = 1 << 40;

fn read_size(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> u64 {
    match text.map(str::parse::<u64>) {
        None => PAGE_SIZE,
        Some(Ok(size)) if (1..=PAGE_SIZE_MAX).contains(&size) => size,
        Some(_) => {
            mistakes.push(QueryMistake::wrong_value("count", format!("a number from 1 to {PAGE_SIZE_MAX}")));
            PAGE_SIZE
        }
    }
}
