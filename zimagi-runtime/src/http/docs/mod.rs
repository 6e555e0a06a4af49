//! `/docs/`: the document as a page in which requests can be tried. Everything comes from the binary, nothing from elsewhere.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use actix_web::http::StatusCode;
use actix_web::http::header;
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;
use zip::ZipArchive;

use super::answer::{Answer, Content, HTML};
use super::error::ApiError;

/// A file of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DocsFile {
    Page,
    Start,
    Script,
    Style,
}

/// Only what the binary carries may run, and nobody may frame it. The page sets styles of its elements.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

impl DocsFile {
    /// The file of this name below `/docs/`.
    pub(super) fn find(name: &str) -> Option<Self> {
        match name {
            "" => Some(Self::Page),
            "start.js" => Some(Self::Start),
            "swagger-ui-bundle.js" => Some(Self::Script),
            "swagger-ui.css" => Some(Self::Style),
            _ => None,
        }
    }
}

/// The file.
pub(super) fn answer(file: DocsFile) -> Result<Answer, ApiError> {
    let content = match file {
        DocsFile::Page => Content::Whole(HTML, include_bytes!("page.html").to_vec()),
        DocsFile::Start => Content::Whole("text/javascript; charset=utf-8", include_bytes!("start.js").to_vec()),
        DocsFile::Script => Content::Whole("text/javascript; charset=utf-8", unpack("/dist/swagger-ui-bundle.js")?),
        DocsFile::Style => Content::Whole("text/css; charset=utf-8", unpack("/dist/swagger-ui.css")?),
    };
    let answer = Answer { content, ..Answer::empty(StatusCode::OK) };
    Ok(answer
        .with_header(header::CONTENT_SECURITY_POLICY, POLICY)
        .with_header(header::REFERRER_POLICY, "no-referrer")
        .with_header(header::CACHE_CONTROL, "public, max-age=86400"))
}

/// A file of the archive. It is unpacked for each browser anew, since hardly anyone asks and it would stay in memory.
fn unpack(end: &str) -> Result<Vec<u8>, ApiError> {
    let unpacked = || -> Result<Vec<u8>, zip::result::ZipError> {
        let mut archive = ZipArchive::new(Cursor::new(SWAGGER_UI_VENDORED))?;
        let is_meant = |name: &str| name.ends_with(end) && name.matches('/').count() == 2;
        let name = archive.file_names().flatten().find(|name| is_meant(name)).map(Cow::into_owned).unwrap_or_default();
        let mut content = Vec::new();
        archive.by_name(&name)?.read_to_end(&mut content)?;
        Ok(content)
    };
    unpacked().map_err(|error| {
        tracing::error!(%error, file = end, "the page of the documentation cannot be unpacked");
        ApiError::Broken
    })
}
