//! A value as it was asked for: the text of a parameter, or a value within JSON. Knows no kinds of fields.

use std::borrow::Cow;

use serde_json::Value as Json;

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
            Self::Json(json @ (Json::Number(_) | Json::Bool(_))) => Some(Cow::Owned(json.to_string())),
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
