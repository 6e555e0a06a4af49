//! What exports of millions of rows take on each database: memory, the time to the first byte, and what clients that read slowly
//! keep from those who read and write beside them.

mod slow;
mod store;
mod stream;

use clap::Args;

use super::application::{Example, Server};
use super::flights;
use super::verdict::{Limit, Verdict, conclude};
use crate::error::TaskError;
use crate::project::Project;
use crate::services;
use store::{Database, Store};
use stream::Stream;

/// How much is exported, and from where.
#[derive(Debug, Args)]
pub(crate) struct ExportOptions {
    /// How many rows there are at least.
    #[arg(long, default_value_t = 5_000_000)]
    rows: u64,
    /// Only this database.
    #[arg(long, value_enum)]
    only: Option<Database>,
}

/// Flights that are imported; all others are made from them.
const IMPORTED: usize = 27_004;
const GROWTH_MIB_MAX: f64 = 32.0;
const FIRST_BYTE_MS_MAX: f64 = 100.0;
/// Whatever the first answers need is there after this one.
const WARMING: &str = "/flight/ndjson/?limit=3000";

/// Who asks.
struct Credentials {
    viewer: String,
    editor: String,
}

/// Measures and prints.
pub(crate) fn export(project: &Project, options: &ExportOptions) -> Result<(), TaskError> {
    let example = Example::build_alone(project, "export")?;
    flights::make_files(project, &example.folder, IMPORTED)?;
    let services = services::up(project)?;
    let mut verdicts = Vec::new();
    for database in Database::ALL.into_iter().filter(|database| options.only.is_none_or(|only| only == *database)) {
        let store = Store::make(database, &example, &services)?;
        let measured = measure(&example, &store, options.rows)?;
        // The whole takes long: what is known is told at once.
        measured.iter().for_each(|verdict| println!("{verdict}"));
        verdicts.extend(measured);
    }
    conclude(&verdicts)
}

fn measure(example: &Example, store: &Store, rows: u64) -> Result<Vec<Verdict>, TaskError> {
    let credentials = import(example, store.url())?;
    println!("{}: making rows", store.name());
    let rows = store.fill(rows)?;
    let server = example.serve_on(store.url())?;
    let mut verdicts = Vec::new();
    for (format, lines) in [("ndjson", rows), ("csv", rows + 1)] {
        println!("{}: {rows} rows as {format}", store.name());
        verdicts.extend(whole(&server, &credentials.viewer, (store.name(), format, lines))?);
    }
    println!("{}: slow clients", store.name());
    verdicts.extend(slow::measure(&server, &credentials, store)?);
    Ok(verdicts)
}

fn import(example: &Example, url: &str) -> Result<Credentials, TaskError> {
    example.run_on(url, &["db", "migrate"])?;
    example.run_on(url, &["import", "flights"])?;
    let viewer = example.token(url, "viewer", "flight-viewer")?;
    let editor = example.token(url, "editor", "flight-admin")?;
    Ok(Credentials { viewer: format!("Token viewer {viewer}"), editor: format!("Token editor {editor}") })
}

/// One export to its end.
fn whole(server: &Server, user: &str, wanted: (&str, &str, u64)) -> Result<[Verdict; 3], TaskError> {
    let (name, format, lines) = wanted;
    Stream::open(server, WARMING, user)?.lines()?;
    server.forget_peak()?;
    let before = server.memory_mib();
    let stream = Stream::open(server, &format!("/flight/{format}/"), user)?;
    let (opened, first_byte_ms) = (stream.opened, stream.first_byte.as_secs_f64() * 1000.0);
    let found = stream.lines()?;
    let seconds = opened.elapsed().as_secs_f64();
    let grown = server.peak_mib() - before;
    if found != lines {
        return Err(TaskError::wrong("the lines of an export", &lines.to_string(), &found.to_string()));
    }
    let what = |what: &str| format!("{name}, {format}: {what}");
    Ok([
        Verdict::new(what("rows a second"), lines as f64 / seconds, Limit::None),
        Verdict::new(what("first byte, ms"), first_byte_ms, Limit::AtMost(FIRST_BYTE_MS_MAX)),
        Verdict::new(what("growth of memory, MiB"), grown, Limit::AtMost(GROWTH_MIB_MAX)),
    ])
}
