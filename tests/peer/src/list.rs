//! A hand-written handler for one filter over two relations: a page of twenty and the exact total, by prepared statements.

use std::sync::{Mutex, MutexGuard};

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Query};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::access::may_view_flights;
use crate::connection::open_for_reading;
use crate::failure::Failure;
use crate::flight::{COLUMNS, Flight};

const TOTAL: &str = "SELECT count(*) FROM nycflights_flight WHERE \
    plane_id IN (SELECT tail_number FROM nycflights_plane WHERE manufacturer = ?1) AND \
    origin_id IN (SELECT faa FROM nycflights_airport WHERE instr(name, ?2) > 0)";

const FILTER: &str = "EXISTS (SELECT 1 FROM nycflights_plane p WHERE p.tail_number = f.plane_id AND p.manufacturer = ?1) AND \
    EXISTS (SELECT 1 FROM nycflights_airport a WHERE a.faa = f.origin_id AND instr(a.name, ?2) > 0)";

/// What a caller may ask for.
#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(rename = "plane.manufacturer")]
    manufacturer: String,
    #[serde(rename = "origin.name.contains")]
    airport: String,
    count: i64,
    page: i64,
}

#[derive(Debug, Serialize)]
struct Page {
    count: i64,
    results: Vec<Flight>,
}

/// Connections that nobody uses right now.
struct Database {
    path: String,
    idle: Mutex<Vec<Connection>>,
}

/// Serves on a port that the system chooses, and prints where.
pub(crate) fn serve(database: &str) -> Result<(), Failure> {
    let path = database.to_owned();
    actix_web::rt::System::new().block_on(async move {
        let database = Data::new(Database { path, idle: Mutex::default() });
        let app = move || App::new().app_data(database.clone()).route("/flight/", web::get().to(list));
        let server =
            HttpServer::new(app).workers(std::thread::available_parallelism()?.get()).bind(("127.0.0.1", 0))?;
        println!("http://{}/", server.addrs()[0]);
        server.run().await?;
        Ok(())
    })
}

async fn list(request: HttpRequest, database: Data<Database>, asked: Query<Asked>) -> HttpResponse {
    let authorization = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let authorization = authorization.unwrap_or_default().to_owned();
    let host = request.connection_info().host().to_owned();
    let answered = web::block(move || {
        database.with(|connection| {
            let may_view = may_view_flights(connection, &authorization)?;
            may_view.then(|| read_page(connection, &asked, &host)).transpose()
        })
    });
    match answered.await {
        Ok(Ok(Some(page))) => HttpResponse::Ok().json(page),
        Ok(Ok(None)) => HttpResponse::Unauthorized().finish(),
        Ok(Err(_)) | Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

impl Database {
    /// Works with an idle connection, or a new one.
    fn with<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        let idle = self.idle().pop();
        let connection = idle.map_or_else(|| open_for_reading(&self.path), Ok)?;
        let worked = work(&connection);
        self.idle().push(connection);
        worked
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().expect("nobody panics while holding it")
    }
}

fn read_page(connection: &Connection, asked: &Asked, host: &str) -> rusqlite::Result<Page> {
    let base = format!("http://{host}");
    let filter = (&asked.manufacturer, &asked.airport);
    let count = connection.prepare_cached(TOTAL)?.query_row(filter, |row| row.get(0))?;
    let select = format!(
        "SELECT {COLUMNS} FROM nycflights_flight f WHERE {FILTER} ORDER BY departure_delay DESC NULLS LAST, id LIMIT ?3 OFFSET ?4"
    );
    let mut select = connection.prepare_cached(&select)?;
    let offset = (asked.page - 1) * asked.count;
    let rows = select.query_map(params![filter.0, filter.1, asked.count, offset], |row| Flight::read(row, &base))?;
    Ok(Page { count, results: rows.collect::<Result<_, _>>()? })
}
