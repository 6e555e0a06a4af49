//! How one variable becomes one setting. Mistakes are collected, and a default stands in until all are known.

use std::fmt::Display;
use std::net::{IpAddr, Ipv4Addr};
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::sync::Arc;

use tracing_subscriber::EnvFilter;

use crate::crypto::{KeyError, KeyRing, Token, TokenError};
use crate::data::QueryLimits;

/// Where variables come from: the environment, or a list in a test.
pub(crate) struct Variables<'a> {
    find: &'a dyn Fn(&str) -> Option<String>,
}

/// A variable whose value cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SettingError {
    #[error("{variable}: `{value}` is not {expected}")]
    Value { variable: &'static str, value: String, expected: String },
    /// The value itself is a secret.
    #[error("{variable}: {source}")]
    Secret { variable: &'static str, source: TokenError },
    /// So is this one.
    #[error("{variable}: {source}")]
    Keys { variable: &'static str, source: KeyError },
}

/// Reads variables one by one.
pub(super) struct Reader<'a> {
    variables: &'a Variables<'a>,
    mistakes: Vec<SettingError>,
}

impl<'a> Variables<'a> {
    pub(crate) const fn new(find: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self { find }
    }
}

impl<'a> Reader<'a> {
    pub(super) const fn new(variables: &'a Variables<'a>) -> Self {
        Self { variables, mistakes: Vec::new() }
    }

    /// An empty variable counts as not set.
    pub(super) fn text(&self, variable: &str) -> Option<String> {
        (self.variables.find)(variable).filter(|text| !text.is_empty())
    }

    pub(super) fn number<N>(&mut self, variable: &'static str, default: N, range: RangeInclusive<N>) -> N
    where
        N: FromStr + PartialOrd + Display + Copy,
    {
        let Some(text) = self.text(variable) else { return default };
        if let Some(number) = text.parse().ok().filter(|number| range.contains(number)) {
            return number;
        }
        self.refuse(variable, text, format!("a whole number from {} to {}", range.start(), range.end()));
        default
    }

    /// The largest numbers are those that every database can still follow.
    pub(super) fn query_limits(&mut self) -> QueryLimits {
        let default = QueryLimits::DEFAULT;
        QueryLimits {
            path_parts_max: self.number("ZIMAGI_QUERY_PATH_PARTS_MAX", default.path_parts_max, 1..=32),
            filters_max: self.number("ZIMAGI_QUERY_FILTERS_MAX", default.filters_max, 1..=500),
            list_max: self.number("ZIMAGI_QUERY_LIST_MAX", default.list_max, 1..=10_000),
            group_depth_max: self.number("ZIMAGI_QUERY_GROUP_DEPTH_MAX", default.group_depth_max, 1..=32),
            fields_max: self.number("ZIMAGI_QUERY_FIELDS_MAX", default.fields_max, 1..=500),
            embed_depth_max: self.number("ZIMAGI_QUERY_EMBED_DEPTH_MAX", default.embed_depth_max, 1..=12),
            // MariaDB joins 61 tables at most.
            embed_relations_max: self.number("ZIMAGI_QUERY_EMBED_RELATIONS_MAX", default.embed_relations_max, 1..=50),
            related_max: self.number("ZIMAGI_QUERY_RELATED_MAX", default.related_max, 1..=10_000),
            related_total_max: self.number("ZIMAGI_QUERY_RELATED_TOTAL_MAX", default.related_total_max, 1..=1_000_000),
        }
    }

    pub(super) fn host(&mut self, variable: &'static str) -> IpAddr {
        let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let Some(text) = self.text(variable) else { return loopback };
        let Ok(host) = text.parse() else {
            self.refuse(variable, text, "an IP address".to_owned());
            return loopback;
        };
        host
    }

    pub(super) fn url(&mut self, variable: &'static str) -> Option<String> {
        let text = self.text(variable)?;
        let has_scheme = text.starts_with("http://") || text.starts_with("https://");
        if has_scheme && !text.ends_with('/') && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Some(text);
        }
        let expected = "a URL that starts with http:// or https:// and ends without a slash";
        self.refuse(variable, text, expected.to_owned());
        None
    }

    pub(super) fn log_filter(&mut self, variable: &'static str) -> Option<String> {
        let text = self.text(variable)?;
        if EnvFilter::try_new(&text).is_ok() {
            return Some(text);
        }
        self.refuse(variable, text, "a filter like `info` or `warn,zimagi_runtime=debug`".to_owned());
        None
    }

    pub(super) fn token(&mut self, variable: &'static str) -> Option<Token> {
        let parsed = Token::parse(&self.text(variable)?);
        parsed.map_err(|source| self.mistakes.push(SettingError::Secret { variable, source })).ok()
    }

    pub(super) fn keys(&mut self, variable: &'static str) -> Option<Arc<KeyRing>> {
        let parsed = KeyRing::parse(&self.text(variable)?).map(Arc::new);
        parsed.map_err(|source| self.mistakes.push(SettingError::Keys { variable, source })).ok()
    }

    pub(super) fn finish<T>(self, settings: T) -> Result<T, Vec<SettingError>> {
        if self.mistakes.is_empty() { Ok(settings) } else { Err(self.mistakes) }
    }

    pub(super) fn refuse(&mut self, variable: &'static str, value: String, expected: String) {
        self.mistakes.push(SettingError::Value { variable, value, expected });
    }
}
