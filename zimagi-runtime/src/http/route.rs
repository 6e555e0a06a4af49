//! Which resource a path names. Purely by its form: whether the type exists and who may see it is decided later.

use super::docs::DocsFile;
use super::request::Method;
use super::target::decode_segment;

/// A resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// `/status`
    Status,
    /// `/health/live` and `/health/ready`
    Health(Probe),
    /// `/metrics`
    Metrics,
    /// `/docs/` and its files
    Docs(DocsFile),
    /// What the API says of itself.
    Document(Document),
    /// `/<type>/`
    List { type_: String },
    /// `/<type>/bulk/`: many records by one call.
    Bulk { type_: String },
    /// `/<type>/query/`: the list of a question that is too long for an address.
    Query { type_: String },
    /// `/<type>/json/`
    Json { type_: String },
    /// `/<type>/ndjson/`
    Ndjson { type_: String },
    /// `/<type>/csv/`
    Csv { type_: String },
    /// What the records of a type make together.
    Summary { type_: String, summary: Summary },
    /// `/<type>/<id or key>/`
    Record { type_: String, address: String },
    /// A path that would name one of the above if it ended in a slash.
    WithoutSlash,
    /// Nothing has such a path.
    Nothing,
}

/// What can be asked of all records at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Summary {
    /// `/<type>/values/<path>/`
    Values(String),
    /// `/<type>/count/<path>/`
    Count(String),
    /// `/<type>/aggregate/`
    Aggregate,
}

/// What is asked of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Probe {
    /// Whether it answers at all.
    Live,
    /// Whether it can answer well.
    Ready,
}

/// What the API says of itself: all of it, or a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Document {
    /// `/openapi.json`
    Whole,
    /// `/`: the same with references to the documents of paths.
    Referenced,
    /// `/schema/<path>/`: one path, braces left out.
    Path(String),
}

impl Route {
    /// Reads the path of a request target, percent-encoded as it came.
    pub(super) fn parse(path: &str) -> Self {
        match path {
            "/status" | "/status/" => return Self::Status,
            "/health/live" | "/health/live/" => return Self::Health(Probe::Live),
            "/health/ready" | "/health/ready/" => return Self::Health(Probe::Ready),
            "/metrics" | "/metrics/" => return Self::Metrics,
            "/docs" => return Self::WithoutSlash,
            "/openapi.json" => return Self::Document(Document::Whole),
            "/" => return Self::Document(Document::Referenced),
            _ => {}
        }
        if let Some(file) = path.strip_prefix("/docs/") {
            return DocsFile::find(file).map_or(Self::Nothing, Self::Docs);
        }
        let Some(segments) = decode_segments(path) else { return Self::Nothing };
        let route = Self::of_segments(segments);
        if route != Self::Nothing && !path.ends_with('/') { Self::WithoutSlash } else { route }
    }

    /// Its kind in one word, for numbers.
    pub(super) const fn label(&self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Health(_) => "health",
            Self::Metrics => "metrics",
            Self::Docs(_) => "docs",
            Self::Document(_) => "document",
            Self::List { .. } => "list",
            Self::Bulk { .. } => "bulk",
            Self::Query { .. } => "query",
            Self::Json { .. } => "json",
            Self::Ndjson { .. } => "ndjson",
            Self::Csv { .. } => "csv",
            Self::Summary { summary: Summary::Values(_), .. } => "values",
            Self::Summary { summary: Summary::Count(_), .. } => "count",
            Self::Summary { summary: Summary::Aggregate, .. } => "aggregate",
            Self::Record { .. } => "record",
            Self::WithoutSlash | Self::Nothing => "none",
        }
    }

    /// Whether a request with the method leaves everything as it is.
    pub(super) const fn is_read_by(&self, method: Method) -> bool {
        method.is_reading() || matches!(self, Self::Query { .. })
    }

    fn of_segments(segments: Vec<String>) -> Self {
        let mut segments = segments.into_iter();
        if segments.as_slice().first().is_some_and(|type_| !is_type_name(type_)) {
            return Self::Nothing;
        }
        if segments.as_slice().first().is_some_and(|first| first == "schema") {
            return Self::of_path_schema(segments.as_slice());
        }
        match (segments.next(), segments.next(), segments.next()) {
            (Some(type_), Some(word), Some(path)) if segments.next().is_none() => Self::of_values(type_, &word, path),
            (Some(type_), Some(word), None) if word == "aggregate" => {
                Self::Summary { type_, summary: Summary::Aggregate }
            }
            (Some(type_), None, None) => Self::List { type_ },
            (Some(type_), Some(word), None) if word == "bulk" => Self::Bulk { type_ },
            (Some(type_), Some(word), None) if word == "query" => Self::Query { type_ },
            (Some(type_), Some(word), None) if word == "json" => Self::Json { type_ },
            (Some(type_), Some(word), None) if word == "ndjson" => Self::Ndjson { type_ },
            (Some(type_), Some(word), None) if word == "csv" => Self::Csv { type_ },
            (Some(type_), Some(address), None) => Self::Record { type_, address },
            _ => Self::Nothing,
        }
    }

    fn of_values(type_: String, word: &str, path: String) -> Self {
        match word {
            "values" => Self::Summary { type_, summary: Summary::Values(path) },
            "count" => Self::Summary { type_, summary: Summary::Count(path) },
            _ => Self::Nothing,
        }
    }

    fn of_path_schema(segments: &[String]) -> Self {
        match segments {
            [_, path @ ..] if !path.is_empty() => Self::Document(Document::Path(path.join("/"))),
            _ => Self::Nothing,
        }
    }
}

