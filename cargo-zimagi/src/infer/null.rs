//! Words that stand for no value in some files and for themselves in others.

/// The words that often mean "no value"; the empty cell always does.
pub(super) const WORDS: [&str; 8] = ["NA", "N/A", "NULL", "null", "None", "NaN", "nan", "\\N"];

/// The place of a cell among the words.
pub(super) fn word_of(cell: &str) -> Option<usize> {
    WORDS.iter().position(|word| *word == cell)
}
