//! Files of flights: a year of the shape of January, made with a fixed seed, or what someone hands in.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use csv::{ReaderBuilder, StringRecord, Writer};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::seed::Seeded;
use crate::error::TaskError;
use crate::project::Project;

/// The name of the file in the example, and of the one that is made in its place.
pub(super) const NAME: &str = "data/flights-2013-01.csv.zip";
const MEMBER: &str = "flights.csv";
/// All tables but the flights.
const OTHERS: [&str; 4] = ["data/airlines.csv", "data/airports.csv", "data/planes.csv", "data/weather.csv"];
/// How many flights the year had.
pub(super) const YEAR: usize = 336_776;

/// Fills a folder with the example's files, but with `rows` flights: January again and again, a month later each time, with other
/// delays.
pub(super) fn make_files(project: &Project, folder: &Path, rows: usize) -> Result<(), TaskError> {
    copy_others(project, folder)?;
    let (from, to) = (project.path("examples/nycflights").join(NAME), folder.join(NAME));
    make(&from, &to, rows).map_err(TaskError::file(&to))
}

/// Fills a folder with the example's files, but with the flights of a given file.
pub(super) fn take_files(project: &Project, folder: &Path, flights: &Path) -> Result<(), TaskError> {
    copy_others(project, folder)?;
    fs::copy(flights, folder.join(NAME)).map(drop).map_err(TaskError::file(flights))
}

fn copy_others(project: &Project, folder: &Path) -> Result<(), TaskError> {
    let data = folder.join("data");
    fs::create_dir_all(&data).map_err(TaskError::file(&data))?;
    for name in OTHERS {
        let from = project.path("examples/nycflights").join(name);
        fs::copy(&from, folder.join(name)).map_err(TaskError::file(&from))?;
    }
    Ok(())
}

fn make(from: &Path, to: &Path, rows: usize) -> io::Result<()> {
    let mut january = ZipArchive::new(File::open(from)?).map_err(io::Error::other)?;
    let mut reader = ReaderBuilder::new().from_reader(january.by_index(0).map_err(io::Error::other)?);
    let columns = reader.headers()?.clone();
    let month: Vec<StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let mut archive = ZipWriter::new(File::create(to)?);
    archive.start_file(MEMBER, SimpleFileOptions::default()).map_err(io::Error::other)?;
    let mut writer = Writer::from_writer(&mut archive);
    writer.write_record(&columns)?;
    let mut seeded = Seeded::new();
    for row in 0..rows {
        let copy = TimeDelta::days(31 * (row / month.len()) as i64);
        writer.write_record(&changed(&columns, &month[row % month.len()], copy, &mut seeded)?)?;
    }
    writer.flush()?;
    drop(writer);
    archive.finish().map_err(io::Error::other)?.flush()
}

fn changed(
    columns: &StringRecord,
    row: &StringRecord,
    later: TimeDelta,
    seeded: &mut Seeded,
) -> io::Result<StringRecord> {
    let values = columns.iter().zip(row);
    values
        .map(|(column, value)| match column {
            "time_hour" => moved(value, later),
            "dep_delay" | "arr_delay" => Ok(shifted(value, seeded)),
            _ => Ok(value.to_owned()),
        })
        .collect()
}

fn moved(time: &str, later: TimeDelta) -> io::Result<String> {
    let time: DateTime<Utc> = time.parse().map_err(io::Error::other)?;
    Ok((time + later).to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// An empty value stays empty.
fn shifted(delay: &str, seeded: &mut Seeded) -> String {
    let shift = seeded.below(21) as i64 - 10;
    delay.parse::<i64>().map_or_else(|_| delay.to_owned(), |delay| (delay + shift).to_string())
}
