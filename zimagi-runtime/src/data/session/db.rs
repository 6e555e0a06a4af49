//! A database: transactions on its connections.

use std::sync::Arc;

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

use super::config::{Address, DatabaseConfig};
use super::drive::{blocking, drive};
use super::logic::Logic;
use super::nesting;
use super::row::Row;
use super::seal::{Seal, SealedTable, SealedTables};
use super::session::Session;
use super::source::{Purpose, Source, Target};
use super::trace::{Trace, TracedStatement};
use crate::crypto::KeyRing;
use crate::data::error::DataError;
use crate::data::sql::{Body, Select};

/// A database that sessions are opened on. Clones share their connections.
#[derive(Clone)]
pub(crate) struct Db {
    pub(super) config: Arc<DatabaseConfig>,
    kind: Kind,
    trace: Option<Arc<dyn Trace>>,
    seal: Seal,
}

#[derive(Clone)]
enum Kind {
    Sqlite { main: Arc<Source>, messages: Arc<Source> },
    Server(Database, Arc<Source>),
}

impl Db {
    /// Takes what the URL names. Connections are made when they are needed.
    pub(crate) fn connect(config: DatabaseConfig) -> Result<Self, DataError> {
        let config = Arc::new(config);
        let source = |target| Arc::new(Source::new(target, Arc::clone(&config)));
        let kind = match config.address()? {
            Address::Sqlite { main, messages } => {
                Kind::Sqlite { main: source(Target::File(main)), messages: source(Target::File(messages)) }
            }
            Address::Postgresql(url) => Kind::Server(Database::Postgresql, source(Target::Postgres(url))),
            Address::Mysql(url) => Kind::Server(Database::Mysql, source(Target::Mysql(url))),
        };
        Ok(Self { config, kind, trace: None, seal: Seal::default() })
    }

    /// Shows every statement to a trace.
    pub(crate) fn with_trace(self, trace: Arc<dyn Trace>) -> Self {
        Self { trace: Some(trace), ..self }
    }

    /// Seals and opens with these keys.
    pub(crate) fn with_keys(self, keys: Arc<KeyRing>) -> Self {
        Self { seal: Seal { keys, ..self.seal }, ..self }
    }

    /// Keeps these columns in encrypted form only. Without keys they can be neither read nor written.
    pub(crate) fn with_sealed(self, tables: SealedTables) -> Self {
        Self { seal: Seal { tables: Arc::new(tables), ..self.seal }, ..self }
    }

    /// Every table with sealed columns, in the order of their names.
    pub(crate) fn sealed_tables(&self) -> Vec<SealedTable> {
        let mut tables: Vec<SealedTable> = self.seal.tables.values().cloned().collect();
        tables.sort_by_key(|table| table.table);
        tables
    }

    /// Which database it is.
    pub(crate) const fn database(&self) -> Database {
        match self.kind {
            Kind::Sqlite { .. } => Database::Sqlite,
            Kind::Server(database, _) => database,
        }
    }

    /// Runs logic in one writing transaction: kept if the logic returns `Ok`, undone otherwise.
    ///
    /// The logic awaits nothing but its session, and opens no other one: on SQLite it would wait for itself.
    pub(crate) async fn write<R, E, F>(&self, store: Store, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        self.transact(store, Purpose::Writing, logic).await
    }

    /// Runs logic over one snapshot. The rules are those of [`Db::write`].
    pub(crate) async fn read<R, E, F>(&self, store: Store, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        self.transact(store, Purpose::Reading, logic).await
    }

    /// The rows of one query, without a transaction around it.
    pub(crate) async fn rows(&self, store: Store, select: &Select) -> Result<Vec<Row>, DataError> {
        let Some(opening) = self.seal.opening(select) else { return self.stored_rows(store, select).await };
        let mut rows = self.stored_rows(store, &opening.select).await?;
        self.seal.open(&opening, &mut rows)?;
        Ok(rows)
    }

    async fn stored_rows(&self, store: Store, select: &Select) -> Result<Vec<Row>, DataError> {
        nesting::refuse()?;
        if let Some(trace) = &self.trace {
            trace.note(&TracedStatement::new(Body::Select(select)));
        }
        let source = self.source(store);
        let _place = source.shelf(Purpose::Reading).place().await?;
        match self.kind {
            Kind::Sqlite { .. } => blocking(|| drive(query(source, select)))?,
            Kind::Server(..) => query(source, select).await,
        }
    }

    async fn transact<R, E, F>(&self, store: Store, purpose: Purpose, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        nesting::refuse()?;
        let source = self.source(store);
        // Waiting here blocks no thread; the wait for another process, inside, does.
        let _place = source.shelf(purpose).place().await?;
        match self.kind {
            Kind::Sqlite { .. } => blocking(|| drive(self.run(source, purpose, logic)))?,
            Kind::Server(..) => self.run(source, purpose, logic).await,
        }
    }

    async fn run<R, E, F>(&self, source: &Source, purpose: Purpose, logic: F) -> Result<R, E>
    where
        E: From<DataError>,
        for<'s> F: Logic<&'s mut Session, Result<R, E>, Future: Send>,
    {
        let mut session = Session::new(source.begin(purpose).await?, self.trace.clone(), self.seal.clone());
        let result = nesting::inside(logic(&mut session)).await;
        let (link, ended) = session.end(result.is_ok()).await;
        if let Some(link) = link {
            source.shelf(purpose).put(link);
        }
        result.and_then(|value| ended.map(|()| value).map_err(E::from))
    }

    /// All that connections are made to, by their names.
    pub(super) fn sources(&self) -> Vec<(&'static str, &Source)> {
        match &self.kind {
            Kind::Sqlite { main, messages } => vec![("main", main), ("messages", messages)],
            Kind::Server(_, server) => vec![("main", server)],
        }
    }

    pub(super) fn source(&self, store: Store) -> &Source {
        match (&self.kind, store) {
            (Kind::Sqlite { main, .. }, Store::Main) => main,
            (Kind::Sqlite { messages, .. }, Store::Messages) => messages,
            (Kind::Server(_, server), Store::Main | Store::Messages) => server,
        }
    }
}

/// Asks on an idle connection, or on a new one if there is none that still works.
async fn query(source: &Source, select: &Select) -> Result<Vec<Row>, DataError> {
    let shelf = source.shelf(Purpose::Reading);
    while let Some(mut link) = shelf.take() {
        match link.rows(select).await {
            Err(DataError::Unavailable(_)) => drop(link),
            // The server may still be at work on a statement that was too slow.
            Err(DataError::Deadline) => return Err(DataError::Deadline),
            result => {
                shelf.put(link);
                return result;
            }
        }
    }
    let mut link = source.open(Purpose::Reading).await?;
    let rows = link.rows(select).await?;
    shelf.put(link);
    Ok(rows)
}
