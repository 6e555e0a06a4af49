//! A session: one connection inside one transaction.

use std::sync::Arc;

use super::link::Link;
use super::row::Row;
use super::seal::{Seal, SealedTable, StoredCells};
use super::trace::{Trace, TracedStatement};
use crate::data::error::DataError;
use crate::data::sql::{Body, Select, Statement};

/// What session logic is given. It ends with the logic: kept if that returned `Ok`, undone otherwise.
///
/// Logic that is dropped in the middle takes the connection with it: in a pool it would keep its locks.
pub(crate) struct Session {
    link: Option<Link>,
    pub(super) state: State,
    pub(super) savepoints: Vec<State>,
    trace: Option<Arc<dyn Trace>>,
    seal: Seal,
}

/// Whether later statements may still count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Sound,
    /// A statement failed. PostgreSQL stores nothing from here on and says so only at the end; every database stops at once.
    Failed,
}

impl Session {
    pub(super) const fn new(link: Link, trace: Option<Arc<dyn Trace>>, seal: Seal) -> Self {
        Self { link: Some(link), state: State::Sound, savepoints: Vec::new(), trace, seal }
    }

    /// The rows of a query, what is sealed in them opened.
    pub(crate) async fn rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        let seal = self.seal.clone();
        let Some(opening) = seal.opening(select) else { return self.stored_rows(select).await };
        let mut rows = self.stored_rows(&opening.select).await?;
        seal.open(&opening, &mut rows)?;
        Ok(rows)
    }

    /// Executes a statement, what it says of sealed columns sealed, and gives the number of rows it changed.
    pub(crate) async fn execute(&mut self, statement: &Statement) -> Result<u64, DataError> {
        let seal = self.seal.clone();
        match statement {
            Statement::Insert(insert) => {
                let Some(table) = seal.tables.get(insert.table) else { return self.execute_sealed(statement).await };
                let stored = match table.stored_select(insert) {
                    Some(select) => self.stored_cells(&seal, table, &select).await?,
                    None => StoredCells::new(),
                };
                let sealed = Statement::Insert(seal.seal_insert(table, insert, &stored)?);
                self.execute_sealed(&sealed).await
            }
            Statement::Update(update) => match seal.tables.get(update.table.name) {
                Some(table) => {
                    let sealed = Statement::Update(seal.seal_update(table, update)?);
                    self.execute_sealed(&sealed).await
                }
                None => self.execute_sealed(statement).await,
            },
            Statement::Delete(_) => self.execute_sealed(statement).await,
        }
    }

    /// What sealed columns hold for some records. What cannot be opened is written anew.
    async fn stored_cells(
        &mut self,
        seal: &Seal,
        table: &SealedTable,
        select: &Select,
    ) -> Result<StoredCells, DataError> {
        let mut stored = StoredCells::new();
        for row in self.stored_rows(select).await? {
            let mut cells = row.cells.into_iter();
            let Some(record) = cells.next() else { continue };
            for (column, cell) in table.columns.iter().zip(cells) {
                if let Ok(plain) = seal.open_cell(table, *column, &record, &cell) {
                    stored.insert((record.clone(), column.column), (plain, cell));
                }
            }
        }
        Ok(stored)
    }

    pub(super) const fn seal(&self) -> &Seal {
        &self.seal
    }

    /// The rows of a query as the database holds them.
    pub(super) async fn stored_rows(&mut self, select: &Select) -> Result<Vec<Row>, DataError> {
        self.show(Body::Select(select));
        let rows = self.sound_link()?.rows(select).await;
        self.note(rows)
    }

    /// Executes a statement that has nothing to be sealed.
    pub(super) async fn execute_sealed(&mut self, statement: &Statement) -> Result<u64, DataError> {
        self.show(Body::Statement(statement));
        let changed = self.sound_link()?.execute(statement).await;
        self.note(changed)
    }

    /// Ends the transaction and gives the connection back, if it is still good.
    pub(super) async fn end(mut self, is_kept: bool) -> (Option<Link>, Result<(), DataError>) {
        let keeps = is_kept && self.state == State::Sound;
        let mut link = self.link.take().expect("a session has its connection until its end");
        match link.say(if keeps { "COMMIT" } else { "ROLLBACK" }).await {
            Ok(()) if is_kept && !keeps => (Some(link), Err(FAILED)),
            Ok(()) => (Some(link), Ok(())),
            Err(error) => (None, Err(error)),
        }
    }

    /// The connection, unless a statement has failed on it.
    pub(super) fn sound_link(&mut self) -> Result<&mut Link, DataError> {
        match self.state {
            State::Sound => Ok(self.link()),
            State::Failed => Err(FAILED),
        }
    }

    /// Remembers a failure.
    pub(super) fn note<T>(&mut self, result: Result<T, DataError>) -> Result<T, DataError> {
        if result.is_err() {
            self.state = State::Failed;
        }
        result
    }

    pub(super) const fn link(&mut self) -> &mut Link {
        self.link.as_mut().expect("a session has its connection until its end")
    }

    pub(super) fn show(&self, body: Body<'_>) {
        if let Some(trace) = &self.trace {
            trace.note(&TracedStatement::new(body));
        }
    }
}

const FAILED: DataError = DataError::Broken("an earlier statement of the transaction failed");
