//! The server: routes, and what they have in common. Each handler is what one would write for it alone.

use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{self, Data, Json, Path, Query};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use serde::Serialize;

use crate::access::{Wish, is_allowed};
use crate::create::{Bulk, NewFlight, insert};
use crate::database::Database;
use crate::failure::Failure;
use crate::page::{Asked, read_page};
use crate::plane::{AskedPlanes, read_planes};
use crate::record::read_record;

/// Serves on a port that the system chooses, and prints where.
pub(crate) fn serve(database: &str) -> Result<(), Failure> {
    let database = Data::new(Database::open(database)?);
    actix_web::rt::System::new().block_on(async move {
        let app = move || {
            App::new()
                .app_data(database.clone())
                .route("/flight/", web::get().to(flights))
                .route("/flight/", web::post().to(create))
                .route("/flight/bulk/", web::post().to(create_many))
                .route("/flight/{id}/", web::get().to(flight))
                .route("/plane/", web::get().to(planes))
        };
        let server =
            HttpServer::new(app).workers(std::thread::available_parallelism()?.get()).bind(("127.0.0.1", 0))?;
        println!("http://{}/", server.addrs()[0]);
        server.run().await?;
        Ok(())
    })
}

async fn flights(request: HttpRequest, database: Data<Database>, asked: Query<Asked>) -> HttpResponse {
    let (authorization, base) = head(&request);
    let read = move || {
        database.read(|connection| {
            let may_view = is_allowed(connection, &authorization, Wish::View)?;
            may_view.then(|| read_page(connection, &asked, &base)).transpose()
        })
    };
    answer(StatusCode::OK, read).await
}

async fn flight(request: HttpRequest, database: Data<Database>, id: Path<String>) -> HttpResponse {
    let (authorization, base) = head(&request);
    let read = move || {
        database.read(|connection| {
            let may_view = is_allowed(connection, &authorization, Wish::View)?;
            may_view.then(|| read_record(connection, &id, &base)).transpose()
        })
    };
    answer(StatusCode::OK, read).await
}

async fn planes(request: HttpRequest, database: Data<Database>, asked: Query<AskedPlanes>) -> HttpResponse {
    let (authorization, base) = head(&request);
    let read = move || {
        database.read(|connection| {
            let may_view = is_allowed(connection, &authorization, Wish::View)?;
            may_view.then(|| read_planes(connection, &asked, &base)).transpose()
        })
    };
    answer(StatusCode::OK, read).await
}

async fn create(request: HttpRequest, database: Data<Database>, flight: Json<NewFlight>) -> HttpResponse {
    let (authorization, base) = head(&request);
    let write = move || {
        let may_edit = database.read(|connection| is_allowed(connection, &authorization, Wish::Edit))?;
        let write = || {
            database.write(|transaction| {
                let id = insert(transaction, &flight)?;
                read_record(transaction, &id, &base)
            })
        };
        may_edit.then(write).transpose()
    };
    answer(StatusCode::CREATED, write).await
}

async fn create_many(request: HttpRequest, database: Data<Database>, bulk: Json<Bulk>) -> HttpResponse {
    let (authorization, _) = head(&request);
    let write = move || {
        let may_edit = database.read(|connection| is_allowed(connection, &authorization, Wish::Edit))?;
        let write = || {
            database.write(|transaction| {
                bulk.records.iter().map(|flight| insert(transaction, flight)).collect::<Result<Vec<_>, _>>()
            })
        };
        may_edit.then(write).transpose()
    };
    answer(StatusCode::OK, write).await
}

/// Who asks, and by which address.
fn head(request: &HttpRequest) -> (String, String) {
    let authorization = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    (authorization.unwrap_or_default().to_owned(), format!("http://{}", request.connection_info().host()))
}

/// Works where blocking is no harm. Nothing is what those get who may not.
async fn answer<T: Serialize + Send + 'static>(
    status: StatusCode,
    work: impl FnOnce() -> rusqlite::Result<Option<T>> + Send + 'static,
) -> HttpResponse {
    match web::block(work).await {
        Ok(Ok(Some(found))) => HttpResponse::build(status).json(found),
        Ok(Ok(None)) => HttpResponse::Unauthorized().finish(),
        Ok(Err(rusqlite::Error::QueryReturnedNoRows)) => HttpResponse::NotFound().finish(),
        Ok(Err(_)) | Err(_) => HttpResponse::InternalServerError().finish(),
    }
}
