//! A question in the words of each side, and what its answer says in the words of none.

use serde_json::{Map, Value as Json, json};

use super::question::{MANY, Order, PAGE, Question, Total, new_flight, new_flights};

/// How a side is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// The example's, which the handlers by hand speak too.
    Zimagi,
    Django,
    PocketBase,
}

/// A request before it is sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    pub(super) target: String,
    /// Posted if there is one.
    pub(super) body: Option<Json>,
}

/// What an answer must hold.
const SCALARS: [&str; 11] = [
    "time_hour",
    "number",
    "scheduled_departure",
    "departure",
    "departure_delay",
    "scheduled_arrival",
    "arrival",
    "arrival_delay",
    "air_time",
    "distance",
    "id",
];
/// A relation, the identifier of what it leads to, and what that holds beside it.
const RELATIONS: [(&str, &str, &[&str]); 4] = [
    ("carrier", "code", &["name"]),
    ("origin", "faa", AIRPORT),
    ("destination", "faa", AIRPORT),
    ("plane", "tail_number", PLANE),
];
const AIRPORT: &[&str] = &["name", "latitude", "longitude", "altitude", "utc_offset", "time_zone"];
const PLANE: &[&str] = &["year", "category", "manufacturer", "model", "engines", "seats", "engine"];

const COLLECTIONS: &str = "/api/collections";
const EXPANDED: &str = "expand=carrier,origin,destination,plane";

impl Dialect {
    pub(super) fn request(self, question: &Question) -> Request {
        match self {
            Self::PocketBase => pocketbase(question),
            Self::Zimagi => path_and_body(question, "."),
            Self::Django => path_and_body(question, "__"),
        }
    }

    /// What an answer says: the same from every side. `PocketBase` knows no null, so nothing, zero and the empty text are one.
    pub(super) fn facts(self, question: &Question, answer: &Json) -> Json {
        match question {
            Question::Record { .. } => self.record(answer, &SCALARS),
            // Each side makes identifiers in its own way.
            Question::Create { .. } => self.record(answer, &SCALARS[..10]),
            // How many are stored is asked afterwards.
            Question::CreateMany { .. } => Json::Null,
            Question::Flights { total, .. } => {
                let items = self.items(answer).map(|item| self.flight(item));
                json!({"total": (*total == Total::Exact).then(|| self.total(answer)), "items": items.collect::<Vec<_>>()})
            }
            Question::Planes { .. } => {
                let items = self.items(answer).map(|item| self.related(item, "tail_number", PLANE));
                json!({"total": self.total(answer), "items": items.collect::<Vec<_>>()})
            }
        }
    }

    /// How many records there are on all pages.
    pub(super) fn total(self, answer: &Json) -> Json {
        answer[if self == Self::PocketBase { "totalItems" } else { "count" }].clone()
    }

    /// The records of a page.
    pub(super) fn items(self, answer: &Json) -> impl Iterator<Item = &Json> {
        let name = if self == Self::PocketBase { "items" } else { "results" };
        answer[name].as_array().into_iter().flatten()
    }

    /// A flight in full.
    fn record(self, flight: &Json, scalars: &[&str]) -> Json {
        let mut facts = plain_members(flight, scalars);
        for (relation, identifier, others) in RELATIONS {
            let related = if self == Self::PocketBase { &flight["expand"][relation] } else { &flight[relation] };
            facts.insert(relation.to_owned(), self.related(related, identifier, others));
        }
        Json::Object(facts)
    }

    /// A flight of a list.
    fn flight(self, flight: &Json) -> Json {
        let mut facts = plain_members(flight, &SCALARS);
        for (relation, identifier, _) in RELATIONS {
            let value = &flight[relation];
            facts.insert(relation.to_owned(), plain(if value.is_object() { &value[identifier] } else { value }));
        }
        Json::Object(facts)
    }

    fn related(self, record: &Json, identifier: &str, others: &[&str]) -> Json {
        let mut facts = plain_members(record, others);
        let named = if self == Self::PocketBase { "id" } else { identifier };
        facts.insert(identifier.to_owned(), plain(&record[named]));
        Json::Object(facts)
    }
}

fn path_and_body(question: &Question, step: &str) -> Request {
    let ask = |target: String| Request { target, body: None };
    match question {
        Question::Record { id } => ask(format!("/flight/{id}/")),
        Question::Flights { filter, order, page, total } => {
            let filter = filter.map_or_else(String::new, |nested| {
                let [manufacturer, origin] = [nested.manufacturer, nested.origin].map(|text| text.replace(' ', "%20"));
                format!("plane{step}manufacturer={manufacturer}&origin{step}name{step}contains={origin}&")
            });
            let total = if *total == Total::None { "&total=none" } else { "" };
            ask(format!("/flight/?{filter}ordering={}&count={PAGE}&page={page}{total}", order.word()))
        }
        Question::Planes { destination, page } => ask(format!(
            "/plane/?flights{step}destination{step}faa={destination}&ordering=tail_number&count={PAGE}&page={page}"
        )),
        Question::Create { serial } => Request { target: "/flight/".to_owned(), body: Some(new_flight(*serial)) },
        Question::CreateMany { serial } => Request {
            target: "/flight/bulk/".to_owned(),
            body: Some(json!({"operation": "create", "mode": "atomic", "records": new_flights(*serial)})),
        },
    }
}

