//! Steps as SQL, for each database.
//!
//! Constraints and indexes have fixed names. Collations are fixed from the first migration, so that all databases compare text
//! byte by byte. Knows nothing of plans.

mod column;
mod index;
mod literal;
mod quote;
mod table;

use zimagi_spec::names::Database;

use super::step::Step;
use column::render_added_column;
use index::render_index;
use quote::quoted;
use table::render_table;

/// The text of `up.sql`: all steps, then fresh statistics, since plans depend on them.
pub(super) fn render_up(steps: &[Step], database: Database) -> String {
    let statements = steps.iter().map(|step| render_step(step, database));
    statements
        .chain(render_statistics(steps, database))
        .map(|statement| statement + ";\n")
        .collect::<Vec<_>>()
        .join("\n")
}

/// The text of `down.sql`: the inverse steps, last first.
pub(super) fn render_down(steps: &[Step], database: Database) -> String {
    let inverse = steps.iter().rev().cloned().map(Step::inverse);
    let statements: Vec<Step> = without_indexes_of_dropped_tables(inverse.collect());
    statements.iter().map(|step| render_step(step, database) + ";\n").collect::<Vec<_>>().join("\n")
}

/// A dropped table takes its indexes along.
fn without_indexes_of_dropped_tables(steps: Vec<Step>) -> Vec<Step> {
    let is_dropped =
        |table: &str| steps.iter().any(|step| matches!(step, Step::DropTable { name, .. } if name == table));
    let is_needless = |step: &Step| matches!(step, Step::DropIndex { name, .. } if is_dropped(name));
    steps.iter().filter(|step| !is_needless(step)).cloned().collect()
}

fn render_step(step: &Step, database: Database) -> String {
    let q = |name: &str| quoted(name, database);
    match step {
        Step::CreateTable { name, table } => render_table(name, table, database),
        Step::DropTable { name, .. } => format!("DROP TABLE {}", q(name)),
        Step::AddColumn { table, column, foreign_key } => {
            format!("ALTER TABLE {} ADD {}", q(table), render_added_column(column, foreign_key.as_ref(), database))
        }
        Step::DropColumn { table, column, foreign_key } => match foreign_key {
            Some(key) if database == Database::Mysql => {
                let (key, column) = (q(&key.name), q(&column.name));
                format!("ALTER TABLE {} DROP FOREIGN KEY {key}, DROP COLUMN {column}", q(table))
            }
            _ => format!("ALTER TABLE {} DROP COLUMN {}", q(table), q(&column.name)),
        },
        Step::CreateIndex { name, table, index } => render_index(name, table, index, database),
        Step::DropIndex { name, index, .. } => match database {
            Database::Mysql => format!("DROP INDEX {} ON {}", q(&index.name), q(name)),
            Database::Sqlite | Database::Postgresql => format!("DROP INDEX {}", q(&index.name)),
        },
    }
}

/// MySQL keeps its statistics by itself, and its statement answers with rows that a migration cannot take.
fn render_statistics(steps: &[Step], database: Database) -> Vec<String> {
    match database {
        Database::Sqlite => vec!["PRAGMA optimize".to_owned()],
        Database::Mysql => Vec::new(),
        Database::Postgresql => {
            let mut tables: Vec<&str> = steps.iter().map(Step::table_name).collect();
            tables.sort_unstable();
            tables.dedup();
            tables.iter().map(|table| format!("ANALYZE {}", quoted(table, database))).collect()
        }
    }
}
