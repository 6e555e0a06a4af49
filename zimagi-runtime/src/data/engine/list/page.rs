//! Reading one page: its rows, its total, and how its neighbours are asked for.

use super::super::super::error::DataError;
use super::super::super::mistake::{QueryFault, QueryMistake};
use super::super::super::session::{Row, Session};
use super::super::super::value::Value;
use super::super::cursor::Cursor;
use super::super::keyset::Side;
use super::start::{Start, Total};
use super::{Listing, Turn};

/// The rows of a page and what is known around them.
pub(super) struct Page {
    pub(super) rows: Vec<Row>,
    pub(super) total: Option<u64>,
    pub(super) next: Option<Turn>,
    pub(super) previous: Option<Turn>,
}

impl Listing<'_> {
    pub(super) async fn read(&self, session: &mut Session) -> Result<Page, DataError> {
        match (&self.start, self.total) {
            (Start::Page(page), Total::Exact) => self.read_counted(session, *page).await,
            (Start::Page(page), Total::Estimate | Total::None) => self.read_uncounted(session, *page).await,
            (Start::Last, _) => self.read_last(session).await,
            (Start::At(cursor), _) => self.read_at(session, cursor).await,
        }
    }

    /// A page that is not full is the last one, and says how many records there are.
    async fn read_counted(&self, session: &mut Session, page: u64) -> Result<Page, DataError> {
        let rows = session.rows(&self.page_select(self.offset(page), self.size)).await?;
        let is_last = (rows.len() as u64) < self.size && (!rows.is_empty() || page == 1);
        let total = if is_last { self.offset(page) + rows.len() as u64 } else { self.count(session).await? };
        self.require_page(page, total)?;
        Ok(self.numbered(rows, page, total))
    }

    async fn read_last(&self, session: &mut Session) -> Result<Page, DataError> {
        let total = self.count(session).await?;
        let page = self.page_count(total);
        let rows = session.rows(&self.page_select(self.offset(page), self.size)).await?;
        Ok(self.numbered(rows, page, total))
    }

    fn numbered(&self, rows: Vec<Row>, page: u64, total: u64) -> Page {
        let next = (page < self.page_count(total)).then_some(Turn::Page(page + 1));
        Page { rows, total: self.counted(total), next, previous: (page > 1).then(|| Turn::Page(page - 1)) }
    }

    /// One more row than the page has tells whether there is a next one.
    async fn read_uncounted(&self, session: &mut Session, page: u64) -> Result<Page, DataError> {
        let mut rows = session.rows(&self.page_select(self.offset(page), self.size + 1)).await?;
        let has_more = self.cut(&mut rows);
        let seen = self.offset(page) + rows.len() as u64;
        let total = match self.total {
            Total::Estimate if rows.is_empty() && page > 1 => {
                let total = self.count(session).await?;
                self.require_page(page, total)?;
                Some(total)
            }
            Total::Estimate if has_more => Some(self.estimate(session).await?.max(seen + 1)),
            Total::Exact | Total::Estimate => Some(seen),
            Total::None => None,
        };
        let next = has_more.then(|| self.turn(Side::Behind, rows.last(), page + 1)).flatten();
        let previous = (page > 1).then(|| self.turn(Side::Before, rows.first(), page - 1)).flatten();
        Ok(Page { rows, total, next, previous })
    }

    async fn read_at(&self, session: &mut Session, cursor: &Cursor) -> Result<Page, DataError> {
        let mut rows = session.rows(&self.cursor_select(cursor, self.size + 1)).await?;
        let has_more = self.cut(&mut rows);
        let is_all = cursor.marks.is_empty() && !has_more;
        let total = match self.total {
            Total::None => None,
            Total::Exact | Total::Estimate if is_all => Some(rows.len() as u64),
            Total::Exact => Some(self.count(session).await?),
            Total::Estimate => Some(self.estimate(session).await?.max(rows.len() as u64)),
        };
        // Where the page was come from there is at least the record of the cursor.
        let has_come = !cursor.marks.is_empty();
        let (has_next, has_previous) = match cursor.side {
            Side::Behind => (has_more, has_come),
            Side::Before => (has_come, has_more),
        };
        if cursor.side == Side::Before {
            rows.reverse();
        }
        let next = has_next.then(|| self.cursor(Side::Behind, rows.last())).flatten();
        let previous = has_previous.then(|| self.cursor(Side::Before, rows.first())).flatten();
        Ok(Page { rows, total, next, previous })
    }

    /// Takes away the row that only told that there are more.
    fn cut(&self, rows: &mut Vec<Row>) -> bool {
        let has_more = rows.len() as u64 > self.size;
        if has_more {
            rows.pop();
        }
        has_more
    }

    /// By the record if there is a cursor for it, otherwise by the number.
    fn turn(&self, side: Side, row: Option<&Row>, page: u64) -> Option<Turn> {
        let is_by_cursor = self.total == Total::None && self.question.is_some();
        if is_by_cursor { self.cursor(side, row) } else { Some(Turn::Page(page)) }
    }

    /// Without a record the neighbour is the page at that end: all on the way to it is gone.
    fn cursor(&self, side: Side, row: Option<&Row>) -> Option<Turn> {
        let marks = |row: &Row| self.marks.iter().map(|cell| row.cells[*cell].clone()).collect();
        let cursor = match (row, side) {
            (Some(row), side) => Cursor { side, marks: marks(row) },
            (None, Side::Behind) => Cursor::START,
            (None, Side::Before) => Cursor::END,
        };
        self.question.map(|question| Turn::Cursor(cursor.write(question)))
    }

    async fn count(&self, session: &mut Session) -> Result<u64, DataError> {
        let rows = session.rows(&self.total_select()).await?;
        match rows.first().and_then(|row| row.cells.first()) {
            Some(Value::Integer(total)) => Ok(total.unsigned_abs()),
            _ => Err(DataError::Broken("a count gave no number")),
        }
    }

    /// What the database guesses; counted where it cannot guess, or would do so by records that do not exist for the caller.
    async fn estimate(&self, session: &mut Session) -> Result<u64, DataError> {
        if self.view.limiting_groups(self.model).is_some() || self.condition.is_limited(self.view) {
            return self.count(session).await;
        }
        match session.estimate(&self.all_select(Vec::new())).await? {
            Some(rows) => Ok(rows),
            None => self.count(session).await,
        }
    }

    fn require_page(&self, page: u64, total: u64) -> Result<(), DataError> {
        let last = self.page_count(total);
        if page <= last {
            return Ok(());
        }
        Err(DataError::Query(vec![QueryMistake::new("page", QueryFault::NoSuchPage { page, last })]))
    }

    fn counted(&self, total: u64) -> Option<u64> {
        (self.total != Total::None).then_some(total)
    }

    const fn page_count(&self, total: u64) -> u64 {
        if total == 0 { 1 } else { total.div_ceil(self.size) }
    }

    const fn offset(&self, page: u64) -> u64 {
        (page - 1).saturating_mul(self.size)
    }
}
