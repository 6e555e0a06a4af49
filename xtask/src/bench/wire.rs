//! A lean HTTP client: the less the asking side takes, the more of a measurement is about the answering side.

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A connection that stays open.
pub(super) struct Wire {
    address: String,
    stream: Option<BufReader<TcpStream>>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

impl Wire {
    /// To `host:port`; connects when it is first asked.
    pub(super) fn new(address: &str) -> Self {
        Self { address: address.trim_start_matches("http://").to_owned(), stream: None }
    }

    /// Sends a request and reads its answer. A server may have closed a connection that was kept open: then it is asked once
    /// more on a new one.
    pub(super) fn ask(&mut self, request: &[u8]) -> io::Result<Reply> {
        if let Some(mut stream) = self.stream.take()
            && let Some(reply) = Self::exchange(&mut stream, request)?
        {
            self.stream = Some(stream);
            return Ok(reply);
        }
        let mut stream = self.connect()?;
        let reply = Self::exchange(&mut stream, request)?;
        self.stream = Some(stream);
        reply.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }

    /// Nothing if the other side had closed the connection before.
    fn exchange(stream: &mut BufReader<TcpStream>, request: &[u8]) -> io::Result<Option<Reply>> {
        let mut line = String::new();
        let sent = stream.get_mut().write_all(request).and_then(|()| stream.read_line(&mut line));
        match sent {
            Ok(0) => Ok(None),
            Ok(_) => read_reply(stream, &line).map(Some),
            Err(error) if matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset) => {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

fn read_reply(stream: &mut impl BufRead, status: &str) -> io::Result<Reply> {
    let status = status.split(' ').nth(1).and_then(|word| word.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let mut length = Length::Known(0);
    let mut line = String::new();
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        length = length.or(name, value.trim())?;
    }
    let mut body = Vec::new();
    match length {
        Length::Known(bytes) => {
            body.resize(bytes, 0);
            stream.read_exact(&mut body)?;
        }
        Length::Chunks => while read_chunk(stream, &mut body)? > 0 {},
    }
    Ok(Reply { status, body })
}

/// How the end of a body is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Known(usize),
    Chunks,
}

impl Length {
    /// What a header says about it.
    fn or(self, name: &str, value: &str) -> io::Result<Self> {
        if name.eq_ignore_ascii_case("content-length") {
            return value.parse().map(Self::Known).map_err(io::Error::other);
        }
        Ok(if name.eq_ignore_ascii_case("transfer-encoding") { Self::Chunks } else { self })
    }
}

/// Appends the next chunk and gives its length; the last one is empty.
fn read_chunk(stream: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<usize> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let bytes = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
    let start = body.len();
    body.resize(start + bytes, 0);
    stream.read_exact(&mut body[start..])?;
    line.clear();
    stream.read_line(&mut line)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reply {
        let mut stream = text.as_bytes();
        let mut line = String::new();
        stream.read_line(&mut line).unwrap();
        read_reply(&mut stream, &line).unwrap()
    }

    #[test]
    fn both_forms_of_bodies_are_read_to_their_end() {
        let known = read("HTTP/1.1 201 Created\r\nContent-Length: 5\r\nX: y\r\n\r\nhello, and more");
        assert_eq!(known, Reply { status: 201, body: b"hello".to_vec() });
        let chunks = read("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\nmore");
        assert_eq!(chunks, Reply { status: 200, body: b"hello".to_vec() });
        assert_eq!(read("HTTP/1.1 204 No Content\r\n\r\n"), Reply { status: 204, body: Vec::new() });
    }
}
