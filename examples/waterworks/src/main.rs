//! The binary: data API, commands and database in one.

fn main() -> std::process::ExitCode {
    zimagi_runtime::run(waterworks::registry())
}
