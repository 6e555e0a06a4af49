//! Settings of the server beyond its address: who may call from browsers, certificates, numbers, and the form of the log.

use std::path::PathBuf;

use super::read::Reader;
use crate::http::{Audience, PayloadForm, RateLimit, TlsFiles};

/// How a server is reached and watched.
#[derive(Debug, Clone)]
pub(crate) struct ServingSettings {
    /// `ZIMAGI_CORS_ORIGINS`: the origins whose pages may call the API, with commas; `*` for all.
    pub cors_origins: Vec<String>,
    /// `ZIMAGI_TLS_CERTIFICATE` and `ZIMAGI_TLS_KEY`: files in PEM form; with them the server speaks TLS only.
    pub tls: Option<TlsFiles>,
    /// `ZIMAGI_METRICS_ROLE`: the role whose members may read `/metrics`; `public` for anyone.
    pub metrics: Option<Audience>,
    /// `ZIMAGI_ENCRYPT_DATA_API`: whether payloads of the official client are encrypted with the key of its user.
    pub payloads: PayloadForm,
    /// `ZIMAGI_REQUESTS_PER_SECOND` and `ZIMAGI_REQUESTS_BURST`: how often one caller may ask; with no requests a second there is
    /// no limit.
    pub rate: Option<RateLimit>,
    /// `ZIMAGI_LOG_FORMAT`: `text` or `json`.
    pub log_format: LogFormat,
}

/// The form of lines in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    Text,
    /// One object a line.
    Json,
}

impl ServingSettings {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let metrics = reader.text("ZIMAGI_METRICS_ROLE").map(|role| match role.as_str() {
            "public" => Audience::Anyone,
            _ => Audience::Role(role),
        });
        Self {
            cors_origins: read_origins(reader),
            tls: read_tls(reader),
            metrics,
            payloads: read_payloads(reader),
            rate: read_rate(reader),
            log_format: read_format(reader),
        }
    }

    /// One line a setting; what is not set is left out.
    pub(super) fn describe(&self) -> Vec<String> {
        let path = |path: &PathBuf| path.display().to_string();
        let audience = |audience: &Audience| match audience {
            Audience::Anyone => "public".to_owned(),
            Audience::Role(role) => role.clone(),
        };
        let set = [
            ("ZIMAGI_CORS_ORIGINS", (!self.cors_origins.is_empty()).then(|| self.cors_origins.join(","))),
            ("ZIMAGI_TLS_CERTIFICATE", self.tls.as_ref().map(|files| path(&files.certificate))),
            ("ZIMAGI_TLS_KEY", self.tls.as_ref().map(|files| path(&files.key))),
            ("ZIMAGI_METRICS_ROLE", self.metrics.as_ref().map(audience)),
            ("ZIMAGI_ENCRYPT_DATA_API", (self.payloads == PayloadForm::Encrypted).then(|| "true".to_owned())),
            ("ZIMAGI_REQUESTS_PER_SECOND", Some(self.rate.map_or(0, |rate| rate.per_second).to_string())),
            ("ZIMAGI_REQUESTS_BURST", self.rate.map(|rate| rate.burst.to_string())),
            ("ZIMAGI_LOG_FORMAT", (self.log_format == LogFormat::Json).then(|| "json".to_owned())),
        ];
        set.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect()
    }
}

fn read_origins(reader: &mut Reader<'_>) -> Vec<String> {
    let Some(text) = reader.text("ZIMAGI_CORS_ORIGINS") else { return Vec::new() };
    let origins: Vec<_> = text.split(',').map(|origin| origin.trim().to_owned()).collect();
    let is_origin = |origin: &str| origin.starts_with("http://") || origin.starts_with("https://");
    if text == "*" || origins.iter().all(|origin| is_origin(origin) && !origin.ends_with('/')) {
        return origins;
    }
    let expected = "`*`, or a list with commas of origins like `https://shop.example`";
    reader.refuse("ZIMAGI_CORS_ORIGINS", text, expected.to_owned());
    Vec::new()
}

fn read_tls(reader: &mut Reader<'_>) -> Option<TlsFiles> {
    match (reader.text("ZIMAGI_TLS_CERTIFICATE"), reader.text("ZIMAGI_TLS_KEY")) {
        (Some(certificate), Some(key)) => Some(TlsFiles { certificate: certificate.into(), key: key.into() }),
        (None, None) => None,
        (Some(_), None) => {
            reader.refuse("ZIMAGI_TLS_KEY", String::new(), "the file with the certificate's key".to_owned());
            None
        }
        (None, Some(_)) => {
            reader.refuse("ZIMAGI_TLS_CERTIFICATE", String::new(), "the file with the key's certificate".to_owned());
            None
        }
    }
}

fn read_payloads(reader: &mut Reader<'_>) -> PayloadForm {
    let text = reader.text("ZIMAGI_ENCRYPT_DATA_API").unwrap_or_default();
    match text.to_ascii_lowercase().as_str() {
        "" | "false" => PayloadForm::Clear,
        "true" => PayloadForm::Encrypted,
        _ => {
            reader.refuse("ZIMAGI_ENCRYPT_DATA_API", text, "`true` or `false`".to_owned());
            PayloadForm::Clear
        }
    }
}

/// The default is far beyond what a person or a page asks, and ends what asks by mistake without a pause.
fn read_rate(reader: &mut Reader<'_>) -> Option<RateLimit> {
    let per_second = reader.number("ZIMAGI_REQUESTS_PER_SECOND", 1_000, 0..=1_000_000);
    let burst = reader.number("ZIMAGI_REQUESTS_BURST", 2_000, 1..=1_000_000);
    (per_second > 0).then_some(RateLimit { per_second, burst })
}

fn read_format(reader: &mut Reader<'_>) -> LogFormat {
    match reader.text("ZIMAGI_LOG_FORMAT").as_deref() {
        None | Some("text") => LogFormat::Text,
        Some("json") => LogFormat::Json,
        Some(other) => {
            reader.refuse("ZIMAGI_LOG_FORMAT", other.to_owned(), "`text` or `json`".to_owned());
            LogFormat::Text
        }
    }
}
