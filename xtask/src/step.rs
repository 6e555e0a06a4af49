//! A task in steps: each is named, timed and told of at the end; a failed one does not keep the others from telling more.

use std::time::{Duration, Instant};

use crate::error::TaskError;

/// The steps of a task so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    duration: Duration,
    error: Option<TaskError>,
}

impl Steps {
    /// Does one step; gives what it made, or nothing if it failed.
    pub(crate) fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T, TaskError>) -> Option<T> {
        println!("== {name}");
        let start = Instant::now();
        let result = step();
        let duration = start.elapsed();
        let (made, error) = match result {
            Ok(made) => (Some(made), None),
            Err(error) => {
                eprintln!("{error}");
                (None, Some(error))
            }
        };
        self.done.push(Step { name: name.to_owned(), duration, error });
        made
    }

    /// Prints the seconds of each step.
    pub(crate) fn finish(self) -> Result<(), TaskError> {
        println!("==");
        for Step { name, duration, error } in &self.done {
            let mark = if error.is_some() { "FAILED" } else { "ok" };
            println!("{:8.1} s  {mark:6}  {name}", duration.as_secs_f64());
        }
        let failed: Vec<String> =
            self.done.into_iter().filter(|step| step.error.is_some()).map(|step| step.name).collect();
        if failed.is_empty() { Ok(()) } else { Err(TaskError::Steps(failed)) }
    }
}
