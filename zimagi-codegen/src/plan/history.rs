//! The histories: one sequence of migrations for each database file or server.

use zimagi_spec::descriptor::Store;
use zimagi_spec::names::Database;

/// One sequence of migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum History {
    /// SQLite's main file.
    Sqlite,
    /// SQLite's file of messages and leases.
    SqliteMessages,
    /// PostgreSQL, both stores.
    Postgresql,
    /// MySQL and MariaDB, both stores.
    Mysql,
}

impl History {
    /// Every history.
    pub const ALL: [Self; 4] = [Self::Sqlite, Self::SqliteMessages, Self::Postgresql, Self::Mysql];

    /// The histories of these databases, in a fixed order.
    pub(crate) fn of(databases: &[Database]) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|history| databases.contains(&history.database()))
    }

    /// The folder below `migrations/`.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::SqliteMessages => "sqlite-messages",
            Self::Postgresql => "postgresql",
            Self::Mysql => "mysql",
        }
    }

    /// The database it is written for.
    #[must_use]
    pub const fn database(self) -> Database {
        match self {
            Self::Sqlite | Self::SqliteMessages => Database::Sqlite,
            Self::Postgresql => Database::Postgresql,
            Self::Mysql => Database::Mysql,
        }
    }

    /// The store it is registered under; a server keeps both in one.
    pub(crate) const fn store(self) -> Store {
        match self {
            Self::SqliteMessages => Store::Messages,
            Self::Sqlite | Self::Postgresql | Self::Mysql => Store::Main,
        }
    }

    /// Whether the tables of a store belong to it.
    pub(crate) fn holds(self, store: Store) -> bool {
        self.database() != Database::Sqlite || self.store() == store
    }
}
