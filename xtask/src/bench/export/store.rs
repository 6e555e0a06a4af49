//! The databases of the measurement: made, filled, looked into and dropped with the programs that come with them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use clap::ValueEnum;

use super::super::application::Example;
use crate::error::TaskError;
use crate::process::read;
use crate::services::Services;

/// Where rows are exported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Database {
    Sqlite,
    Postgres,
    Mysql,
}

/// A database of its own, dropped with it.
pub(super) struct Store {
    database: Database,
    /// What `DATABASE_URL` must say.
    url: String,
    /// The database on the server from which this one is made and dropped.
    server: String,
}

const NAME: &str = "zimagi_bench_export";
/// The log is written back at some sixteen MiB; a reader that keeps one state would let it grow by every write.
const LOG_MIB_MAX: f64 = 32.0;
/// MariaDB tells whole seconds.
const TRANSACTION_SECONDS_MAX: f64 = 2.0;

impl Database {
    pub(super) const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::Mysql];
}

impl Store {
    /// Makes an empty database.
    pub(super) fn make(database: Database, example: &Example, services: &Services) -> Result<Self, TaskError> {
        let server = match database {
            Database::Sqlite => return Ok(Self { database, url: example.url("export"), server: String::new() }),
            Database::Postgres => services.postgres(),
            Database::Mysql => services.mysql(),
        };
        let (base, _) =
            server.rsplit_once('/').ok_or_else(|| TaskError::wrong("the URL of a server", "a database", server))?;
        let store = Self { database, url: format!("{base}/{NAME}"), server: server.to_owned() };
        store.drop_database()?;
        let charset = if database == Database::Mysql { " CHARACTER SET utf8mb4" } else { " TEMPLATE template0" };
        execute(database, &store.server, &format!("CREATE DATABASE {NAME}{charset}"))?;
        Ok(store)
    }