fn pocketbase(question: &Question) -> Request {
    let ask = |path: String| Request { target: format!("{COLLECTIONS}{path}"), body: None };
    match question {
        Question::Record { id } => ask(format!("/flight/records/{id}?{EXPANDED}")),
        Question::Flights { filter, order, page, total } => {
            let filter = filter.map_or_else(String::new, |nested| {
                let text = format!("plane.manufacturer='{}' && origin.name~'{}'", nested.manufacturer, nested.origin);
                format!("filter={}&", encoded(&text))
            });
            let total = if *total == Total::None { "&skipTotal=1" } else { "" };
            ask(format!("/flight/records?{filter}sort={},id&perPage={PAGE}&page={page}{total}", order.word()))
        }
        Question::Planes { destination, page } => {
            let filter = encoded(&format!("flight_via_plane.destination?='{destination}'"));
            ask(format!("/plane/records?filter={filter}&sort=id&perPage={PAGE}&page={page}"))
        }
        Question::Create { serial } => {
            Request { body: Some(new_flight(*serial)), ..ask(format!("/flight/records?{EXPANDED}")) }
        }
        Question::CreateMany { serial } => {
            let url = format!("{COLLECTIONS}/flight/records");
            let one = |body: Json| json!({"method": "POST", "url": url, "body": body});
            let requests: Vec<Json> = new_flights(*serial).into_iter().map(one).collect();
            Request { target: "/api/batch".to_owned(), body: Some(json!({"requests": requests})) }
        }
    }
}

impl Order {
    /// The same for all sides.
    const fn word(self) -> &'static str {
        match self {
            Self::WorstDelayFirst => "-departure_delay",
            Self::Time => "time_hour",
        }
    }
}

impl Question {
    /// How many flights it stores.
    pub(super) const fn stores(&self) -> u64 {
        match self {
            Self::Record { .. } | Self::Flights { .. } | Self::Planes { .. } => 0,
            Self::Create { .. } => 1,
            Self::CreateMany { .. } => MANY,
        }
    }
}

/// What stands in filters, for a query.
fn encoded(text: &str) -> String {
    text.replace(' ', "%20").replace('&', "%26").replace('=', "%3D").replace('\'', "%27")
}

fn plain_members(record: &Json, names: &[&str]) -> Map<String, Json> {
    names.iter().map(|name| ((*name).to_owned(), plain(&record[*name]))).collect()
}

/// A value in a form that does not depend on who wrote it.
fn plain(value: &Json) -> Json {
    match value {
        Json::Number(number) if number.as_f64() == Some(0.0) => Json::Null,
        Json::Number(number) => json!(number.as_f64()),
        Json::String(text) if text.is_empty() => Json::Null,
        Json::String(text) if text.starts_with("2013-") => json!(plain_moment(text)),
        other => other.clone(),
    }
}

fn plain_moment(text: &str) -> String {
    text.trim_end_matches('Z').trim_end_matches(".000").replace(' ', "T")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_sides_are_asked_and_heard_alike() {
        let question = Question::Flights { filter: None, order: Order::Time, page: 3, total: Total::None };
        let target = |dialect: Dialect| dialect.request(&question).target;
        assert_eq!(target(Dialect::Zimagi), "/flight/?ordering=time_hour&count=20&page=3&total=none");
        assert_eq!(
            target(Dialect::PocketBase),
            "/api/collections/flight/records?sort=time_hour,id&perPage=20&page=3&skipTotal=1"
        );
        let ours =
            json!({"results": [{"time_hour": "2013-01-01T10:00:00Z", "origin": {"faa": "JFK"}, "departure": null}]});
        let django = json!({"results": [{"time_hour": "2013-01-01T10:00:00", "origin": "JFK", "departure": null}]});
        let theirs = json!({"items": [{"time_hour": "2013-01-01 10:00:00.000Z", "origin": "JFK", "departure": 0}]});
        let facts = Dialect::Zimagi.facts(&question, &ours);
        assert_eq!(Dialect::Django.facts(&question, &django), facts);
        assert_eq!(Dialect::PocketBase.facts(&question, &theirs), facts);
        assert_ne!(Dialect::Zimagi.facts(&question, &json!({"results": []})), facts);
    }
}
