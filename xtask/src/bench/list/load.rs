//! Asking again and again over connections that stay open.

use std::time::{Duration, Instant};

use serde_json::Value as Json;
use ureq::Agent;

use super::question::Question;
use crate::error::TaskError;

/// Who is asked, and with which token.
#[derive(Clone, Copy)]
pub(super) struct Load<'a> {
    pub(super) address: &'a str,
    pub(super) token: &'a str,
}

/// How many ask at the same time.
const CALLERS: usize = 4;
const ROUND: Duration = Duration::from_secs(3);

/// What the rounds of one side gave.
#[derive(Debug, Default)]
pub(super) struct Measured {
    rates: Vec<f64>,
    latencies: Vec<Duration>,
}

impl Load<'_> {
    /// One answer, without the address that it is from.
    pub(super) fn ask(self, question: &Question) -> Result<Json, TaskError> {
        let body = self.send(&Agent::new_with_defaults(), question)?.replace(self.address, "");
        serde_json::from_str(&body).map_err(|_| TaskError::wrong(&question.path(), "JSON", &body))
    }

    /// One round: the latencies of all requests.
    pub(super) fn run(self, questions: &[Question], round: usize) -> Result<Vec<Duration>, TaskError> {
        let callers = std::thread::scope(|scope| {
            let start = |caller: usize| scope.spawn(move || self.call(questions, round * CALLERS + caller));
            let callers: Vec<_> = (0..CALLERS).map(start).collect();
            callers.into_iter().map(|caller| caller.join().expect("callers do not panic")).collect::<Vec<_>>()
        });
        Ok(callers.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// Each caller begins at another place of the list.
    fn call(self, questions: &[Question], caller: usize) -> Result<Vec<Duration>, TaskError> {
        let agent = Agent::new_with_defaults();
        let mut latencies = Vec::new();
        let begin = Instant::now();
        for question in questions.iter().cycle().skip(caller * 37 % questions.len()) {
            let start = Instant::now();
            if start - begin >= ROUND {
                break;
            }
            self.send(&agent, question)?;
            latencies.push(start.elapsed());
        }
        Ok(latencies)
    }

    fn send(self, agent: &Agent, question: &Question) -> Result<String, TaskError> {
        let url = format!("{}{}", self.address, question.path());
        let request = agent.get(&url).header("authorization", format!("Token viewer {}", self.token));
        let answer = request.call().and_then(|mut response| response.body_mut().read_to_string());
        answer.map_err(|source| TaskError::Unanswered { request: question.path(), source: Box::new(source) })
    }
}

impl Measured {
    pub(super) fn add(&mut self, latencies: Vec<Duration>) {
        self.rates.push(latencies.len() as f64 / ROUND.as_secs_f64());
        self.latencies.extend(latencies);
    }

    pub(super) fn latest(&self) -> String {
        format!("{:.0} requests/s", self.rates.last().copied().unwrap_or_default())
    }

    /// The middle of the rounds.
    pub(super) fn rate(&self) -> f64 {
        let mut sorted = self.rates.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    }

    pub(super) fn p99_ms(&self) -> f64 {
        let mut sorted = self.latencies.clone();
        sorted.sort();
        sorted[sorted.len() * 99 / 100].as_secs_f64() * 1000.0
    }
}
