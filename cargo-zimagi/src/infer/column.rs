//! What is seen of one column while rows pass by, in bounded memory.

use std::collections::HashSet;

use super::form::{Forms, Kind};
use super::null::{WORDS, word_of};

/// As many values of a column are kept in mind, as digests; what comes later is not compared with them.
pub(super) const KEPT_MAX: usize = 1 << 20;

/// Of a column so many different values are told apart at least.
const FEW: usize = 64;

/// A text of more characters has no limit.
const LENGTH_MAX: usize = 256;

/// What was seen of a column.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name in the header.
    pub(super) name: String,
    /// Cells with a value.
    pub(super) values: u64,
    pub(super) empty: u64,
    /// Of each word that may stand for no value, how often it was seen.
    pub(super) words: [u64; WORDS.len()],
    pub(super) forms: Forms,
    lengths: Option<(usize, usize)>,
    has_lines: bool,
    range: Option<(i64, i64)>,
    places: Places,
    kept: Option<HashSet<u64>>,
    few: HashSet<u64>,
}

/// The digits of numbers.
#[derive(Debug, Default)]
struct Places {
    whole: usize,
    after: Option<(usize, usize)>,
    has_last_zero: bool,
}

impl Column {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            values: 0,
            empty: 0,
            words: [0; WORDS.len()],
            forms: Forms::ALL,
            lengths: None,
            has_lines: false,
            range: None,
            places: Places::default(),
            kept: Some(HashSet::new()),
            few: HashSet::new(),
        }
    }

    /// Takes note of a cell and its digest.
    pub(super) fn see(&mut self, cell: &str, digest: u64) {
        if cell.is_empty() {
            self.empty += 1;
        } else if let Some(word) = word_of(cell) {
            self.words[word] += 1;
        } else {
            self.see_value(cell, digest);
        }
    }

    fn see_value(&mut self, cell: &str, digest: u64) {
        self.values += 1;
        let trimmed = cell.trim();
        self.forms.narrow(trimmed);
        let length = cell.chars().count();
        self.lengths = Some(widened(self.lengths, length));
        self.has_lines |= cell.contains('\n');
        if self.forms.integer
            && let Ok(number) = trimmed.parse()
        {
            self.range = Some(widened(self.range, number));
        }
        if self.forms.float {
            self.places.see(trimmed);
        }
        if self.few.len() < FEW {
            self.few.insert(digest);
        }
        self.keep(digest);
    }

    fn keep(&mut self, digest: u64) {
        let Some(kept) = &mut self.kept else { return };
        if kept.len() < KEPT_MAX && !kept.insert(digest) {
            self.kept = None;
        }
    }

    /// Words that are values of this column, because none of them stands for no value.
    pub(super) fn take_words_but(&mut self, nulls: [bool; WORDS.len()]) {
        for (index, word) in WORDS.iter().enumerate().filter(|(index, _)| !nulls[*index]) {
            let count = std::mem::take(&mut self.words[index]);
            if count > 0 {
                self.values += count;
                self.forms.narrow(word);
                self.lengths = Some(widened(self.lengths, word.chars().count()));
                self.kept = self.kept.take().filter(|_| count == 1);
            }
        }
    }

    /// Whether a word in it stands for no value: what else is there is of another kind, or never so short or so long.
    pub(super) fn is_null_word(&self, word: usize) -> bool {
        let length = WORDS[word].chars().count();
        let is_apart = self.lengths.is_some_and(|(min, max)| length < min || length > max);
        self.words[word] > 0 && self.values > 0 && (self.forms.is_typed() || is_apart)
    }

    /// Cells without a value.
    pub(super) fn nulls(&self) -> u64 {
        self.empty + self.words.iter().sum::<u64>()
    }

    /// Whether no value was seen twice.
    pub(super) const fn is_unique(&self) -> bool {
        self.kept.is_some() && self.values > 0
    }

    /// The number of different values, of which no more than a few are told apart.
    pub(super) fn few(&self) -> usize {
        self.few.len()
    }

    /// The kind of field that holds all values.
    pub(super) fn kind(&self) -> Kind {
        let Forms { boolean, integer, float, date, moment, time, uuid, json } = self.forms;
        match () {
            () if self.values == 0 => Kind::String { max_length: LENGTH_MAX },
            () if boolean => Kind::Boolean,
            () if integer => Kind::Integer,
            () if float => self.places.kind(),
            () if date => Kind::Date,
            () if moment => Kind::DateTime,
            () if time => Kind::Time,
            () if uuid => Kind::Uuid,
            () if json => Kind::Json,
            () => self.text_kind(),
        }
    }

    fn text_kind(&self) -> Kind {
        let (shortest, longest) = self.lengths.unwrap_or_default();
        if self.has_lines || longest > LENGTH_MAX {
            return Kind::Text;
        }
        let is_code = shortest == longest && longest <= 16;
        let roomy = || (4..).map(|power| 1 << power).find(|length| *length >= longest);
        Kind::String { max_length: if is_code { longest } else { roomy().unwrap_or(LENGTH_MAX) } }
    }

    /// What was seen that speaks for the kind.
    pub(super) fn evidence(&self, kind: Kind) -> String {
        let (shortest, longest) = self.lengths.unwrap_or_default();
        match (kind, self.range) {
            _ if self.values == 0 => "no row has a value".to_owned(),
            (Kind::Integer, Some((least, most))) if least == most => format!("every value is the whole number {least}"),
            (Kind::Integer, Some((least, most))) => format!("whole numbers from {least} to {most}"),
            (Kind::Decimal { places, .. }, _) => format!("every number has {places} digits after the point"),
            (Kind::String { .. }, _) if longest == 1 => "texts of one character".to_owned(),
            (Kind::String { .. }, _) if shortest == longest => format!("texts of {longest} characters"),
            (Kind::String { .. } | Kind::Text, _) => format!("texts of {shortest} to {longest} characters"),
            _ => kind.words().to_owned(),
        }
    }
}

impl Places {
    fn see(&mut self, number: &str) {
        let (whole, after) = number.split_once('.').unwrap_or((number, ""));
        self.whole = self.whole.max(whole.trim_start_matches('-').len());
        self.after = Some(widened(self.after, after.len()));
        self.has_last_zero |= after.ends_with('0');
    }

    /// Floats are written without zeros at their end: where there are some, the digits are meant.
    const fn kind(&self) -> Kind {
        match self.after {
            Some((least, places)) if least == places && self.has_last_zero && places <= 6 && self.whole <= 15 => {
                Kind::Decimal { digits: self.whole + places + DIGITS_ROOM, places }
            }
            _ => Kind::Float,
        }
    }
}

/// Decimals get room for amounts a hundred times larger than those seen.
const DIGITS_ROOM: usize = 2;

fn widened<T: Ord + Copy>(range: Option<(T, T)>, value: T) -> (T, T) {
    range.map_or((value, value), |(least, most)| (least.min(value), most.max(value)))
}
