//! A proxy before a database server: it can be cut, and mended.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Passes bytes on while it is whole; while it is cut, connections end at once.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    line: Arc<Mutex<Line>>,
}

#[derive(Debug, Default)]
struct Line {
    is_cut: bool,
    open: Vec<TcpStream>,
}

impl Proxy {
    /// A proxy before the server at `target`, an address with a port.
    ///
    /// # Panics
    ///
    /// If no port can be opened.
    #[must_use]
    pub fn before(target: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be opened");
        let address = listener.local_addr().expect("a socket has an address");
        let line = Arc::new(Mutex::new(Line::default()));
        let (target, shared) = (target.to_owned(), Arc::clone(&line));
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                connect(caller, &target, &shared);
            }
        });
        Self { address, line }
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends all connections, and every new one.
    pub fn cut(&self) {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        line.is_cut = true;
        for stream in line.open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Lets new connections through.
    pub fn mend(&self) {
        self.line.lock().unwrap_or_else(PoisonError::into_inner).is_cut = false;
    }
}

fn connect(caller: TcpStream, target: &str, line: &Mutex<Line>) {
    let mut line = line.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(server) = (!line.is_cut).then(|| TcpStream::connect(target).ok()).flatten() else { return };
    for (from, to) in [(&caller, &server), (&server, &caller)] {
        let copies = (from.try_clone(), to.try_clone(), from.try_clone());
        let (Ok(from), Ok(to), Ok(kept)) = copies else { return };
        line.open.push(kept);
        thread::spawn(move || pass(from, to));
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream) {
    let mut part = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut part) {
        if to.write_all(&part[..length]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
