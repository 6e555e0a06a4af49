//! The database: which migrations were applied, and whether its tables are those that they make.

mod postgres;
mod sqlite;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use zimagi_codegen::migration::{History, Listed, expected_columns, list};
use zimagi_codegen::{Plan, Project};

use super::Finding;

const SUBJECT: &str = "database";

/// What a database holds of one history.
#[derive(Debug, Default)]
struct Held {
    /// The versions that were applied.
    versions: BTreeSet<String>,
    /// The columns by table.
    columns: BTreeMap<String, BTreeSet<String>>,
}

/// Looks at the database of `DATABASE_URL`, or at the SQLite file that is used without it.
pub(super) fn examine(project: &Project, plan: &Plan) -> Vec<Finding> {
    let url = std::env::var("DATABASE_URL").unwrap_or_else(|_| format!("sqlite:{}.db", plan.name()));
    let Ok(listed) = list(&project.migrations()) else { return Vec::new() };
    if let Some(path) = url.strip_prefix("sqlite:") {
        let main = project.folder.join(path.trim_start_matches("//"));
        let messages = main.with_extension("messages.db");
        let files = [(History::Sqlite, main), (History::SqliteMessages, messages)];
        return files
            .into_iter()
            .map(|(history, path)| file(plan, history, (&path, path_shown(project, &path)), &listed))
            .collect();
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let held = postgres::read(&url).map_err(|error| error.to_string());
        return vec![judge(plan, History::Postgresql, "the database of `DATABASE_URL`", held, &listed)];
    }
    let message = "the database of `DATABASE_URL` is none that is looked at here: only SQLite and PostgreSQL are";
    vec![Finding::warning(SUBJECT, message, "run the application's `db status`")]
}

fn path_shown(project: &Project, path: &Path) -> String {
    path.strip_prefix(&project.folder).unwrap_or(path).display().to_string()
}

fn file(plan: &Plan, history: History, (path, shown): (&PathBuf, String), listed: &[Listed]) -> Finding {
    if !path.exists() {
        return Finding::ok(SUBJECT, format!("`{shown}` is not there yet: `serve --migrate` makes it"));
    }
    judge(plan, history, &format!("`{shown}`"), sqlite::read(path).map_err(|error| error.to_string()), listed)
}

/// Compares what a database holds with what it should.
fn judge(plan: &Plan, history: History, shown: &str, held: Result<Held, String>, listed: &[Listed]) -> Finding {
    let held = match held {
        Ok(held) => held,
        Err(error) => {
            return Finding::failure(
                SUBJECT,
                format!("{shown} cannot be read: {error}"),
                "check `DATABASE_URL` and the server",
            );
        }
    };
    let known: BTreeSet<String> = of_history(listed, history).map(|one| one.version.to_string()).collect();
    let unknown: Vec<&String> = held.versions.difference(&known).collect();
    let missing: Vec<&String> = known.difference(&held.versions).collect();
    if !unknown.is_empty() {
        let edit =
            "take the migrations below `migrations/` from version control, or go back with the program that knows them";
        return Finding::failure(
            SUBJECT,
            format!("{shown} has migrations that are not here: {}", joined(unknown)),
            edit,
        );
    }
    if !missing.is_empty() {
        let edit = "apply them with the application's `db migrate`, or with `serve --migrate`";
        return Finding::warning(SUBJECT, format!("{shown} lacks migrations: {}", joined(missing)), edit);
    }
    drift(plan, history, shown, &held)
}

fn of_history(listed: &[Listed], history: History) -> impl Iterator<Item = &Listed> {
    listed.iter().filter(move |one| one.histories.iter().any(|(of, _)| *of == history))
}

/// All migrations were applied: what is different now was changed by hand, or waits for a migration to be written.
fn drift(plan: &Plan, history: History, shown: &str, held: &Held) -> Finding {
    let mut lacking = Vec::new();
    for (table, columns) in expected_columns(plan, history) {
        match held.columns.get(&table) {
            None => lacking.push(table),
            Some(found) => lacking.extend(columns.difference(found).map(|column| format!("{table}.{column}"))),
        }
    }
    if lacking.is_empty() {
        return Finding::ok(SUBJECT, format!("{shown} has all migrations, tables and columns"));
    }
    let edit = "write a migration if one is pending; what was changed by hand, change back";
    Finding::failure(SUBJECT, format!("{shown} has all migrations and lacks {}", lacking.join(", ")), edit)
}

fn joined(versions: Vec<&String>) -> String {
    versions.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
