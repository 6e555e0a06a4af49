//! Exports: rows go to the caller as they are read, so that memory does not grow with the answer.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header;
use bytes::Bytes;
use tokio::sync::mpsc;

use super::answer::{Answer, CSV, Chunks, Content, Interrupted, JSON, NDJSON};
use super::error::ApiError;
use super::service::Service;
use crate::data::{DataError, ExportFormat, ExportQuery};
use crate::permit::Permit;

/// How many chunks may wait for a slow caller.
const CHUNKS_MAX: usize = 4;

/// Starts an export. A mistake that shows before the first rows is an error as any other.
pub(super) async fn answer(
    service: &Service,
    permit: Arc<Permit>,
    type_: String,
    format: ExportFormat,
    pairs: Vec<(String, String)>,
) -> Result<Answer, ApiError> {
    let (sender, mut chunks) = mpsc::channel(CHUNKS_MAX);
    let query = ExportQuery::from_pairs(format, pairs);
    let engine = service.engine.clone();
    let (failing, mut failure) = mpsc::channel(1);
    tokio::spawn(async move {
        if let Err(error) = engine.export(&permit, &type_, &query, sender).await {
            // Nobody listens any more if the caller went away.
            let _ = failing.send(error).await;
        }
    });
    match chunks.recv().await {
        Some(first) => Ok(stream(format, first, chunks, failure)),
        None => match failure.recv().await {
            Some(error) => Err(error.into()),
            None => Ok(stream(format, Bytes::new(), chunks, failure)),
        },
    }
}

fn stream(
    format: ExportFormat,
    first: Bytes,
    chunks: mpsc::Receiver<Bytes>,
    failure: mpsc::Receiver<DataError>,
) -> Answer {
    let (sender, rest) = mpsc::channel(1);
    tokio::spawn(forward(chunks, failure, sender));
    let chunks = Chunks { first, rest };
    let answer = Answer::empty(StatusCode::OK);
    match format {
        ExportFormat::Json => Answer { content: Content::Stream(JSON, chunks), ..answer },
        ExportFormat::Ndjson => Answer { content: Content::Stream(NDJSON, chunks), ..answer },
        ExportFormat::Csv => Answer { content: Content::Stream(CSV, chunks), ..answer }
            .with_header(header::CONTENT_DISPOSITION, "attachment; filename=\"zimagi-export-data.csv\""),
    }
}

/// Passes chunks on, and the failure after the last one.
async fn forward(
    mut chunks: mpsc::Receiver<Bytes>,
    mut failure: mpsc::Receiver<DataError>,
    sender: mpsc::Sender<Result<Bytes, Interrupted>>,
) {
    while let Some(chunk) = chunks.recv().await {
        if sender.send(Ok(chunk)).await.is_err() {
            return;
        }
    }
    if let Some(error) = failure.recv().await {
        tracing::error!(?error, "an export failed after its first rows");
        let _ = sender.send(Err(Interrupted)).await;
    }
}
