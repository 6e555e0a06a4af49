//! A data API over a SQLite file: three types that differ in who may see them, and users of each role.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::web::{self, Data};
use actix_web::{App, rt, test};
use serde_json::Value as Json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::models::{MIGRATIONS, MODELS};
use crate::access::Gate;
use crate::crypto::KeyRing;
use crate::data::catalogue::Catalogue;
use crate::data::{DatabaseConfig, Db, Engine, Origin, migration};
use crate::http::entry::handle;
use crate::http::{About, Audience, Health, Limits, Metrics, PayloadForm, RateLimit, Rates, Service, Workplace};

/// A running data API.
pub(super) struct Fixture {
    runtime: Runtime,
    service: Arc<Service>,
    db: Db,
    folder: TempDir,
}

/// One request.
#[derive(Default)]
pub(super) struct Ask<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub authorization: Option<String>,
    pub content_type: Option<&'a str>,
    pub user_agent: Option<&'a str>,
    /// `test` if none is given, so that answers can be compared.
    pub request_id: Option<&'a str>,
    /// Further headers.
    pub headers: &'a [(&'static str, &'a str)],
    pub body: &'a str,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub status: u16,
    /// By name, sorted.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Fixture {
    /// Three airlines, two planes, two flights.
    pub(super) fn new() -> Self {
        let fixture = Self::empty();
        let admin = fixture.token("ada", &["admin"]);
        for (path, body) in [
            ("/airline/", r#"{"code":"AA","name":"American"}"#),
            ("/airline/", r#"{"code":"UA","name":"United"}"#),
            ("/airline/", r#"{"code":"ZZ","name":"Züri, \"Air\""}"#),
            ("/plane/", r#"{"tailnum":"N1","manufacturer":"BOEING"}"#),
            ("/plane/", r#"{"tailnum":"N2","manufacturer":"AIRBUS"}"#),
            ("/flight/", r#"{"number":1,"carrier":"AA","plane":"N1","delay":12.5}"#),
            ("/flight/", r#"{"number":2,"carrier":"UA"}"#),
        ] {
            let told = fixture.send("POST", path, Some(&admin), body);
            assert_eq!(told.status, 201, "{path} {body}: {}", told.body);
        }
        fixture
    }

    fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (service, db) = runtime.block_on(async {
            let db = Db::connect(DatabaseConfig {
                url: format!("sqlite:{}", folder.path().join("test.db").display()),
                readers: 2,
                busy_timeout: Duration::from_secs(10),
                statement_timeout: Duration::from_secs(10),
            })
            .unwrap()
            .with_keys(Arc::new(KeyRing::parse(&KeyRing::generate().unwrap()).unwrap()));
            migration::apply(&db, MIGRATIONS).await.unwrap();
            let engine = Engine::new(Arc::new(Catalogue::new(MODELS)), db.clone());
            let gate = Gate::new(engine.clone(), MODELS);
            let roles = ["flight-viewer", "flight-admin", "fleet-viewer"];
            gate.accounts().ensure_roles(&origin(), &roles).await.unwrap();
            let service = Service {
                engine,
                gate,
                about: About { name: "test", version: "1.0.0" },
                limits: Limits { body_bytes_max: 2048, bulk_records_max: 5 },
                rates: Rates::new(None),
                payloads: PayloadForm::Clear,
                public_url: Some("http://api".to_owned()),
                health: Health::new(db.clone(), MIGRATIONS),
                metrics: Metrics::new(db.clone(), Some(Audience::Role("fleet-viewer".to_owned()))),
                workplace: Workplace::new(db.database(), tokio::runtime::Handle::current()),
            };
            (service, db)
        });
        Self { runtime, service: Arc::new(service), db, folder }
    }

    /// Lets each caller ask so often in all: the clock stands.
    pub(super) fn hold_to(&mut self, requests: u32) {
        let now = Instant::now();
        let limit = RateLimit { per_second: 1, burst: requests };
        let service = Arc::get_mut(&mut self.service).expect("nobody is served now");
        service.rates = Rates::with_clock(Some(limit), Box::new(move || now));
    }

    /// An `Authorization` header of a new user.
    pub(super) fn token(&self, user: &str, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
        let saved = self.on_runtime(async |gate| gate.accounts().save(&origin(), user, &groups).await.unwrap());
        format!("Token {user} {}", saved.token.unwrap().reveal())
    }

    /// For a test that serves for itself.
    pub(super) fn into_parts(self) -> (Runtime, Arc<Service>, TempDir) {
        (self.runtime, self.service, self.folder)
    }

    /// Takes a table away, as an older version of the program would.
    pub(super) fn revert_migrations(&self) {
        self.runtime.block_on(migration::revert(&self.db, MIGRATIONS, &migration::Extent::Latest)).unwrap();
    }

    pub(super) fn on_runtime<T>(&self, work: impl AsyncFnOnce(&Gate) -> T) -> T {
        self.runtime.block_on(work(&self.service.gate))
    }

    pub(super) fn get(&self, path: &str, authorization: Option<&String>) -> Told {
        self.send("GET", path, authorization, "")
    }

    pub(super) fn send(&self, method: &str, path: &str, authorization: Option<&String>, body: &str) -> Told {
        let content_type = (!body.is_empty()).then_some("application/json");
        self.ask(&Ask { method, path, authorization: authorization.cloned(), content_type, body, ..Ask::default() })
    }

    pub(super) fn ask(&self, ask: &Ask<'_>) -> Told {
        rt::System::new().block_on(async {
            let app = App::new().app_data(Data::from(Arc::clone(&self.service))).default_service(web::to(handle));
            let app = test::init_service(app).await;
            let method = ask.method.parse().unwrap();
            let mut request = test::TestRequest::default().method(method).uri(ask.path);
            if let Some(authorization) = &ask.authorization {
                request = request.insert_header(("authorization", authorization.as_str()));
            }
            if let Some(content_type) = ask.content_type {
                request = request.insert_header(("content-type", content_type));
            }
            request = request.insert_header(("x-request-id", ask.request_id.unwrap_or("test")));
            if let Some(user_agent) = ask.user_agent {
                request = request.insert_header(("user-agent", user_agent));
            }
            for header in ask.headers {
                request = request.insert_header(*header);
            }
            let response = test::call_service(&app, request.set_payload(ask.body.to_owned()).to_request()).await;
            let status = response.status().as_u16();
            let mut headers: Vec<(String, String)> = response
                .headers()
                .iter()
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                .collect();
            headers.sort();
            let body = test::read_body(response).await;
            Told { status, headers, body: String::from_utf8(body.to_vec()).unwrap() }
        })
    }
}

impl Told {
    pub(super) fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

fn origin() -> Origin {
    Origin { user: "test".to_owned(), from: "test".to_owned() }
}
