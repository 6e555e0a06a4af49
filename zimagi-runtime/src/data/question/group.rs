//! Filters in groups: `OR={"carrier": "UA", "AND": {"delay.gt": 60, "plane.isnull": false}}`.
//!
//! A group's name says how its members are joined; what follows an underscore only tells groups apart. Nothing here knows fields.

use serde_json::Value as Json;

use super::given::Given;

/// How the members of a group are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// All hold.
    All,
    /// At least one holds.
    Any,
    /// They do not all hold.
    NotAll,
}

impl Join {
    /// The join that a name says; none if it is the name of a filter.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (word, label) = name.split_once('_').unwrap_or((name, "x"));
        let join = match word {
            "AND" => Self::All,
            "OR" => Self::Any,
            "NOT" => Self::NotAll,
            _ => return None,
        };
        (!label.is_empty()).then_some(join)
    }
}

/// A group within what was asked, and how its values are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'a> {
    pub(crate) json: &'a Json,
    /// From one.
    pub(crate) depth: usize,
    values: Values,
}

/// How strictly values are read.
#[derive(Debug, Clone, Copy)]
enum Values {
    /// Like those of parameters: a text may stand for a number.
    Generous,
    /// Each has the JSON type of its kind.
    Typed,
}

impl<'a> Group<'a> {
    /// One that is the text of a parameter.
    pub(crate) const fn of_a_parameter(json: &'a Json) -> Self {
        Self { json, depth: 1, values: Values::Generous }
    }

    /// One that stands in a body.
    pub(crate) const fn of_a_body(json: &'a Json) -> Self {
        Self { json, depth: 1, values: Values::Typed }
    }

    /// What stands in it, as if it were a group.
    pub(crate) const fn within<'b>(&self, json: &'b Json) -> Group<'b> {
        Group { json, depth: self.depth + 1, values: self.values }
    }

    /// The same as the value of a filter.
    pub(crate) const fn given(&self) -> Given<'a> {
        match self.values {
            Values::Generous => Given::Json(self.json),
            Values::Typed => Given::Typed(self.json),
        }
    }
}

/// The members of a group: those of an object, or objects in a list, each of which is a group whose members all hold.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Members<'a> {
    Named(&'a serde_json::Map<String, Json>),
    Listed(&'a [Json]),
}

impl<'a> Members<'a> {
    /// What was expected, if it is neither.
    pub(crate) fn of(json: &'a Json) -> Result<Self, &'static str> {
        match json {
            Json::Object(members) => Ok(Self::Named(members)),
            Json::Array(items) => Ok(Self::Listed(items)),
            _ => Err(EXPECTED),
        }
    }
}

/// What a group's value has to be.
pub(crate) const EXPECTED: &str = "a JSON object of filters, or a list of such objects";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_by_what_follows() {
        assert_eq!(Join::parse("OR"), Some(Join::Any));
        assert_eq!(Join::parse("AND_late"), Some(Join::All));
        assert_eq!(Join::parse("NOT_1"), Some(Join::NotAll));
        for name in ["or", "ORDER", "OR_", "OR.x", "number"] {
            assert_eq!(Join::parse(name), None, "{name}");
        }
    }
}
