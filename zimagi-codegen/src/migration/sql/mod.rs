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
pub(super) use column::render_type;
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
    let inverse: Vec<Step> = steps.iter().rev().cloned().map(Step::inverse).collect();
    let needed = inverse.iter().filter(|step| !is_needless(step, &inverse, database));
    needed.map(|step| render_step(step, database) + ";\n").collect::<Vec<_>>().join("\n")
}

/// A dropped table takes its indexes along. In MySQL so does a column, whose foreign key would not let go of its index.
fn is_needless(step: &Step, steps: &[Step], database: Database) -> bool {
    let Step::DropIndex { name: of, index, .. } = step else { return false };
    let is_dropped = |name: &str| {
        steps
            .iter()
            .any(|step| matches!(step, Step::DropColumn { table, column, .. } if table == of && column.name == name))
    };
    let loses_table = steps.iter().any(|step| matches!(step, Step::DropTable { name, .. } if name == of));
    let loses_columns = index.columns.iter().all(|step| is_dropped(&step.column));
    loses_table || (loses_columns && database == Database::Mysql)
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
