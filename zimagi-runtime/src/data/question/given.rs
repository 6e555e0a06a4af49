//! A value as it was asked for: the text of a parameter, or a value within JSON, read as one of a kind. Knows no fields.

use std::borrow::Cow;

use serde_json::{Number, Value as Json};
use zimagi_spec::descriptor::ScalarKind;

use crate::data::parse::{has_null_character, parse, typed, whole};
use crate::data::value::Value;

/// What a filter compares with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Given<'a> {
    /// A parameter's value.
    Text(&'a str),
    /// A member of a group in a parameter, read like the text of one.
    Json(&'a Json),
    /// A member of a group in a body, which has the JSON type of its kind.
    Typed(&'a Json),
}

impl<'a> Given<'a> {
    /// The one text that it is; lists, objects and null are none. Typed numbers are numbers.
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Json(Json::String(text)) | Self::Typed(Json::String(text)) => Some(Cow::Borrowed(text)),
            Self::Json(Json::Number(number)) => Some(Cow::Owned(number_text(number))),
            Self::Json(Json::Bool(value)) => Some(Cow::Owned(value.to_string())),
            Self::Json(Json::Null | Json::Array(_) | Json::Object(_)) | Self::Typed(_) => None,
        }
    }

    /// The one value of the kind that it is.
    pub(crate) fn value(self, kind: ScalarKind) -> Option<Value> {
        match self {
            Self::Text(_) | Self::Json(_) => parse(kind, &self.text()?),
            Self::Typed(json) => typed(kind, json),
        }
    }

    /// The values of a list, each of the kind: those of an array, or, unless it is typed, what stands between commas.
    pub(crate) fn list(self, kind: ScalarKind) -> Option<Vec<Option<Value>>> {
        match self {
            Self::Json(Json::Array(items)) => Some(items.iter().map(|item| Given::Json(item).value(kind)).collect()),
            Self::Typed(Json::Array(items)) => Some(items.iter().map(|item| Given::Typed(item).value(kind)).collect()),
            Self::Text(_) | Self::Json(_) => Some(match self.text()? {
                Cow::Borrowed(text) => text.split(',').map(|part| parse(kind, part)).collect(),
                Cow::Owned(text) => vec![parse(kind, &text)],
            }),
            Self::Typed(_) => None,
        }
    }

    pub(crate) const fn is_null(self) -> bool {
        matches!(self, Self::Json(Json::Null) | Self::Typed(Json::Null))
    }

    /// No database holds them.
    pub(crate) fn has_null_characters(self) -> bool {
        match self {
            Self::Text(text) => text.contains('\0'),
            Self::Json(json) | Self::Typed(json) => has_null_character(json),
        }
    }

    /// How a list of values is said here.
    pub(crate) const fn list_words(self) -> &'static str {
        match self {
            Self::Text(_) | Self::Json(_) => "a list with commas",
            Self::Typed(_) => "a list",
        }
    }

    /// How two values are said here.
    pub(crate) const fn pair_words(self) -> &'static str {
        match self {
            Self::Text(_) | Self::Json(_) => "two values with a comma between",
            Self::Typed(_) => "a list of two values",
        }
    }
}

/// A number as a parameter says it. To JSON `7.0` is the whole number 7.
fn number_text(number: &Number) -> String {
    whole(number).map_or_else(|| number.to_string(), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whole_numbers_are_whole_whatever_their_form() {
        let text = |json: Json| Given::Json(&json).text().map(Cow::into_owned);
        assert_eq!(text(json!(-559_771.0)).as_deref(), Some("-559771"));
        assert_eq!(text(json!(i64::MIN)).as_deref(), Some("-9223372036854775808"));
        assert_eq!(text(json!(u64::MAX)).as_deref(), Some("18446744073709551615"));
        assert_eq!(text(json!(0.5)).as_deref(), Some("0.5"));
        assert_eq!(text(json!(1e300)).as_deref(), Some("1e+300"));
        assert_eq!(text(json!(true)).as_deref(), Some("true"));
        assert_eq!(text(json!(null)), None);
    }
}
