//! The databases a project may be written for, and their limits on names.

/// A database that migrations can be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Database {
    /// SQLite, embedded.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
    /// MySQL and MariaDB.
    Mysql,
}

impl Database {
    /// Every database, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Sqlite, Self::Postgresql, Self::Mysql];

    /// The word in `databases:` and the folder below `migrations/`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgresql => "postgresql",
            Self::Mysql => "mysql",
        }
    }

    /// The most bytes a name may have, if there is a limit.
    #[must_use]
    pub const fn name_bytes_max(self) -> Option<usize> {
        match self {
            Self::Sqlite => None,
            Self::Postgresql => Some(63),
            Self::Mysql => Some(64),
        }
    }
}
