//! A file of statements, each below the words that say what it is for.

use zimagi_spec::names::Database;

use super::quote::quoted;
use super::{Direction, Passage};

/// The statements so far, and what they are written from.
pub(super) struct Script<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) database: Database,
    statements: Vec<Statement>,
}

struct Statement {
    note: String,
    text: String,
}

impl<'a> Script<'a> {
    pub(super) const fn new(passage: Passage<'a>, database: Database) -> Self {
        Self { passage, database, statements: Vec::new() }
    }

    /// Adds a statement that serves a change.
    pub(super) fn say(&mut self, note: &str, text: impl Into<String>) {
        self.statements.push(Statement { note: note.to_owned(), text: text.into() });
    }

    /// `ALTER TABLE` with what follows.
    pub(super) fn alter(&mut self, note: &str, table: &str, action: &str) {
        let text = format!("ALTER TABLE {} {action}", self.quoted(table));
        self.say(note, text);
    }

    pub(super) fn quoted(&self, name: &str) -> String {
        quoted(name, self.database)
    }

    /// Names in a row, for an index, a key or a copy.
    pub(super) fn quoted_list<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> String {
        names.into_iter().map(|name| self.quoted(name)).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn is_up(&self) -> bool {
        self.passage.direction == Direction::Up
    }

    /// The text; a note that holds for several statements is written once.
    pub(super) fn finish(self) -> String {
        let mut text = String::new();
        let mut last = "";
        for statement in &self.statements {
            let is_first = text.is_empty();
            if statement.note != last {
                text += if is_first { "" } else { "\n" };
                text += &format!("-- {}\n", statement.note.replace('\n', " "));
                last = &statement.note;
            }
            text += &format!("{};\n", statement.text);
        }
        text
    }
}
