//! Help texts: a tree along the words of commands, with texts at its nodes.

use super::key::{Key, takes};
use super::takes::Takes;

/// Every other key is the next word of a command.
pub(super) const KEYS: &[Key] = &[
    takes("overview", Takes::Text, "What the command does, in a sentence."),
    takes("description", Takes::Text, "What it does, in full."),
];
