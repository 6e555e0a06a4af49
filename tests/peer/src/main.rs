//! What one would write by hand instead of a spec, for one table and its routes: the other side of benchmarks.
//!
//! Works on the example's database, with the journal and durability that the runtime uses. Knows nothing of the runtime.

mod access;
mod connection;
mod create;
mod database;
mod failure;
mod flight;
mod import;
mod page;
mod plane;
mod record;
mod serve;

use std::process::ExitCode;

use failure::Failure;

const USAGE: &str = "peer import DATABASE FLIGHTS_ZIP | peer serve DATABASE";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done: Result<(), Failure> = match arguments.as_slice() {
        ["import", database, flights] => import::import(database, flights),
        ["serve", database] => serve::serve(database),
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
