//! Settings of one process, from environment variables and flags. Every wrong value is reported at once, by its variable.

mod describe;
mod read;
mod serving;

pub(crate) use read::{SettingError, Variables};
pub(crate) use serving::{LogFormat, ServingSettings};

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use crate::crypto::{KeyRing, Token};
use crate::data::QueryLimits;

/// What may differ between two processes of the same application.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// `DATABASE_URL`: `sqlite:PATH`, `postgres://…` or `mysql://…`.
    pub database_url: String,
    /// `ZIMAGI_DATABASE_READERS`: connections that read at the same time.
    pub database_readers: u32,
    /// `ZIMAGI_DATABASE_BUSY_TIMEOUT_MS`: how long a write waits for another one.
    pub database_busy_timeout_ms: u64,
    /// `ZIMAGI_DATABASE_STATEMENT_TIMEOUT_MS`: how long a statement may take.
    pub database_statement_timeout_ms: u64,
    /// `ZIMAGI_HOST`: the address that servers listen on.
    pub host: IpAddr,
    /// `ZIMAGI_DATA_PORT`: the port of the data API; 0 lets the system choose.
    pub data_port: u16,
    /// `ZIMAGI_PUBLIC_URL`: how callers reach the data API, if not by the address in their `Host` header.
    pub public_url: Option<String>,
    /// `ZIMAGI_FILES`: the folder that import files are read from.
    pub files: PathBuf,
    /// `ZIMAGI_LOG`: what is logged, in the form of tracing's filters; by default more while serving than for one command.
    pub log_filter: Option<String>,
    /// `ZIMAGI_SQL_TRACE`: a file to which every statement is written.
    pub sql_trace: Option<PathBuf>,
    /// `ZIMAGI_ADMIN_TOKEN`: the token of `admin`, taken while it has none.
    pub admin_token: Option<Token>,
    /// `ZIMAGI_ENCRYPTION_KEYS`: the keys for encrypted fields, `ID:KEY,ID:KEY`; the first one encrypts, all decrypt.
    pub encryption_keys: Option<Arc<KeyRing>>,
    /// `ZIMAGI_QUERY_…`: how much one question may ask for.
    pub query: QueryLimits,
    /// `ZIMAGI_BODY_BYTES_MAX`: the most bytes in the body of a request.
    pub body_bytes_max: u64,
    /// `ZIMAGI_BULK_RECORDS_MAX`: how many records one call may write.
    pub bulk_records_max: usize,
    /// `ZIMAGI_SHUTDOWN_SECONDS`: how long requests may go on after a signal to stop.
    pub shutdown_seconds: u64,
    /// `ZIMAGI_LEASE_MS`: after how long a silent process loses its runs.
    pub lease_ms: u64,
    /// How the server is reached and watched.
    pub serving: ServingSettings,
}

impl Settings {
    /// Reads the settings of the application `name`.
    ///
    /// # Errors
    ///
    /// Every variable whose value cannot be used.
    pub(crate) fn read(name: &str, variables: &Variables<'_>) -> Result<Self, Vec<SettingError>> {
        let mut reader = read::Reader::new(variables);
        let settings = Self {
            database_url: reader.text("DATABASE_URL").unwrap_or_else(|| format!("sqlite:{name}.db")),
            database_readers: reader.number("ZIMAGI_DATABASE_READERS", 4, 1..=256),
            database_busy_timeout_ms: reader.number("ZIMAGI_DATABASE_BUSY_TIMEOUT_MS", 10_000, 1..=600_000),
            database_statement_timeout_ms: reader.number("ZIMAGI_DATABASE_STATEMENT_TIMEOUT_MS", 30_000, 1..=3_600_000),
            host: reader.host("ZIMAGI_HOST"),
            data_port: reader.number("ZIMAGI_DATA_PORT", 5323, 0..=u16::MAX),
            public_url: reader.url("ZIMAGI_PUBLIC_URL"),
            files: reader.text("ZIMAGI_FILES").map_or_else(|| PathBuf::from("."), PathBuf::from),
            log_filter: reader.log_filter("ZIMAGI_LOG"),
            sql_trace: reader.text("ZIMAGI_SQL_TRACE").map(PathBuf::from),
            admin_token: reader.token("ZIMAGI_ADMIN_TOKEN"),
            encryption_keys: reader.keys("ZIMAGI_ENCRYPTION_KEYS"),
            query: reader.query_limits(),
            body_bytes_max: reader.number("ZIMAGI_BODY_BYTES_MAX", 1_048_576, 1_024..=1_073_741_824),
            bulk_records_max: reader.number("ZIMAGI_BULK_RECORDS_MAX", 10_000, 1..=1_000_000),
            shutdown_seconds: reader.number("ZIMAGI_SHUTDOWN_SECONDS", 30, 0..=3_600),
            lease_ms: reader.number("ZIMAGI_LEASE_MS", 15_000, 100..=3_600_000),
            serving: ServingSettings::read(&mut reader),
        };
        reader.finish(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, Vec<SettingError>> {
        let find = |name: &str| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned());
        Settings::read("shop", &Variables::new(&find))
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.database_url, "sqlite:shop.db");
        assert_eq!((settings.host.to_string().as_str(), settings.data_port), ("127.0.0.1", 5323));
    }

