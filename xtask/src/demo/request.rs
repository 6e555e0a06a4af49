//! Requests to the data API.

use serde_json::Value as Json;
use ureq::Agent;
use ureq::http::Request;

use crate::error::TaskError;

/// Flights of Boeing planes that left Kennedy, worst delay first.
pub(super) const NESTED: &str =
    "/flight/?plane.manufacturer=BOEING&origin.name.contains=Kennedy&ordering=-departure_delay&count=5";

/// What a visitor is told to try.
pub(super) const SHOWN: [&str; 3] = [
    NESTED,
    "/airport/JFK/",
    "/flight/csv/?fields=time_hour,carrier.name,destination.name&ordering=time_hour&limit=10",
];

/// Who asks: a name and a token, or nobody.
pub(super) type Credentials<'a> = Option<(&'a str, &'a str)>;

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
}

/// Sends a request without a body, and prints it with its status.
pub(super) fn ask(address: &str, method: &str, path: &str, who: Credentials<'_>) -> Result<Answer, TaskError> {
    let mut request = Request::builder().method(method).uri(format!("{address}{path}"));
    if let Some((user, token)) = who {
        request = request.header("authorization", format!("Token {user} {token}"));
    }
    let request = request.body(()).expect("the request is well formed");
    let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
    let answer = agent.run(request).and_then(|mut response| {
        Ok(Answer { status: response.status().as_u16(), body: response.body_mut().read_to_string()? })
    });
    let asked = format!("{method} {path} as {}", who.map_or("nobody", |(user, _)| user));
    let answer = answer.map_err(|source| TaskError::Unanswered { request: asked.clone(), source: Box::new(source) })?;
    println!("\n{asked}\n{}", answer.status);
    Ok(answer)
}

impl Answer {
    pub(super) fn json(&self) -> Result<Json, TaskError> {
        serde_json::from_str(&self.body).map_err(|_| TaskError::wrong("the body of an answer", "JSON", &self.body))
    }
}
