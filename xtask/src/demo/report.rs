//! What an import says of its rows.

use std::fmt;

use serde_json::Value as Json;

use crate::error::TaskError;

/// What became of the rows of one import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImportReport {
    pub(super) import: String,
    pub(super) read: u64,
    pub(super) stored: u64,
    pub(super) unchanged: u64,
    pub(super) rejected: u64,
    /// Relations left null because the source is empty.
    pub(super) empty: u64,
    /// Relations left null because the source names something that is not there.
    pub(super) unresolved: u64,
}

/// The reports in the output of `import`: lines of JSON after `import: `.
pub(super) fn read(output: &str) -> Result<Vec<ImportReport>, TaskError> {
    let lines = output.lines().filter_map(|line| line.strip_prefix("import: "));
    lines.map(|line| read_line(line).ok_or_else(|| TaskError::wrong("a report of `import`", "counts", line))).collect()
}

fn read_line(line: &str) -> Option<ImportReport> {
    let report: Json = serde_json::from_str(line).ok()?;
    let count = |name: &str| report[name].as_u64();
    let relations = report["relations"].as_array()?;
    let sum = |name: &str| relations.iter().map(|relation| relation[name].as_u64()).sum::<Option<u64>>();
    Some(ImportReport {
        import: report["import"].as_str()?.to_owned(),
        read: count("read")?,
        stored: count("stored")?,
        unchanged: count("unchanged")?,
        rejected: count("rejected")?,
        empty: sum("null")?,
        unresolved: sum("unresolved")?,
    })
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { import, read, stored, unchanged, rejected, empty, unresolved } = self;
        write!(f, "{import:10} {read:6} read, {stored:6} stored, {unchanged:6} unchanged, {rejected:4} rejected")?;
        if empty + unresolved > 0 {
            write!(f, "; without a plane: {empty} null, {unresolved} unresolved")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_read_from_their_lines() {
        let output = "flights: 3 rows read\nimport: {\"import\":\"flights\",\"read\":3,\"stored\":1,\"unchanged\":1,\
                      \"rejected\":1,\"relations\":[{\"null\":1,\"unresolved\":0},{\"null\":0,\"unresolved\":1}]}\n";
        let reports = read(output).unwrap();
        assert_eq!(reports.len(), 1);
        assert_eq!((reports[0].stored, reports[0].empty, reports[0].unresolved), (1, 1, 1));
    }
}
