//! Rounds: eight callers ask again and again over connections that stay open.

use std::fs;
use std::time::{Duration, Instant};

use super::question::Question;
use super::side::{Refusal, Side};

/// How many ask at the same time.
const CALLERS: usize = 8;
/// The serial numbers that one caller may use up in a round.
const SERIALS: u64 = 1_000_000;

/// Where the questions of a row come from.
pub(super) enum Source {
    /// A list, again and again.
    List(Vec<Question>),
    /// One after the other, each with a serial number of its own.
    Serial(fn(u64) -> Question),
}

/// What the rounds of one side gave.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    rates: Vec<f64>,
    answers: u64,
    processor: Duration,
}

impl Source {
    /// Questions for the comparison of answers, at most so many.
    pub(super) fn samples(&self, most: usize) -> Vec<Question> {
        match self {
            Self::List(questions) => questions.iter().take(most).cloned().collect(),
            Self::Serial(make) => vec![make(0)],
        }
    }

    /// The question of a caller at a place of its round.
    fn question(&self, caller: u64, place: u64) -> Question {
        match self {
            Self::List(questions) => questions[((caller * 37 + place) % questions.len() as u64) as usize].clone(),
            Self::Serial(make) => make(1 + caller * SERIALS + place),
        }
    }
}

impl Measured {
    /// Adds a round on one side.
    pub(super) fn round(&mut self, side: &Side, source: &Source, pace: (usize, Duration)) -> Result<(), Refusal> {
        let (round, length) = pace;
        let before = processor_time(side.server.id());
        let callers = std::thread::scope(|scope| {
            let start = |caller: usize| {
                let caller = (round * CALLERS + caller) as u64;
                scope.spawn(move || call(side, source, caller, length))
            };
            let callers: Vec<_> = (0..CALLERS).map(start).collect();
            callers.into_iter().map(|caller| caller.join().expect("callers do not panic")).collect::<Vec<_>>()
        });
        let callers = callers.into_iter().collect::<Result<Vec<_>, _>>()?;
        self.rates.push(callers.iter().map(|(_, rate)| rate).sum());
        self.answers += callers.iter().map(|(answers, _)| answers).sum::<u64>();
        self.processor += processor_time(side.server.id()).saturating_sub(before);
        Ok(())
    }

    /// Answers a second: the middle of the rounds.
    pub(super) fn rate(&self) -> f64 {
        let mut sorted = self.rates.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }

    /// The processor's time that the server took for one answer, in microseconds.
    pub(super) fn processor_us(&self) -> f64 {
        self.processor.as_secs_f64() * 1e6 / self.answers.max(1) as f64
    }

    /// Answers of all rounds.
    pub(super) const fn answers(&self) -> u64 {
        self.answers
    }
}

/// How many answers one caller gets, and how many a second. It waits for the last one, however slow the side is.
fn call(side: &Side, source: &Source, caller: u64, length: Duration) -> Result<(u64, f64), Refusal> {
    let mut wire = side.wire();
    let begin = Instant::now();
    let mut answers = 0;
    while begin.elapsed() < length {
        side.ask_on(&mut wire, &source.question(caller, answers))?;
        answers += 1;
    }
    Ok((answers, answers as f64 / begin.elapsed().as_secs_f64()))
}

/// What a process and its children have used so far; systems other than Linux do not tell.
fn processor_time(process: u32) -> Duration {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let children = children.split_whitespace().filter_map(|child| child.parse().ok());
    children.map(processor_time).sum::<Duration>() + own_time(process).unwrap_or_default()
}

/// User's and system's time of one process, which the system gives in hundredths of a second.
fn own_time(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
