//! How fast the data API answers, beside PocketBase, Django REST framework and handlers by hand.
//!
//! All have the same rows and indexes, ask the same of the disk, and know who may see what. Answers are compared before anything
//! is timed.

mod footprint;
mod load;
mod peers;
mod question;
mod request;
mod row;
mod side;
mod stage;
mod table;

use std::time::Duration;

use clap::Args;

use super::application::Example;
use super::flights;
use super::verdict::{Verdict, conclude};
use crate::error::TaskError;
use crate::project::Project;
use load::Measured;
use row::{Arena, Row, rows};
use side::{Refusal, Side};
use stage::Stage;
use table::{HEAD, Line};

/// Which part of the measurement, and how long.
#[derive(Debug, Args)]
pub(crate) struct DataOptions {
    /// Only requests with this in their name.
    #[arg(long)]
    only: Option<String>,
    /// How often all sides take turns.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// One short round and few comparisons: whether it works, not how fast.
    #[arg(long)]
    quick: bool,
}

/// A little more than a hundred thousand of these are stored; the rest go to airports that are not in the list.
const FLIGHTS: usize = 102_600;
const ROUND: Duration = Duration::from_secs(2);
const QUICK_ROUND: Duration = Duration::from_millis(500);
const COMPARED: usize = 100;
const QUICKLY_COMPARED: usize = 10;

/// Measures and prints.
pub(crate) fn data(project: &Project, options: &DataOptions) -> Result<(), TaskError> {
    let example = Example::build(project, "data")?;
    flights::make_files(project, &example.folder, FLIGHTS)?;
    let mut stage = Stage::prepare(project, &example)?;
    let ids = stage.ids()?;
    let chosen = rows(&ids).into_iter().filter(|row| options.only.as_ref().is_none_or(|only| row.name.contains(only)));
    let chosen: Vec<Row> = chosen.collect();
    let mut lines = Vec::new();
    for arena in [Arena::Indexed, Arena::Plain, Arena::Server] {
        let rows: Vec<&Row> = chosen.iter().filter(|row| row.arena == arena).collect();
        if rows.is_empty() {
            continue;
        }
        let sides = stage.sides(arena)?;
        println!("\n{HEAD}");
        for row in rows {
            for line in measure(row, &sides, options)? {
                println!("{line}");
                lines.push(line);
            }
        }
    }
    let footprint = footprint::measure(&example, stage::INDEXED)?;
    end(&lines, &footprint)
}

/// The lines of one row: all sides take turns, ours first.
fn measure(row: &Row, sides: &stage::Sides, options: &DataOptions) -> Result<Vec<Line>, TaskError> {
    let all: Vec<&Side> =
        std::iter::once(&sides.ours).chain(row.aims.iter().map(|(peer, _)| sides.peer(*peer))).collect();
    let before = all.iter().map(|side| side.count()).collect::<Result<Vec<_>, _>>()?;
    let mut measured = compare(row, &all, options);
    let (rounds, length) = if options.quick { (1, QUICK_ROUND) } else { (options.rounds, ROUND) };
    for round in 0..rounds {
        for (side, so_far) in all.iter().zip(&mut measured) {
            if let Ok(so_far_of_side) = so_far
                && let Err(refusal) = so_far_of_side.round(side, &row.source, (round, length))
            {
                *so_far = Err(refusal);
            }
        }
    }
    for ((side, before), so_far) in all.iter().zip(before).zip(&mut measured) {
        require_stored(row, side, before, so_far)?;
    }
    let mut measured = measured.into_iter();
    let ours = measured.next().expect("one side is ours");
    let line = |((peer, aim), theirs): (&(row::Peer, f64), Result<Measured, Refusal>)| Line {
        request: row.name,
        arena: row.arena,
        peer: *peer,
        aim: *aim,
        ours: ours.clone(),
        theirs,
    };
    Ok(row.aims.iter().zip(measured).map(line).collect())
}

/// Speed counts only between equal answers. A side that gives others, or none, is not timed.
fn compare(row: &Row, sides: &[&Side], options: &DataOptions) -> Vec<Result<Measured, Refusal>> {
    let questions = row.source.samples(if options.quick { QUICKLY_COMPARED } else { COMPARED });
    let mut measured = vec![Ok(Measured::default()); sides.len()];
    for question in questions {
        let answers: Vec<_> = sides.iter().map(|side| side.ask(&question)).collect();
        for (place, answer) in answers.iter().enumerate() {
            let target = || sides[place].dialect.request(&question).target;
            match answer {
                Err(refusal) => measured[place] = Err(refusal.clone()),
                Ok(facts) if answers[0].as_ref().is_ok_and(|ours| ours != facts) => {
                    measured[place] = Err(Refusal::Different { target: target() });
                }
                Ok(_) => {}
            }
        }
    }
    measured
}

/// What was answered as stored is there.
fn require_stored(
    row: &Row,
    side: &Side,
    before: u64,
    measured: &mut Result<Measured, Refusal>,
) -> Result<(), TaskError> {
    let Ok(so_far) = measured else { return Ok(()) };
    let samples = row.source.samples(1);
    let each = samples.first().map_or(0, question::Question::stores);
    let said = (samples.len() as u64 + so_far.answers()) * each;
    let found = side.count()? - before;
    if found != said {
        *measured = Err(Refusal::Stored { said, found });
    }
    Ok(())
}

fn end(lines: &[Line], footprint: &[Verdict]) -> Result<(), TaskError> {
    let mut missed: Vec<String> = lines.iter().filter(|line| !line.is_reached()).map(Line::name).collect();
    match conclude(footprint) {
        Err(TaskError::Missed(others)) => missed.extend(others),
        other => other?,
    }
    if missed.is_empty() { Ok(()) } else { Err(TaskError::Missed(missed)) }
}
