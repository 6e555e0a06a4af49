//! CSV as the official client reads it: the whole text as one JSON string, its line ends as `\\n`.
//!
//! The original sent it so, and its client takes nothing else. Everyone else gets CSV.

use actix_web::http::header;
use bytes::Bytes;
use tokio::sync::mpsc;

use super::answer::{Answer, Chunks, Content, Interrupted};
use super::request::Agent;

/// The answer in the form that the agent reads.
pub(super) fn for_agent(answer: Answer, agent: Agent) -> Answer {
    let content = match (agent, answer.content) {
        (Agent::Official, Content::Stream(type_, chunks)) => Content::Stream(type_, quoted(chunks)),
        (_, content) => content,
    };
    Answer { content, ..answer }.with_header(header::VARY, "User-Agent")
}

fn quoted(chunks: Chunks) -> Chunks {
    let (sender, rest) = mpsc::channel(1);
    tokio::spawn(quote_rest(chunks, sender));
    Chunks { first: Bytes::from_static(b"\""), rest }
}

async fn quote_rest(mut chunks: Chunks, sender: mpsc::Sender<Result<Bytes, Interrupted>>) {
    let mut next = Some(Ok(chunks.first));
    while let Some(chunk) = next {
        let quoted = chunk.map(|chunk| escape(&chunk));
        let is_last = quoted.is_err();
        if sender.send(quoted).await.is_err() || is_last {
            return;
        }
        next = chunks.rest.recv().await;
    }
    // Nobody listens any more if the caller went away.
    let _ = sender.send(Ok(Bytes::from_static(b"\""))).await;
}

/// What a JSON string holds for this part of a text. Only single bytes are escaped, so a part may end anywhere.
fn escape(text: &[u8]) -> Bytes {
    let mut escaped = Vec::with_capacity(text.len() + text.len() / 16);
    for byte in text {
        match byte {
            b'"' => escaped.extend_from_slice(b"\\\""),
            b'\\' => escaped.extend_from_slice(b"\\\\"),
            b'\n' => escaped.extend_from_slice(b"\\n"),
            // Lines end in CR LF; the client knows only the second.
            b'\r' => {}
            byte if *byte < b' ' => escaped.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            byte => escaped.push(*byte),
        }
    }
    Bytes::from(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_as_json_without_carriage_returns() {
        let escaped = escape("a,\"ü\"\t\\\r\nb\r\n".as_bytes());
        let literal = format!("\"{}\"", std::str::from_utf8(&escaped).unwrap());
        assert_eq!(literal, r#""a,\"ü\"\u0009\\\nb\n""#);
        assert_eq!(serde_json::from_str::<String>(&literal).unwrap(), "a,\"ü\"\t\\\nb\n");
    }
}
