//! The server: sockets, arbiters and the graceful end. What is answered is decided in `entry`.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::Compress;
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer};

use super::entry::handle;
use super::service::Service;

/// Where and how the data API listens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ServerOptions {
    pub address: SocketAddr,
    /// How long requests may go on after the server was told to stop.
    pub patience: Duration,
    /// Threads that parse requests and send answers; the work itself is done elsewhere.
    pub arbiters: usize,
}

/// A data API that listens.
pub(crate) struct DataServer {
    server: Server,
    address: SocketAddr,
}

/// How long a client may take for the head of a request.
const HEAD_PATIENCE: Duration = Duration::from_secs(10);
const KEEP_ALIVE: Duration = Duration::from_secs(75);

impl DataServer {
    /// Opens the socket. Nothing is answered before [`DataServer::run`].
    pub(crate) fn bind(service: Arc<Service>, options: ServerOptions) -> io::Result<Self> {
        let listener = TcpListener::bind(options.address)?;
        let address = listener.local_addr()?;
        let service = Data::from(service);
        let app =
            move || App::new().wrap(Compress::default()).app_data(service.clone()).default_service(web::to(handle));
        let server = HttpServer::new(app)
            .workers(options.arbiters)
            .client_request_timeout(HEAD_PATIENCE)
            .keep_alive(KEEP_ALIVE)
            .shutdown_timeout(options.patience.as_secs())
            .disable_signals()
            .listen(listener)?
            .run();
        Ok(Self { server, address })
    }

    /// The address it listens on, with the port that the system chose if it was asked to.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers requests until `stop` is done and the requests of that moment are answered.
    pub(crate) async fn run(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        let mut server = self.server;
        let handle = server.handle();
        tokio::select! {
            ended = &mut server => ended,
            () = stop => tokio::join!(server, handle.stop(true)).0,
        }
    }
}