/// Whether a model may have this name. Others are no routes at all: a redirect to `/\\host/` would lead browsers elsewhere.
fn is_type_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// The path's segments; `None` if one is empty or no UTF-8.
fn decode_segments(path: &str) -> Option<Vec<String>> {
    let inner = path.strip_prefix('/')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    inner.split('/').map(|segment| decode_segment(segment).filter(|text| !text.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_path_has_its_route() {
        let type_ = || "flight".to_owned();
        let summary = |summary| Route::Summary { type_: type_(), summary };
        let record = |address: &str| Route::Record { type_: type_(), address: address.to_owned() };
        for (path, route) in [
            ("/status", Route::Status),
            ("/status/", Route::Status),
            ("/health/live", Route::Health(Probe::Live)),
            ("/health/ready/", Route::Health(Probe::Ready)),
            ("/metrics", Route::Metrics),
            ("/docs", Route::WithoutSlash),
            ("/docs/", Route::Docs(DocsFile::Page)),
            ("/docs/swagger-ui.css", Route::Docs(DocsFile::Style)),
            ("/docs/other.css", Route::Nothing),
            ("/openapi.json", Route::Document(Document::Whole)),
            ("/flight/", Route::List { type_: type_() }),
            ("/flight/bulk/", Route::Bulk { type_: type_() }),
            ("/flight/query/", Route::Query { type_: type_() }),
            ("/flight/json/", Route::Json { type_: type_() }),
            ("/flight/ndjson/", Route::Ndjson { type_: type_() }),
            ("/flight/csv/", Route::Csv { type_: type_() }),
            ("/flight/aggregate/", summary(Summary::Aggregate)),
            ("/flight/values/origin.faa/", summary(Summary::Values("origin.faa".to_owned()))),
            ("/flight/count/origin/", summary(Summary::Count("origin".to_owned()))),
            ("/flight/count/origin", Route::WithoutSlash),
            ("/flight/values/", record("values")),
            ("/flight/values/origin/more/", Route::Nothing),
            ("/flight/JFK/", record("JFK")),
            ("/flight/a%20b%2Fc/", record("a b/c")),
            ("/flight", Route::WithoutSlash),
            ("/flight/JFK", Route::WithoutSlash),
            ("/", Route::Document(Document::Referenced)),
            ("/schema/flight/", Route::Document(Document::Path(type_()))),
            ("/schema/flight/csv/", Route::Document(Document::Path("flight/csv".to_owned()))),
            ("/schema/flight", Route::WithoutSlash),
            ("/schema/", Route::Nothing),
            ("//", Route::Nothing),
            ("/flight//", Route::Nothing),
            ("/flight/%ff/", Route::Nothing),
            ("/\\host", Route::Nothing),
            ("/%5chost", Route::Nothing),
            ("/%2fhost", Route::Nothing),
            ("//host", Route::Nothing),
            ("/flight/JFK/more/", Route::Nothing),
            ("/flight/JFK/more", Route::Nothing),
        ] {
            assert_eq!(Route::parse(path), route, "{path}");
        }
    }
}
