//! Compiles the platform's specs into typed records.

fn main() {}