    pub(super) const fn name(&self) -> &'static str {
        match self.database {
            Database::Sqlite => "SQLite",
            Database::Postgres => "PostgreSQL",
            Database::Mysql => "MariaDB",
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Adds flights like those that were imported, until there are at least so many, and gives how many there are.
    pub(super) fn fill(&self, rows: u64) -> Result<u64, TaskError> {
        let copies = rows.div_ceil(self.count()?) - 1;
        if copies > 0 {
            self.execute(&self.filling(copies))?;
        }
        self.count()
    }

    fn count(&self) -> Result<u64, TaskError> {
        let count = self.execute("SELECT COUNT(*) FROM nycflights_flight")?;
        count.trim().parse().map_err(|_| TaskError::wrong("the number of flights", "a number", &count))
    }

    /// What is watched beside slow clients, and the most it may be.
    pub(super) const fn hold(&self) -> (&'static str, f64) {
        match self.database {
            Database::Sqlite => ("its log, MiB", LOG_MIB_MAX),
            Database::Postgres | Database::Mysql => ("longest transaction, s", TRANSACTION_SECONDS_MAX),
        }
    }

    /// How much of it there is now.
    pub(super) fn held(&self) -> Result<f64, TaskError> {
        let question = match self.database {
            Database::Sqlite => {
                let log = PathBuf::from(format!("{}-wal", self.url.trim_start_matches("sqlite:")));
                let bytes = fs::metadata(&log).map_err(TaskError::file(&log))?.len();
                return Ok(bytes as f64 / (1024.0 * 1024.0));
            }
            Database::Postgres => {
                "SELECT COALESCE(MAX(EXTRACT(EPOCH FROM clock_timestamp() - xact_start)), 0) FROM pg_stat_activity \
                 WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
                    .to_owned()
            }
            Database::Mysql => format!(
                "SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, trx_started, NOW())), 0) FROM information_schema.innodb_trx \
                 JOIN information_schema.processlist ON id = trx_mysql_thread_id WHERE db = '{NAME}'"
            ),
        };
        let seconds = self.execute(&question)?;
        seconds.trim().parse().map_err(|_| TaskError::wrong("the longest transaction", "seconds", &seconds))
    }

    fn execute(&self, statement: &str) -> Result<String, TaskError> {
        execute(self.database, &self.url, statement)
    }

    fn drop_database(&self) -> Result<(), TaskError> {
        let statement = match self.database {
            Database::Sqlite => return Ok(()),
            Database::Postgres => format!("DROP DATABASE IF EXISTS {NAME} WITH (FORCE)"),
            Database::Mysql => format!("DROP DATABASE IF EXISTS {NAME}"),
        };
        execute(self.database, &self.server, &statement).map(drop)
    }

    /// The statements that add every flight so many times with other numbers. All copies of one stand together, which spares
    /// indexes that are larger than a cache.
    fn filling(&self, copies: u64) -> String {
        let (before, id, steps, after) = match self.database {
            Database::Sqlite => (
                "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;",
                "randomblob(32)",
                "CROSS JOIN",
                "PRAGMA wal_checkpoint(TRUNCATE);",
            ),
            Database::Postgres => (
                "SET session_replication_role = replica;",
                "substring(id FROM 1 FOR 28) || decode(lpad(to_hex(step), 8, '0'), 'hex')",
                "CROSS JOIN",
                "ANALYZE nycflights_flight;",
            ),
            Database::Mysql => (
                "SET foreign_key_checks = 0, unique_checks = 0, join_cache_level = 0;",
                "CONCAT(SUBSTRING(id, 1, 28), UNHEX(LPAD(HEX(step), 8, '0')))",
                "STRAIGHT_JOIN",
                "",
            ),
        };
        let values: Vec<&str> = COLUMNS.iter().map(|(_, value)| *value).collect();
        let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
        format!(
            "{before} INSERT INTO nycflights_flight (id, {}) \
             WITH RECURSIVE steps(step) AS (SELECT 1 UNION ALL SELECT step + 1 FROM steps WHERE step < {copies}) \
             SELECT {id}, {} FROM (SELECT * FROM nycflights_flight ORDER BY time_hour, carrier_id, number) AS flights \
             {steps} steps; {after}",
            names.join(", "),
            values.join(", ")
        )
    }
}

/// The columns beside the key, and what a copy has in them.
const COLUMNS: [(&str, &str); 17] = [
    ("time_hour", "time_hour"),
    ("carrier_id", "carrier_id"),
    ("number", "number + 10000 * step"),
    ("origin_id", "origin_id"),
    ("destination_id", "destination_id"),
    ("plane_id", "plane_id"),
    ("scheduled_departure", "scheduled_departure"),
    ("departure", "departure"),
    ("departure_delay", "departure_delay"),
    ("scheduled_arrival", "scheduled_arrival"),
    ("arrival", "arrival"),
    ("arrival_delay", "arrival_delay"),
    ("air_time", "air_time"),
    ("distance", "distance"),
    ("remark", "remark"),
    ("created", "created"),
    ("updated", "updated"),
];

impl Drop for Store {
    fn drop(&mut self) {
        // A database that stays is dropped before the next measurement.
        let _ = self.drop_database();
    }
}

fn execute(database: Database, url: &str, statement: &str) -> Result<String, TaskError> {
    match database {
        Database::Sqlite => read(Command::new("sqlite3").arg(url.trim_start_matches("sqlite:")).arg(statement)),
        Database::Postgres => read(Command::new("psql").args(["-qAtX", "-v", "ON_ERROR_STOP=1", "-c", statement, url])),
        Database::Mysql => read(Command::new("mariadb").args(mysql_place(url)?).args(["-N", "-B", "-e", statement])),
    }
}

/// What the client of MariaDB takes instead of a URL.
fn mysql_place(url: &str) -> Result<Vec<String>, TaskError> {
    let wrong = || TaskError::wrong("the URL of a server", "mysql://USER@HOST:PORT/DATABASE", url);
    let (login, place) = url.trim_start_matches("mysql://").split_once('@').ok_or_else(wrong)?;
    let (address, database) = place.split_once('/').ok_or_else(wrong)?;
    let (host, port) = address.split_once(':').unwrap_or((address, "3306"));
    let (user, password) = login.split_once(':').unwrap_or((login, ""));
    let named = [("host", host), ("port", port), ("user", user), ("password", password)];
    let options = named.map(|(name, value)| format!("--{name}={value}"));
    Ok(std::iter::once("--no-defaults".to_owned()).chain(options).chain([database.to_owned()]).collect())
}