    #[test]
    fn every_wrong_value_is_named_and_secrets_are_not_repeated() {
        let wrong = [
            ("ZIMAGI_DATA_PORT", "70000"),
            ("ZIMAGI_HOST", "nowhere"),
            ("ZIMAGI_LEASE_MS", "soon"),
            ("ZIMAGI_PUBLIC_URL", "shop.example"),
            ("ZIMAGI_ADMIN_TOKEN", "hunter2"),
            ("ZIMAGI_ENCRYPTION_KEYS", "2026:hunter2"),
            ("ZIMAGI_LOG", "info=loud"),
        ];
        let texts: Vec<String> = read(&wrong).unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(
            texts,
            [
                "ZIMAGI_HOST: `nowhere` is not an IP address",
                "ZIMAGI_DATA_PORT: `70000` is not a whole number from 0 to 65535",
                "ZIMAGI_PUBLIC_URL: `shop.example` is not a URL that starts with http:// or https:// and ends without a slash",
                "ZIMAGI_LOG: `info=loud` is not a filter like `info` or `warn,zimagi_runtime=debug`",
                "ZIMAGI_ADMIN_TOKEN: a token must have at least 32 characters",
                "ZIMAGI_ENCRYPTION_KEYS: a key has 64 hexadecimal digits: `openssl rand -hex 32` makes one",
                "ZIMAGI_LEASE_MS: `soon` is not a whole number from 100 to 3600000",
            ]
        );
    }

    #[test]
    fn callers_have_a_rate_unless_it_is_taken_away() {
        let lines = |settings: Settings| settings.describe().join("\n");
        let told = lines(read(&[]).unwrap());
        assert!(told.ends_with("ZIMAGI_REQUESTS_PER_SECOND=1000\nZIMAGI_REQUESTS_BURST=2000"), "{told}");
        let told = lines(read(&[("ZIMAGI_REQUESTS_PER_SECOND", "0")]).unwrap());
        assert!(told.ends_with("ZIMAGI_REQUESTS_PER_SECOND=0"), "{told}");
    }

    #[test]
    fn what_is_printed_masks_secrets() {
        let token = "0123456789abcdef0123456789abcdef";
        let pairs = [("DATABASE_URL", "postgres://ada:hunter2@db/shop"), ("ZIMAGI_ADMIN_TOKEN", token)];
        let keys = format!("2026:{token}{token}");
        let pairs = [pairs[0], pairs[1], ("ZIMAGI_ENCRYPTION_KEYS", keys.as_str())];
        let lines = read(&pairs).unwrap().describe().join("\n");
        assert!(lines.contains("DATABASE_URL=postgres://ada:***@db/shop\n"), "{lines}");
        assert!(lines.contains("ZIMAGI_ADMIN_TOKEN=***\n"), "{lines}");
        assert!(lines.contains("ZIMAGI_ENCRYPTION_KEYS=***\n"), "{lines}");
        assert!(!lines.contains("hunter2") && !lines.contains(token));
    }
}
