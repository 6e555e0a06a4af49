//! A value as it was asked for: the text of a parameter, or a value within JSON. Knows no kinds of fields.

use std::borrow::Cow;

use serde_json::{Number, Value as Json};

/// What a filter compares with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Given<'a> {
    /// A parameter's value.
    Text(&'a str),
    /// A member of a group.
    Json(&'a Json),
}

impl<'a> Given<'a> {
    /// The one text that it is; lists, objects and null are none.
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Json(Json::String(text)) => Some(Cow::Borrowed(text)),
            Self::Json(Json::Number(number)) => Some(Cow::Owned(number_text(number))),
            Self::Json(Json::Bool(value)) => Some(Cow::Owned(value.to_string())),
            Self::Json(Json::Null | Json::Array(_) | Json::Object(_)) => None,
        }
    }

    /// The texts of a list: those of an array, or what stands between commas.
    pub(crate) fn list(self) -> Option<Vec<Cow<'a, str>>> {
        match self {
            Self::Json(Json::Array(items)) => items.iter().map(|item| Given::Json(item).text()).collect(),
            _ => match self.text()? {
                Cow::Borrowed(text) => Some(text.split(',').map(Cow::Borrowed).collect()),
                Cow::Owned(text) => Some(vec![Cow::Owned(text)]),
            },
        }
    }

    pub(crate) const fn is_null(self) -> bool {
        matches!(self, Self::Json(Json::Null))
    }
}

/// A number as a parameter says it. To JSON `7.0` is the whole number 7.
fn number_text(number: &Number) -> String {
    let whole = number.as_f64().filter(|value| number.is_f64() && value.fract() == 0.0 && value.abs() < WHOLE_MAX);
    whole.map_or_else(|| number.to_string(), |value| format!("{value:.0}"))
}

/// Up to here every whole number is a float of its own.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whole_numbers_are_whole_whatever_their_form() {
        let text = |json: Json| Given::Json(&json).text().map(Cow::into_owned);
        assert_eq!(text(json!(-559_771.0)).as_deref(), Some("-559771"));
        assert_eq!(text(json!(i64::MIN)).as_deref(), Some("-9223372036854775808"));
        assert_eq!(text(json!(0.5)).as_deref(), Some("0.5"));
        assert_eq!(text(json!(1e300)).as_deref(), Some("1e+300"));
        assert_eq!(text(json!(true)).as_deref(), Some("true"));
        assert_eq!(text(json!(null)), None);
    }
}
