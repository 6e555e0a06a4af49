//! How fast a year of flights is imported, as a share of bare prepared statements on the same schema.

use std::path::Path;

use super::application::{Effort, Example};
use super::flights::{self, NAME, YEAR};
use super::verdict::{Limit, Verdict, conclude};
use crate::error::TaskError;
use crate::project::Project;

const SHARE_MIN: f64 = 0.6;
const MEMORY_MIB_MAX: f64 = 100.0;
/// Rounds take turns, so that a disturbance of the machine meets both sides.
const ROUNDS: usize = 3;

/// A database with everything but flights.
const EMPTY: &str = "empty";
const OURS: &str = "ours";
const BARE: &str = "bare";

/// Measures and prints.
pub(crate) fn import(project: &Project, flights: Option<&Path>) -> Result<(), TaskError> {
    let example = Example::build(project, "import")?;
    match flights {
        Some(file) => flights::take_files(project, &example.folder, file)?,
        None => flights::make_files(project, &example.folder, YEAR)?,
    }
    example.run(EMPTY, &["db", "migrate"])?;
    example.run(EMPTY, &["import", "airlines", "airports", "planes"])?;
    let mut rates = Rates::default();
    for round in 0..ROUNDS {
        rates.measure(&example)?;
        println!("round {}: {}", round + 1, rates.latest());
    }
    conclude(&rates.verdicts())
}

/// Rows a second in each round, and the most memory.
#[derive(Default)]
struct Rates {
    ours: Vec<f64>,
    bare: Vec<f64>,
    again: Vec<f64>,
    memory_mib: f64,
}

impl Rates {
    fn measure(&mut self, example: &Example) -> Result<(), TaskError> {
        example.copy(EMPTY, OURS)?;
        example.copy(EMPTY, BARE)?;
        let first = example.measure(OURS, &["import", "flights"])?;
        let (rows, seconds) = bare(example)?;
        let again = example.measure(OURS, &["import", "flights"])?;
        self.ours.push(rows / first.seconds);
        self.bare.push(rows / seconds);
        self.again.push(rows / again.seconds);
        let most = |effort: Effort| effort.memory_mib;
        self.memory_mib = self.memory_mib.max(most(first)).max(most(again));
        Ok(())
    }

    fn latest(&self) -> String {
        let last = |rates: &[f64]| rates.last().copied().unwrap_or_default();
        let [ours, bare, again] = [&self.ours, &self.bare, &self.again].map(|rates| last(rates));
        format!("{ours:.0} rows/s, bare {bare:.0} rows/s, unchanged {again:.0} rows/s")
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let [ours, bare, again] = [&self.ours, &self.bare, &self.again].map(|rates| median(rates));
        vec![
            Verdict::new("rows stored a second", ours, Limit::None),
            Verdict::new("rows of bare statements a second", bare, Limit::None),
            Verdict::new("rows found unchanged a second", again, Limit::None),
            Verdict::new("share of bare statements", ours / bare, Limit::AtLeast(SHARE_MIN)),
            Verdict::new("peak memory, MiB", self.memory_mib, Limit::AtMost(MEMORY_MIB_MAX)),
        ]
    }
}

/// The peer's rows and seconds.
fn bare(example: &Example) -> Result<(f64, f64), TaskError> {
    let output = example.run_peer(&[&example.database(BARE), &example.folder.join(NAME)])?;
    let parts =
        output.trim().split_once(' ').and_then(|(rows, seconds)| Some((rows.parse().ok()?, seconds.parse().ok()?)));
    parts.ok_or_else(|| TaskError::wrong("the output of the peer", "rows and seconds", &output))
}

fn median(rates: &[f64]) -> f64 {
    let mut sorted = rates.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}
