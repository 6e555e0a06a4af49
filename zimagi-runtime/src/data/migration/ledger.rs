//! What a database remembers of its history: the table `zimagi_migration`, and steps along the history.
//!
//! Knows nothing of what is compiled in but the migration of the step.

use chrono::{SubsecRound, Utc};
use zimagi_spec::descriptor::ScalarKind;
use zimagi_spec::names::Database;

use super::super::error::DataError;
use super::super::session::SchemaLink;
use super::super::sql::{Alias, Bind, Conflict, Delete, Expr, Insert, OrderTerm, Output, Select, Statement, Table};
use super::super::value::Value;
use super::error::MigrationError;
use super::set::{MigrationEffect, MigrationEntry};
use super::statements::split;

const TABLE: &str = "zimagi_migration";

const COLUMNS: [(&str, ScalarKind); 5] = [
    ("version", ScalarKind::String { max_length: 14 }),
    ("name", ScalarKind::String { max_length: 255 }),
    ("is_additive", ScalarKind::Boolean),
    ("digest", ScalarKind::Identifier),
    ("applied", ScalarKind::DateTime),
];

/// A migration as the database remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Applied {
    pub(super) version: String,
    pub(super) name: String,
    pub(super) effect: MigrationEffect,
    pub(super) digest: [u8; 32],
}

impl Applied {
    /// The name by which people know it.
    pub(super) fn full_name(&self) -> String {
        format!("{}_{}", self.version, self.name)
    }
}

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    /// Another process did it first.
    Needless,
}

/// All that were applied, oldest first. A database that was never migrated remembers none.
pub(super) async fn read(link: &mut SchemaLink) -> Result<Vec<Applied>, DataError> {
    if !link.has_table(TABLE).await? {
        return Ok(Vec::new());
    }
    let column = |column| Expr::Column { alias: Alias(0), column };
    let outputs = COLUMNS.iter().map(|(name, kind)| Output { expr: column(*name), kind: *kind }).collect();
    let order = vec![OrderTerm::ascending(column("version"))];
    let select = Select { order, ..Select::new(Table { name: TABLE, alias: Alias(0) }, outputs, None) };
    let rows = link.rows(&select).await?;
    rows.into_iter().map(|row| applied(row.cells)).collect()
}

/// Makes the table if there is none.
pub(super) async fn ensure(link: &mut SchemaLink) -> Result<(), DataError> {
    let words = match link.database() {
        Database::Sqlite => {
            "CREATE TABLE IF NOT EXISTS zimagi_migration (version TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, \
             is_additive BOOLEAN NOT NULL, digest BLOB NOT NULL, applied TIMESTAMP NOT NULL)"
        }
        Database::Postgresql => {
            "CREATE TABLE IF NOT EXISTS zimagi_migration (version varchar(14) COLLATE \"C\" PRIMARY KEY, \
             name varchar(255) COLLATE \"C\" NOT NULL, is_additive boolean NOT NULL, digest bytea NOT NULL, \
             applied timestamp(6) without time zone NOT NULL)"
        }
        Database::Mysql => {
            "CREATE TABLE IF NOT EXISTS zimagi_migration (version varchar(14) PRIMARY KEY, name varchar(255) NOT NULL, \
             is_additive boolean NOT NULL, digest binary(32) NOT NULL, applied datetime(6) NOT NULL) \
             ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
        }
    };
    // Asked first, since some databases say something of a table that is there already.
    if link.has_table(TABLE).await? { Ok(()) } else { link.say(words).await }
}

/// Takes one step, as a whole where the database can.
pub(super) async fn step(link: &mut SchemaLink, entry: &MigrationEntry, way: Way) -> Result<Outcome, DataError> {
    match link.database() {
        Database::Sqlite | Database::Postgresql => step_as_a_whole(link, entry, way).await,
        Database::Mysql => step_by_statements(link, entry, way).await,
    }
}

async fn step_as_a_whole(link: &mut SchemaLink, entry: &MigrationEntry, way: Way) -> Result<Outcome, DataError> {
    link.begin().await?;
    if is_there(link, entry, way).await? {
        link.say("ROLLBACK").await?;
        return Ok(Outcome::Needless);
    }
    let undone = |source| MigrationError::Undone { name: entry.to_string(), source: Box::new(source) };
    link.say(words(entry, way)).await.map_err(undone)?;
    if let Some(what) = link.dangling().await? {
        return Err(MigrationError::Dangling { name: entry.to_string(), what }.into());
    }
    link.execute(&record(entry, way)).await?;
    link.commit().await.map_err(undone)?;
    Ok(Outcome::Done)
}

async fn step_by_statements(link: &mut SchemaLink, entry: &MigrationEntry, way: Way) -> Result<Outcome, DataError> {
    if is_there(link, entry, way).await? {
        return Ok(Outcome::Needless);
    }
    let statements = split(words(entry, way));
    for (words, number) in statements.iter().zip(1..) {
        link.say(words).await.map_err(|source| MigrationError::Stopped {
            name: entry.to_string(),
            number,
            total: statements.len(),
            words: (*words).to_owned(),
            source: Box::new(source),
        })?;
    }
    link.execute(&record(entry, way)).await?;
    Ok(Outcome::Done)
}

const fn words(entry: &MigrationEntry, way: Way) -> &'static str {
    match way {
        Way::Up => entry.up,
        Way::Down => entry.down,
    }
}

/// Whether the end of the step is reached already.
async fn is_there(link: &mut SchemaLink, entry: &MigrationEntry, way: Way) -> Result<bool, DataError> {
    let is_applied = read(link).await?.iter().any(|applied| applied.version == entry.version);
    Ok(is_applied == (way == Way::Up))
}

/// What the table has to say after a step.
fn record(entry: &MigrationEntry, way: Way) -> Statement {
    let text = |text: &str| Value::Text(text.to_owned());
    match way {
        Way::Up => Statement::Insert(Insert {
            table: TABLE,
            columns: COLUMNS.to_vec(),
            rows: vec![vec![
                text(entry.version),
                text(entry.name),
                Value::Boolean(entry.effect == MigrationEffect::Additive),
                Value::Identifier(entry.digest()),
                Value::DateTime(Utc::now().naive_utc().trunc_subsecs(6)),
            ]],
            conflict: Conflict::Fail,
        }),
        Way::Down => {
            let version = Bind { value: text(entry.version), kind: ScalarKind::Text };
            let column = Expr::Column { alias: Alias(0), column: "version" };
            let table = Table { name: TABLE, alias: Alias(0) };
            Statement::Delete(Delete { table, filter: Expr::equal(column, Expr::Bind(version)) })
        }
    }
}

fn applied(cells: Vec<Value>) -> Result<Applied, DataError> {
    let cells = <[Value; COLUMNS.len()]>::try_from(cells);
    let Ok([Value::Text(version), Value::Text(name), Value::Boolean(is_additive), Value::Identifier(digest), _]) =
        cells
    else {
        return Err(DataError::Broken("the table of migrations holds something else"));
    };
    let effect = if is_additive { MigrationEffect::Additive } else { MigrationEffect::Breaking };
    Ok(Applied { version, name, effect, digest })
}
