//! A database with a few flights, once on each kind of database.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value as Json, json};
use tokio::sync::mpsc;
use zimagi_spec::names::Database;

use super::models::MODELS;
use super::schema::migrations;
use crate::crypto::KeyRing;
use crate::data::catalogue::Catalogue;
use crate::data::engine::Written;
use crate::data::hook::HooksEntry;
use crate::data::test_database::{Server, ServerDatabase};
use crate::data::{
    DataError, DatabaseConfig, Db, Engine, ExportFormat, ExportQuery, FileTrace, ListPage, Origin, Query, Terms, Turn,
    migration,
};
use crate::permit::Permit;

/// An engine over tables that are the test's own, and permits.
pub(super) struct Fixture {
    pub(super) engine: Engine,
    pub(super) admin: Permit,
    pub(super) platform: Permit,
}

pub(super) const BASE: &str = "http://h";

/// What the tests encrypt with.
pub(super) const KEYS: &str = "test:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Runs a test on each database.
pub(super) fn on_all(test: impl AsyncFn(&Fixture)) {
    on_sqlite(&test);
    let schema = PostgresSchema::create();
    run(&schema.url, &test);
    let database = ServerDatabase::new(Server::Mysql);
    run(&database.url, &test);
}

/// Runs a test on a file of its own.
pub(super) fn on_sqlite(test: impl AsyncFn(&Fixture)) {
    let folder = tempfile::tempdir().unwrap();
    run(&format!("sqlite:{}", folder.path().join("test.db").display()), &test);
}

fn run(url: &str, test: &impl AsyncFn(&Fixture)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let fixture = Fixture::new(url).await;
        fixture.fill().await;
        test(&fixture).await;
    });
}

/// A schema of its own that goes with the value: made in milliseconds, where a database takes a second.
struct PostgresSchema {
    server: String,
    name: String,
    url: String,
}

impl PostgresSchema {
    fn create() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = Server::Postgres.url();
        let name = format!("zimagi_engine_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mark = if server.contains('?') { '&' } else { '?' };
        let schema = Self { url: format!("{server}{mark}options=-csearch_path%3D{name}"), name, server };
        schema.say(&format!("CREATE SCHEMA {}", schema.name));
        schema
    }

    fn say(&self, words: &str) {
        postgres::Client::connect(&self.server, postgres::NoTls).unwrap().batch_execute(words).unwrap();
    }
}

impl Drop for PostgresSchema {
    fn drop(&mut self) {
        self.say(&format!("SET client_min_messages TO warning; DROP SCHEMA {} CASCADE", self.name));
    }
}

impl Fixture {
    async fn new(url: &str) -> Self {
        let db = Db::connect(DatabaseConfig {
            url: url.to_owned(),
            readers: 2,
            busy_timeout: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(10),
        })
        .unwrap()
        .with_keys(Arc::new(KeyRing::parse(KEYS).unwrap()));
        migration::apply(&db, &migrations(db.database())).await.unwrap();
        Self {
            engine: Engine::new(Arc::new(Catalogue::new(MODELS)), db),
            admin: Permit::decide(MODELS, &["admin"]),
            platform: Permit::platform(MODELS),
        }
    }

    /// Two airlines, two airports, three planes, four flights, two users.
    async fn fill(&self) {
        let hour = "2013-01-01T10:00:00Z";
        for (model, record) in [
            ("airline", json!({"code": "AA", "name": "American"})),
            ("airline", json!({"code": "UA", "name": "United"})),
            ("airport", json!({"faa": "JFK", "name": "John F Kennedy Intl", "latitude": 40.6})),
            ("airport", json!({"faa": "LGA", "name": "La Guardia", "latitude": 40.8})),
            ("plane", json!({"tail_number": "N1", "year": 1999, "manufacturer": "BOEING"})),
            ("plane", json!({"tail_number": "N2", "year": null, "manufacturer": "AIRBUS"})),
            ("plane", json!({"tail_number": "N3", "year": 2004, "manufacturer": "Boeing"})),
            ("flight", flight(hour, "UA", 1, ("JFK", Some("N1")), Some(11))),
            ("flight", flight(hour, "AA", 2, ("LGA", Some("N2")), Some(-4))),
            ("flight", flight(hour, "UA", 3, ("JFK", None), None)),
            ("flight", flight("2013-01-02T11:00:00Z", "UA", 4, ("JFK", Some("N3")), Some(90))),
            ("user", json!({"name": "ada", "born": "1815-12-10"})),
            ("user", json!({"name": "bob", "is_active": false})),
            ("watch", json!({"user": "ada", "airport": "JFK"})),
        ] {
            self.create(model, record).await.unwrap();
        }
    }

    /// The same with every statement shown to a trace.
    pub(super) fn traced(&self, trace: Arc<FileTrace>) -> Self {
        let db = self.engine.db().clone().with_trace(trace);
        Self {
            engine: Engine::new(Arc::new(Catalogue::new(MODELS)), db),
            admin: Permit::decide(MODELS, &["admin"]),
            platform: Permit::platform(MODELS),
        }
    }

