//! Settings as lines for the log, secrets masked.

use super::Settings;

const MASK: &str = "***";

impl Settings {
    /// One line a setting, `VARIABLE=value`; what is not set is left out.
    pub(crate) fn describe(&self) -> Vec<String> {
        let optional = [
            ("ZIMAGI_PUBLIC_URL", self.public_url.clone()),
            ("ZIMAGI_LOG", self.log_filter.clone()),
            ("ZIMAGI_SQL_TRACE", self.sql_trace.as_ref().map(|path| path.display().to_string())),
            ("ZIMAGI_ADMIN_TOKEN", self.admin_token.as_ref().map(|_| MASK.to_owned())),
            ("ZIMAGI_ENCRYPTION_KEYS", self.encryption_keys.as_ref().map(|_| MASK.to_owned())),
        ];
        let always = [
            ("DATABASE_URL", without_password(&self.database_url)),
            ("ZIMAGI_DATABASE_READERS", self.database_readers.to_string()),
            ("ZIMAGI_DATABASE_BUSY_TIMEOUT_MS", self.database_busy_timeout_ms.to_string()),
            ("ZIMAGI_DATABASE_STATEMENT_TIMEOUT_MS", self.database_statement_timeout_ms.to_string()),
            ("ZIMAGI_HOST", self.host.to_string()),
            ("ZIMAGI_DATA_PORT", self.data_port.to_string()),
            ("ZIMAGI_FILES", self.files.display().to_string()),
            ("ZIMAGI_QUERY_PATH_PARTS_MAX", self.query.path_parts_max.to_string()),
            ("ZIMAGI_QUERY_FILTERS_MAX", self.query.filters_max.to_string()),
            ("ZIMAGI_QUERY_LIST_MAX", self.query.list_max.to_string()),
            ("ZIMAGI_QUERY_GROUP_DEPTH_MAX", self.query.group_depth_max.to_string()),
            ("ZIMAGI_QUERY_FIELDS_MAX", self.query.fields_max.to_string()),
            ("ZIMAGI_QUERY_EMBED_DEPTH_MAX", self.query.embed_depth_max.to_string()),
            ("ZIMAGI_QUERY_EMBED_RELATIONS_MAX", self.query.embed_relations_max.to_string()),
            ("ZIMAGI_QUERY_RELATED_MAX", self.query.related_max.to_string()),
            ("ZIMAGI_QUERY_RELATED_TOTAL_MAX", self.query.related_total_max.to_string()),
            ("ZIMAGI_BODY_BYTES_MAX", self.body_bytes_max.to_string()),
            ("ZIMAGI_BULK_RECORDS_MAX", self.bulk_records_max.to_string()),
            ("ZIMAGI_SHUTDOWN_SECONDS", self.shutdown_seconds.to_string()),
            ("ZIMAGI_LEASE_MS", self.lease_ms.to_string()),
        ];
        let set = optional.into_iter().filter_map(|(name, value)| Some((name, value?)));
        set.chain(always).map(|(name, value)| format!("{name}={value}")).chain(self.serving.describe()).collect()
    }
}

/// The URL with its password masked, also one in its query. A text that is no URL is a path and has none.
pub(crate) fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (address, query) = rest.split_once('?').map_or((rest, None), |(address, query)| (address, Some(query)));
    let address = match address.rsplit_once('@') {
        Some((login, place)) => format!("{}@{place}", mask_after(login, ':')),
        None => address.to_owned(),
    };
    let query = query.map(|query| {
        let pairs = query
            .split('&')
            .map(|pair| if pair.contains("password") { mask_after(pair, '=') } else { pair.to_owned() });
        format!("?{}", pairs.collect::<Vec<_>>().join("&"))
    });
    format!("{scheme}://{address}{}", query.unwrap_or_default())
}

fn mask_after(text: &str, separator: char) -> String {
    text.split_once(separator).map_or_else(|| text.to_owned(), |(name, _)| format!("{name}{separator}{MASK}"))
}
