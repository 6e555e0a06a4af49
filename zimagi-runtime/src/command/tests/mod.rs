//! Runs over real databases: their records, messages, leases and ends.

pub(crate) mod fixture;
mod interruption;
mod models;
mod run;
