//! The data API in process, over a real SQLite file.

mod accounts;
mod bulk;
mod condition;
mod document;
mod fixture;
mod gate;
mod groups;
mod models;
mod rate;
mod reading;
mod server;
mod watching;
mod writing;
