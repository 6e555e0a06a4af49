//! What one would write by hand instead of a spec, for one table and one route: the other side of benchmarks.
//!
//! Works on the example's database, with the journal and durability that the runtime uses. Knows nothing of the runtime.

mod access;
mod connection;
mod failure;
mod flight;
mod import;
mod list;

use std::process::ExitCode;

use failure::Failure;

const USAGE: &str = "peer import DATABASE FLIGHTS_ZIP | peer list DATABASE";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done: Result<(), Failure> = match arguments.as_slice() {
        ["import", database, flights] => import::import(database, flights),
        ["list", database] => list::serve(database),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
