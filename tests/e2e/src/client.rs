//! A client that changes nothing: no redirects, no retries, bytes as they came.

use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;

/// A caller with fixed credentials.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    address: String,
    authorization: Option<String>,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Headers by name in lower case, sorted, without `date` and `x-request-id`, and without `connection`: whether a server closes a
    /// connection whose body it did not want depends on how much of it had arrived.
    pub headers: Vec<(String, String)>,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Client {
    pub(crate) fn new(address: &str, authorization: Option<String>) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { agent: config.into(), address: address.to_owned(), authorization }
    }

    /// Sends a request without a body.
    ///
    /// # Panics
    ///
    /// If there is no answer.
    #[must_use]
    pub fn send(&self, method: &str, path: &str) -> Answer {
        self.send_body(method, path, None, Vec::new())
    }

    /// Sends JSON.
    ///
    /// # Panics
    ///
    /// If there is no answer.
    #[must_use]
    pub fn send_json(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.send_body(method, path, Some("application/json"), body.to_string().into_bytes())
    }

    /// Sends any body.
    ///
    /// # Panics
    ///
    /// If there is no answer.
    #[must_use]
    pub fn send_body(&self, method: &str, path: &str, content_type: Option<&str>, body: Vec<u8>) -> Answer {
        let answered = self.exchange(method, path, content_type, body);
        answered.unwrap_or_else(|error| panic!("{method} {path} was not answered: {error}"))
    }

    /// Sends JSON to a server that may be killed meanwhile: then there is no answer, or no whole one.
    #[must_use]
    pub fn try_send_json(&self, method: &str, path: &str, body: &Value) -> Option<Answer> {
        self.exchange(method, path, Some("application/json"), body.to_string().into_bytes()).ok()
    }

    fn exchange(
        &self,
        method: &str,
        path: &str,
        content_type: Option<&str>,
        body: Vec<u8>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.address));
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        let request = request.body(body).expect("the request is well formed");
        let mut response = self.agent.run(request)?;
        let headers = sorted_headers(response.headers());
        let body = response.body_mut().with_config().limit(u64::MAX).read_to_vec()?;
        Ok(Answer { status: response.status().as_u16(), headers, body })
    }
}

impl Answer {
    /// The body as text.
    ///
    /// # Panics
    ///
    /// If it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the body is UTF-8")
    }

    /// The body as JSON.
    ///
    /// # Panics
    ///
    /// If it is not JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text()))
    }
}

fn sorted_headers(headers: &ureq::http::HeaderMap) -> Vec<(String, String)> {
    let mut sorted: Vec<_> = headers
        .iter()
        .filter(|(name, _)| !["date", "connection", "x-request-id"].contains(&name.as_str()))
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    sorted.sort();
    sorted
}
