//! The tour: the example application with real data, served on this machine.
//!
//! Knows the example's binary by its command line and its answers. What is right is computed from the CSV files, apart from the
//! application.

mod check;
mod expectation;
mod report;
mod request;
mod table;
mod tour;

use std::net::{Ipv4Addr, TcpListener};

use crate::cargo::{Application, Profile, in_application};
use crate::error::TaskError;
use crate::process::run;
use crate::project::Project;
use report::ImportReport;
use tour::Tour;

/// The port of the data API, unless something else listens there.
const PORT: u16 = 5323;

/// Builds the example, fills its database and serves it until it is interrupted.
pub(crate) fn show(project: &Project) -> Result<(), TaskError> {
    let tour = prepare(project)?;
    for report in import(&tour)? {
        println!("{report}");
    }
    let token = tour.token("visitor", "flight-viewer")?;
    let mut server = tour.serve(if is_free(PORT) { PORT } else { 0 })?;
    println!("\nthe data API listens on {}", server.address());
    println!("token of visitor: {token}\ntry:");
    for path in request::SHOWN {
        println!("  curl -H 'Authorization: Token visitor {token}' '{}{path}'", server.address());
    }
    server.wait()
}

/// Does the same on a free port, asks and compares the answers.
pub(crate) fn check(project: &Project) -> Result<(), TaskError> {
    let tour = prepare(project)?;
    let reports = import(&tour)?;
    check::check(project, &tour, &reports)
}

/// A built example with an up-to-date database, which outlives the tour.
fn prepare(project: &Project) -> Result<Tour, TaskError> {
    println!("building {}", Application::Nycflights.folder());
    let build = ["build", "--quiet", "--profile", Profile::Serve.name()];
    run(&mut in_application(project, Application::Nycflights, &build))?;
    let tour = Tour::new(project)?;
    tour.run(&["db", "migrate"])?;
    Ok(tour)
}

fn import(tour: &Tour) -> Result<Vec<ImportReport>, TaskError> {
    println!("importing");
    report::read(&tour.run(&["import"])?)
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
