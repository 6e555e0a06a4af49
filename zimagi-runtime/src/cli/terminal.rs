//! A run's messages on a terminal: results to standard output, everything else that is no news to standard error.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::Value as Json;

use super::table;
use crate::command::{Level, Message, MessageSink, Progress, StoredMessage};

/// Prints what a run says.
pub(crate) struct Terminal {
    bar: ProgressBar,
}

impl Terminal {
    /// Progress is drawn only where someone watches.
    pub(crate) fn new() -> Self {
        let is_watched = io::stderr().is_terminal();
        let target = if is_watched { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{msg} {human_pos}{prefix} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// Takes the progress line away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn print(&self, level: Level, lines: &[String]) {
        // A closed pipe is the reader's choice; the run goes on, its record is complete.
        self.bar.suspend(|| match level {
            Level::Warning | Level::Error => drop(write_lines(&mut io::stderr().lock(), level, lines)),
            Level::Info | Level::Success | Level::Data | Level::Table => {
                drop(write_lines(&mut io::stdout().lock(), level, lines));
            }
        });
    }
}

impl MessageSink for Terminal {
    fn accepted(&mut self, run: &str) {
        tracing::debug!(run, "the run is recorded");
    }

    fn message(&mut self, message: &StoredMessage) {
        self.print(message.message.level(), &lines(&message.message));
    }

    fn progress(&mut self, progress: &Progress) {
        self.bar.set_message(progress.label.clone());
        self.bar.set_prefix(progress.total.map(|total| format!(" of {total}")).unwrap_or_default());
        self.bar.set_position(progress.done);
    }
}

fn lines(message: &Message) -> Vec<String> {
    match message {
        Message::Text { text, .. } => text.lines().map(str::to_owned).collect(),
        Message::Data { name, value: Json::String(text) } => vec![format!("{name}: {text}")],
        Message::Data { name, value } => vec![format!("{name}: {value}")],
        Message::Table { name, columns, rows } => {
            let mut lines = vec![format!("{name}:")];
            lines.extend(table::lines(columns, rows));
            lines
        }
    }
}

fn write_lines(out: &mut dyn Write, level: Level, lines: &[String]) -> io::Result<()> {
    let mark = match level {
        Level::Warning => "warning: ",
        Level::Error => "error: ",
        Level::Info | Level::Success | Level::Data | Level::Table => "",
    };
    lines.iter().try_for_each(|line| writeln!(out, "{mark}{line}"))
}
