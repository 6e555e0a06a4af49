//! Measuring a repeated wait.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

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

/// A source file with a function more, until it is dropped.
pub(super) struct Edited {
    path: PathBuf,
    text: String,
}

impl Edited {
    pub(super) fn new(path: PathBuf) -> Result<Self, TaskError> {
        let text = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
        Ok(Self { path, text })
    }

    /// Gives the function another body than before: the compiler sees a change, not only a newer file.
    pub(super) fn edit(&self, round: usize) -> Result<(), TaskError> {
        let function = format!("\n#[doc(hidden)]\npub(crate) const fn edited() -> usize {{\n    {round}\n}}\n");
        let expectation = "\n#[expect(dead_code, reason = \"measured\")]\nconst EDITED: usize = edited();\n";
        fs::write(&self.path, format!("{}{function}{expectation}", self.text)).map_err(TaskError::file(&self.path))
    }
}

impl Drop for Edited {
    fn drop(&mut self) {
        if fs::write(&self.path, &self.text).is_err() {
            eprintln!("{} keeps the function `edited`: take it out", self.path.display());
        }
    }
}
