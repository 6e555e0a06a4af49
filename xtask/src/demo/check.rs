//! The tour's answers, asked and compared with what the CSV files say.

use serde_json::Value as Json;

use super::expectation::{self, Expectation, Rows};
use super::report::ImportReport;
use super::request::{Credentials, NESTED, ask};
use super::tour::{Server, Tour};
use crate::error::TaskError;
use crate::project::Project;

/// Airlines with fewer flights are left out of the command's answer.
const LEAST: u64 = 100;
const SHOWN: usize = 5;

/// Asks, prints and compares everything.
pub(super) fn check(project: &Project, tour: &Tour, reports: &[ImportReport]) -> Result<(), TaskError> {
    let expected = expectation::expect(project, SHOWN, LEAST)?;
    check_rows(reports, &expected.rows)?;
    let viewer = tour.token("visitor", "flight-viewer")?;
    let dispatcher = tour.token("dora", "dispatcher")?;
    let server = tour.serve(0)?;
    check_list(&server, &viewer, &expected)?;
    check_refusals(&server, &viewer, &dispatcher)?;
    check_command(tour, &expected.punctuality)?;
    println!("\neverything is as it should be");
    Ok(())
}

/// A first run stores what a later one finds unchanged; the sums are the same.
fn check_rows(reports: &[ImportReport], expected: &[Rows]) -> Result<(), TaskError> {
    for Rows { import, read, rejected, empty, unresolved } in expected {
        let report = reports.iter().find(|report| report.import == *import);
        let report = report.ok_or_else(|| TaskError::wrong("the output of `import`", import, "nothing of it"))?;
        println!("{report}");
        equal(&format!("{import}: rows read"), read, &report.read)?;
        equal(&format!("{import}: rows rejected"), rejected, &report.rejected)?;
        equal(&format!("{import}: rows kept"), &(read - rejected), &(report.stored + report.unchanged))?;
        equal(&format!("{import}: null, unresolved"), &(empty, unresolved), &(&report.empty, &report.unresolved))?;
        if report.stored > 0 && report.unchanged > 0 {
            return Err(TaskError::wrong(import, "all rows stored or all unchanged", &report.to_string()));
        }
    }
    Ok(())
}

fn check_list(server: &Server, token: &str, expected: &Expectation) -> Result<(), TaskError> {
    let answer = ask(server.address(), "GET", NESTED, Some(("visitor", token)))?;
    let page = answer.json()?;
    let flights = page["results"].as_array().map(Vec::as_slice).unwrap_or_default();
    println!("{} flights; the worst:", page["count"]);
    for flight in flights {
        let text = |relation: &str, key: &str| flight[relation][key].as_str().unwrap_or("?").to_owned();
        let (carrier, plane) = (text("carrier", "code"), text("plane", "tail_number"));
        println!("  {:4} minutes: {carrier} {}, plane {plane}", flight["departure_delay"], flight["number"]);
    }
    let delays: Vec<i64> = flights.iter().filter_map(|flight| flight["departure_delay"].as_i64()).collect();
    equal("status", &200, &answer.status)?;
    equal("count", &Json::from(expected.boeings), &page["count"])?;
    equal("delays", &expected.worst_delays, &delays)
}

fn check_refusals(server: &Server, viewer: &str, dispatcher: &str) -> Result<(), TaskError> {
    let address = server.address();
    let (viewer, dispatcher) = (Some(("visitor", viewer)), Some(("dora", dispatcher)));
    let refuse = |status: u16, method: &str, path: &str, who: Credentials<'_>| {
        let answer = ask(address, method, path, who)?;
        println!("{}", answer.body);
        equal("status", &status, &answer.status)?;
        Ok(answer)
    };
    refuse(401, "GET", "/flight/", None)?;
    refuse(403, "DELETE", "/airline/AA/", viewer)?;
    let forbidden = refuse(404, "GET", "/plane/", dispatcher)?;
    let invented = refuse(404, "GET", "/plain/", dispatcher)?;
    equal("the answer to an invented name", &forbidden.body, &invented.body)
}

fn check_command(tour: &Tour, expected: &[String]) -> Result<(), TaskError> {
    println!("\nnycflights flight punctuality JFK --least {LEAST}");
    let output = tour.run(&["flight", "punctuality", "JFK", "--least", &LEAST.to_string()])?;
    print!("{output}");
    let lines = output.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let found: Vec<String> = lines.filter(|line| line.ends_with('%')).collect();
    equal("the command's table", &expected, &found.as_slice())
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, expected: &T, found: &T) -> Result<(), TaskError> {
    if expected == found {
        return Ok(());
    }
    Err(TaskError::wrong(what, &format!("{expected:?}"), &format!("{found:?}")))
}
