//! A client that reads an answer while it comes, as fast or as slowly as it is told, and keeps nothing of it.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::super::application::Server;
use crate::error::TaskError;

/// An answer whose first byte has come.
pub(super) struct Stream {
    body: BufReader<TcpStream>,
    target: String,
    pub(super) opened: Instant,
    /// How long the first byte of the body took.
    pub(super) first_byte: Duration,
}

/// How long the other side may be silent.
const PATIENCE: Duration = Duration::from_secs(60);
const PIECE_BYTES: usize = 256 * 1024;

impl Stream {
    /// Asks, and waits for the beginning of the answer.
    pub(super) fn open(server: &Server, target: &str, user: &str) -> Result<Self, TaskError> {
        let opened = Instant::now();
        let mut body = ask(server, target, user).map_err(unanswered(target))?;
        let status = read_head(&mut body).map_err(unanswered(target))?;
        if !status.contains(" 200 ") {
            return Err(TaskError::wrong(target, "status 200", status.trim_end()));
        }
        body.fill_buf().map_err(unanswered(target))?;
        Ok(Self { body, target: target.to_owned(), opened, first_byte: opened.elapsed() })
    }

    /// How many lines there are to the end.
    pub(super) fn lines(mut self) -> Result<u64, TaskError> {
        let mut lines = 0;
        while let Some(found) = lines_of_chunk(&mut self.body).map_err(unanswered(&self.target))? {
            lines += found;
        }
        Ok(lines)
    }

    /// Reads a little; an end would be a mistake.
    pub(super) fn sip(&mut self, bytes: usize) -> Result<(), TaskError> {
        self.body.read_exact(&mut vec![0; bytes]).map_err(unanswered(&self.target))
    }
}

fn ask(server: &Server, target: &str, user: &str) -> io::Result<BufReader<TcpStream>> {
    let host = server.address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(format!("GET {target} HTTP/1.1\r\nhost: {host}\r\nauthorization: {user}\r\n\r\n").as_bytes())?;
    Ok(BufReader::with_capacity(PIECE_BYTES, stream))
}

/// Reads to the beginning of the body, and gives the line of the status.
fn read_head(stream: &mut impl BufRead) -> io::Result<String> {
    let (mut status, mut line) = (String::new(), String::new());
    stream.read_line(&mut status)?;
    while stream.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    Ok(status)
}

/// The lines that end in the next chunk; nothing after the last one.
fn lines_of_chunk(stream: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = String::new();
    stream.read_line(&mut length)?;
    let mut open = usize::from_str_radix(length.trim(), 16).map_err(io::Error::other)?;
    let is_last = open == 0;
    let mut lines = 0;
    while open > 0 {
        let piece = stream.fill_buf()?;
        let piece = &piece[..piece.len().min(open)];
        if piece.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        lines += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
        let length = piece.len();
        stream.consume(length);
        open -= length;
    }
    stream.read_line(&mut length)?;
    Ok((!is_last).then_some(lines))
}

fn unanswered(target: &str) -> impl FnOnce(io::Error) -> TaskError {
    let target = target.to_owned();
    move |error| TaskError::wrong(&target, "an answer", &error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_server_wrote_is_counted() {
        let mut stream = "4\r\na\nb\n\r\n3\r\ncd\n\r\n0\r\n\r\n".as_bytes();
        let found: Vec<u64> = std::iter::from_fn(|| lines_of_chunk(&mut stream).unwrap()).collect();
        assert_eq!(found, [2, 1]);
        assert!(lines_of_chunk(&mut "9\r\nshort".as_bytes()).is_err());
    }
}
