//! What the example's server takes before anyone asks much of it.

use std::time::Instant;

use super::super::application::Example;
use super::super::verdict::{Limit, Verdict};
use super::super::wire::Wire;
use crate::error::TaskError;

const MEMORY_MIB_MAX: f64 = 40.0;
const START_MS_MAX: f64 = 150.0;
const SIZE_MIB_MAX: f64 = 35.0;
/// Starts take turns with nothing; the quickest says what a start takes, the others what disturbed it.
const STARTS: usize = 5;

/// Starts a server on a database of the example's, again and again.
pub(super) fn measure(example: &Example, database: &str) -> Result<Vec<Verdict>, TaskError> {
    let (mut start_ms, mut memory_mib) = (f64::INFINITY, 0.0_f64);
    for _ in 0..STARTS {
        let begin = Instant::now();
        let server = example.serve(database)?;
        let request = format!("GET /status HTTP/1.1\r\nhost: {}\r\n\r\n", server.address.trim_start_matches("http://"));
        let reply = Wire::new(&server.address).ask(request.as_bytes());
        let reply = reply.map_err(|error| TaskError::wrong("/status", "an answer", &error.to_string()))?;
        if !reply.is_success() {
            return Err(TaskError::wrong("the status of /status", "200", &reply.status.to_string()));
        }
        start_ms = start_ms.min(begin.elapsed().as_secs_f64() * 1000.0);
        memory_mib = memory_mib.max(server.memory_mib());
    }
    Ok(vec![
        Verdict::new("memory of an idle server, MiB", memory_mib, Limit::AtMost(MEMORY_MIB_MAX)),
        Verdict::new("start to first answer, ms", start_ms, Limit::AtMost(START_MS_MAX)),
        Verdict::new("size of the binary, MiB", example.size_mib()?, Limit::AtMost(SIZE_MIB_MAX)),
    ])
}
