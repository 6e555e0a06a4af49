//! The server: sockets, arbiters and the graceful end. What is answered is decided in `entry`.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, Condition};
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer};

use super::cors::cors;
use super::entry::handle;
use super::service::Service;
use super::tls::{self, TlsFiles};

/// Where and how the data API listens.
#[derive(Debug, Clone)]
pub(crate) struct ServerOptions {
    pub address: SocketAddr,
    /// How long requests may go on after the server was told to stop.
    pub patience: Duration,
    /// Threads that parse requests and send answers; the work itself is done elsewhere.
    pub arbiters: usize,
    /// Whose pages may call from browsers.
    pub cors_origins: Vec<String>,
    /// Where the certificate is, if the server speaks TLS.
    pub tls: Option<TlsFiles>,
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
        let origins = options.cors_origins;
        let app = move || {
            let app = App::new().wrap(Compress::default()).wrap(Condition::new(!origins.is_empty(), cors(&origins)));
            app.app_data(service.clone()).default_service(web::to(handle))
        };
        let server = HttpServer::new(app)
            .workers(options.arbiters)
            .client_request_timeout(HEAD_PATIENCE)
            .keep_alive(KEEP_ALIVE)
            .shutdown_timeout(options.patience.as_secs())
            .disable_signals();
        let server = match &options.tls {
            Some(files) => server.listen_rustls_0_23(listener, tls::config(files)?)?,
            None => server.listen(listener)?,
        };
        Ok(Self { server: server.run(), address })
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
