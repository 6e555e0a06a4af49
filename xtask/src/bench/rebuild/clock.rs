//! Measuring a repeated wait.

use std::fs::File;
use std::path::Path;
use std::time::{Instant, SystemTime};

use crate::error::TaskError;

const ROUNDS: usize = 3;

/// Prepares and waits a few times; gives the middle of the times waited.
pub(super) fn median_seconds(
    mut prepare: impl FnMut(usize) -> Result<(), TaskError>,
    mut wait: impl FnMut() -> Result<(), TaskError>,
) -> Result<f64, TaskError> {
    let mut seconds = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        prepare(round)?;
        let start = Instant::now();
        wait()?;
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    Ok(seconds[ROUNDS / 2])
}

/// Makes a file look edited.
pub(super) fn touch(path: &Path) -> Result<(), TaskError> {
    let file = File::options().append(true).open(path).map_err(TaskError::file(path))?;
    file.set_modified(SystemTime::now()).map_err(TaskError::file(path))
}
