//! Which values of one kind become values of another, and what they lose by it.

use crate::migration::schema::ColumnKind;

/// How values of one kind become values of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// They are the same, or the database knows how.
    Direct,
    /// Texts are cut to so many characters.
    Cut(u32),
    /// Zero is false, all else is true.
    ToBoolean,
    /// Nothing carries them over.
    Impossible,
}

/// The longest text of a whole number.
const INTEGER_CHARACTERS: u32 = 20;

/// The digits of the largest whole number.
const INTEGER_DIGITS: u8 = 19;

/// The digits that a float keeps.
const FLOAT_DIGITS: u8 = 15;

/// How values of a kind become values of another.
pub(crate) fn conversion(from: ColumnKind, to: ColumnKind) -> Conversion {
    use ColumnKind::{Boolean, Date, DateTime, Decimal, Float, Integer, Json, String, Text};
    match (from, to) {
        (String(before), String(after)) if after < before => Conversion::Cut(after),
        (Text, String(after)) => Conversion::Cut(after),
        (Integer, Boolean) => Conversion::ToBoolean,
        (Integer, String(length)) if length < INTEGER_CHARACTERS => Conversion::Impossible,
        (String(_), String(_) | Text)
        | (Integer, Float | Decimal(..) | String(_) | Text)
        | (Float, Integer | Decimal(..))
        | (Decimal(..), Decimal(..) | Float | Integer)
        | (Boolean, Integer)
        | (Date, DateTime)
        | (DateTime, Date)
        | (Json, Text) => Conversion::Direct,
        (before, after) if before == after => Conversion::Direct,
        _ => Conversion::Impossible,
    }
}

/// What is lost on the way, as the end of a sentence; nothing if every value can be got back.
pub(crate) fn loss(from: ColumnKind, to: ColumnKind) -> Option<String> {
    use ColumnKind::{Boolean, Date, DateTime, Decimal, Float, Integer};
    match (from, to) {
        (before, after) if before == after => None,
        (Integer, Boolean) => Some("all numbers but 0 become `true`".to_owned()),
        (Integer, Float) => Some("numbers of more than 15 digits are rounded".to_owned()),
        (Integer, Decimal(digits, places)) => too_large(INTEGER_DIGITS, digits - places),
        (Float, Integer) => Some("digits after the point are rounded away".to_owned()),
        (Float, Decimal(_, places)) => Some(rounded(places)),
        (Decimal(digits, _), Float) if digits > FLOAT_DIGITS => Some("digits after the 15th are rounded".to_owned()),
        (Decimal(_, before), Decimal(_, after)) if after < before => Some(rounded(after)),
        (Decimal(digits, places), Decimal(digits_after, places_after)) => {
            too_large(digits - places, digits_after - places_after)
        }
        (Decimal(_, places), Integer) if places > 0 => Some(rounded(0)),
        (DateTime, Date) => Some("times of day are dropped".to_owned()),
        _ => match conversion(from, to) {
            Conversion::Cut(length) => Some(format!("texts of more than {length} characters are cut")),
            Conversion::Impossible => Some("no value can be carried over, all are lost".to_owned()),
            Conversion::Direct | Conversion::ToBoolean => None,
        },
    }
}

fn rounded(places: u8) -> String {
    format!("values are rounded to {places} digits after the point")
}

fn too_large(before: u8, after: u8) -> Option<String> {
    (after < before).then(|| format!("numbers of more than {after} digits before the point do not fit"))
}