    /// The same for an application with hooks.
    pub(super) fn hooked(&self, hooks: &[HooksEntry]) -> Self {
        let catalogue = Catalogue::new(MODELS).with_hooks(hooks);
        Self {
            engine: Engine::new(Arc::new(catalogue), self.engine.db().clone()),
            admin: Permit::decide(MODELS, &["admin"]),
            platform: Permit::platform(MODELS),
        }
    }

    pub(super) fn database(&self) -> Database {
        self.engine.db().database()
    }

    pub(super) fn permit(roles: &[&str]) -> Permit {
        Permit::decide(MODELS, roles)
    }

    pub(super) async fn create(&self, model: &str, record: Json) -> Result<Written, DataError> {
        self.engine.create(Terms::new(&self.admin, &origin(), BASE), model, object(record)).await
    }

    pub(super) async fn update(&self, model: &str, address: &str, record: Json) -> Result<Written, DataError> {
        self.engine.update(Terms::new(&self.admin, &origin(), BASE), model, address, object(record)).await
    }

    pub(super) async fn delete(&self, model: &str, address: &str) -> Result<(), DataError> {
        self.engine.delete(Terms::new(&self.admin, &origin(), BASE), model, address).await
    }

    pub(super) async fn get(&self, model: &str, address: &str) -> Result<Json, DataError> {
        let record = self.engine.get(&self.admin, model, address, BASE).await?;
        Ok(without_times(serde_json::from_slice(&record).unwrap()))
    }

    pub(super) async fn page(&self, permit: &Permit, model: &str, query: &str) -> Result<ListPage, DataError> {
        self.engine.list(permit, model, &Query::from_pairs(pairs(query)), BASE).await
    }

    /// The page that another names as its neighbour.
    pub(super) async fn turn(&self, model: &str, query: &str, turn: &Option<Turn>) -> ListPage {
        let query = match turn.as_ref().unwrap() {
            Turn::Page(page) => format!("{query}&page={page}"),
            Turn::Cursor(cursor) => format!("{query}&cursor={cursor}"),
        };
        self.page(&self.admin, model, &query).await.unwrap_or_else(|error| panic!("{query}: {error:?}"))
    }

    /// One field of each record of a page.
    pub(super) async fn list(&self, model: &str, query: &str, field: &str) -> String {
        let page = self.page(&self.admin, model, query).await.unwrap_or_else(|error| panic!("{query}: {error:?}"));
        let items: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
        let is_whole = page.next.is_none() && page.previous.is_none();
        assert!(!is_whole || page.total.is_none_or(|total| total == items.len() as u64), "{query}: {page:?}");
        let values =
            items.iter().map(|item| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned));
        values.collect::<Vec<_>>().join(" ")
    }

    /// The pieces of an export, one by one.
    pub(super) async fn pieces_of(&self, model: &str, format: ExportFormat, query: &str) -> Vec<bytes::Bytes> {
        let query = ExportQuery::from_pairs(format, pairs(query));
        let (sender, mut pieces) = mpsc::channel::<bytes::Bytes>(2);
        let gather = async {
            let mut all = Vec::new();
            while let Some(piece) = pieces.recv().await {
                all.push(piece);
            }
            all
        };
        let (result, pieces) = tokio::join!(self.engine.export(&self.admin, model, &query, sender), gather);
        result.unwrap();
        pieces
    }

    pub(super) async fn export(&self, permit: &Permit, format: ExportFormat, query: &str) -> Result<String, DataError> {
        self.export_of(permit, "flight", format, query).await
    }

    pub(super) async fn export_of(
        &self,
        permit: &Permit,
        model: &str,
        format: ExportFormat,
        query: &str,
    ) -> Result<String, DataError> {
        let query = ExportQuery::from_pairs(format, pairs(query));
        let (sender, mut pieces) = mpsc::channel::<bytes::Bytes>(2);
        let gather = async {
            let mut text = Vec::new();
            while let Some(piece) = pieces.recv().await {
                text.extend_from_slice(&piece);
            }
            String::from_utf8(text).unwrap()
        };
        let (result, text) = tokio::join!(self.engine.export(permit, model, &query, sender), gather);
        result.map(|()| text)
    }
}

pub(super) fn flight(
    hour: &str,
    carrier: &str,
    number: i64,
    (origin, plane): (&str, Option<&str>),
    delay: Option<i64>,
) -> Json {
    json!({"time_hour": hour, "carrier": carrier, "number": number, "origin": origin, "plane": plane, "delay": delay})
}

pub(super) fn origin() -> Origin {
    Origin { user: "ada".to_owned(), from: "127.0.0.1".to_owned() }
}

/// `a=1&b=2`, without any decoding.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn object(record: Json) -> serde_json::Map<String, Json> {
    match record {
        Json::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}

/// The times of writing differ from run to run.
pub(super) fn without_times(mut record: Json) -> Json {
    match &mut record {
        Json::Object(members) => {
            members.retain(|name, _| name != "created" && name != "updated");
            members.values_mut().for_each(|value| *value = without_times(value.take()));
        }
        Json::Array(items) => items.iter_mut().for_each(|item| *item = without_times(item.take())),
        _ => {}
    }
    record
}
