//! A query as it was asked: the pairs of a request's query string, sorted by what they mean. Nothing is resolved here.

use serde_json::{Map, Value as Json};

use super::group::EXPECTED;
use crate::data::mistake::QueryMistake;

/// A question for a page of records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) filters: Vec<AskedFilter>,
    pub(crate) ordering: Option<String>,
    /// What is shown, with commas; by default what items of lists show.
    pub(crate) fields: Option<String>,
    /// A number from one, or `last`.
    pub(crate) page: Option<String>,
    /// How many records a page has.
    pub(crate) count: Option<String>,
    /// Where the page begins, as an answer before said it; empty for the first page.
    pub(crate) cursor: Option<String>,
    /// `exact`, `estimate` or `none`.
    pub(crate) total: Option<String>,
}

/// A question for all records at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExportQuery {
    pub(crate) filters: Vec<AskedFilter>,
    pub(crate) ordering: Option<String>,
    /// Paths with commas; by default the model's own fields.
    pub(crate) fields: Option<String>,
    pub(crate) limit: Option<String>,
    pub(crate) format: ExportFormat,
}

/// A question for what records make together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AggregateQuery {
    pub(crate) filters: Vec<AskedFilter>,
    /// `carrier,n=id:count`: the paths that make the groups, and what becomes of the records of each.
    pub(crate) fields: Option<String>,
    /// `{"n.gte": 10}`: which groups are answered.
    pub(crate) having: Option<String>,
    pub(crate) ordering: Option<String>,
    pub(crate) limit: Option<String>,
}

/// A question for the different values of a path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ValuesQuery {
    pub(crate) filters: Vec<AskedFilter>,
    pub(crate) limit: Option<String>,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportFormat {
    /// One array of objects.
    Json,
    /// An object a line.
    Ndjson,
    /// RFC 4180 with a header.
    Csv,
}

/// One filter as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AskedFilter {
    /// Every parameter that means nothing else. A group of filters and the words of a search are filters too.
    Parameter {
        /// `plane.manufacturer.icontains`, negated by a leading `-`.
        name: String,
        value: String,
    },
    /// A member of a body that is a group of filters, all of which hold. Its values have the JSON types of their kinds.
    Member { name: &'static str, group: Json },
}

impl AskedFilter {
    pub(crate) fn parameter(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::Parameter { name: name.into(), value: value.into() }
    }
}

impl Query {
    /// Of a parameter given twice the last one counts; filters all count.
    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            query.set(name, value);
        }
        query
    }

    /// The same said by a body, whose `filter` is a group of filters; what the address says too counts more.
    ///
    /// # Errors
    ///
    /// Every member of the body that means nothing or has no text.
    pub(crate) fn from_body(
        pairs: impl IntoIterator<Item = (String, String)>,
        body: Map<String, Json>,
    ) -> Result<Self, Vec<QueryMistake>> {
        let (mut query, mut mistakes) = (Self::default(), Vec::new());
        for (name, value) in body {
            if name == FILTER && matches!(value, Json::Object(_) | Json::Array(_)) {
                query.filters.push(AskedFilter::Member { name: FILTER, group: value });
                continue;
            }
            match read_member(&name, &value) {
                Ok(text) => query.set(name, text),
                Err(expected) => mistakes.push(QueryMistake::wrong_value(name, expected)),
            }
        }
        for (name, value) in pairs {
            query.set(name, value);
        }
        if mistakes.is_empty() { Ok(query) } else { Err(mistakes) }
    }

    fn set(&mut self, name: String, value: String) {
        match name.as_str() {
            "ordering" => self.ordering = Some(value),
            "fields" => self.fields = Some(value),
            "page" => self.page = Some(value),
            "count" => self.count = Some(value),
            "cursor" => self.cursor = Some(value),
            "total" => self.total = Some(value),
            _ => self.filters.push(AskedFilter::parameter(name, value)),
        }
    }
}

/// What may stand in a body: the parameters of a page, and `filter` for all filters.
const MEMBERS: [&str; 8] = [FILTER, "q", "ordering", "fields", "page", "count", "cursor", "total"];

/// The member of bodies that holds filters.
pub(crate) const FILTER: &str = "filter";

/// The text that a member of a body says as a parameter. Filters have none.
fn read_member(name: &str, value: &Json) -> Result<String, String> {
    match (name, value) {
        (FILTER, _) => Err(EXPECTED.to_owned()),
        ("page", Json::String(text)) if text == "last" => Ok(text.clone()),
        ("page", value) => Ok(whole(value).ok_or("a number from 1 or `last`")?),
        ("count", value) => Ok(whole(value).ok_or("a whole number")?),
        ("fields", value) => Ok(names(value).ok_or("a text with commas or a list of texts")?),
        ("q" | "ordering" | "cursor" | "total", Json::String(text)) => Ok(text.clone()),
        ("q" | "ordering" | "cursor" | "total", _) => Err("a text".to_owned()),
        _ => Err(format!("one of {}", MEMBERS.map(|name| format!("`{name}`")).join(", "))),
    }
}

/// A text with commas, also of a list.
fn names(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Array(items) => items.iter().map(Json::as_str).collect::<Option<Vec<_>>>().map(|names| names.join(",")),
        _ => None,
    }
}

/// The text of a whole number, also of one that is written with a point: to JSON it is the same number.
fn whole(value: &Json) -> Option<String> {
    match (value.as_u64(), value.as_f64()) {
        (Some(number), _) => Some(number.to_string()),
        (None, Some(number)) if number.fract() == 0.0 && number >= 0.0 => Some(format!("{number:.0}")),
        _ => None,
    }
}

impl AggregateQuery {
    /// Of a parameter given twice the last one counts; filters all count.
    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "fields" => query.fields = Some(value),
                "having" => query.having = Some(value),
                "ordering" => query.ordering = Some(value),
                "limit" => query.limit = Some(value),
                _ => query.filters.push(AskedFilter::parameter(name, value)),
            }
        }
        query
    }
}

impl ValuesQuery {
    /// Of a parameter given twice the last one counts; filters all count.
    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "limit" => query.limit = Some(value),
                _ => query.filters.push(AskedFilter::parameter(name, value)),
            }
        }
        query
    }
}

impl ExportQuery {
    /// Of a parameter given twice the last one counts; filters all count.
    pub(crate) fn from_pairs(format: ExportFormat, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self { filters: Vec::new(), ordering: None, fields: None, limit: None, format };
        for (name, value) in pairs {
            match name.as_str() {
                "ordering" => query.ordering = Some(value),
                "fields" => query.fields = Some(value),
                "limit" => query.limit = Some(value),
                _ => query.filters.push(AskedFilter::parameter(name, value)),
            }
        }
        query
    }
}
