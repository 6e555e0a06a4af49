//! The engine over real databases: every test runs on SQLite, PostgreSQL and MariaDB and expects the same of each.

mod aggregating;
mod asking;
mod exporting;
mod extend_models;
mod extending;
mod filtering;
mod fixture;
mod hiding;
mod hooking;
mod hooks;
mod kinds;
mod link_models;
mod linking;
mod many;
mod models;
mod paging;
mod reading;
mod schema;
mod sealed_models;
mod sealing;
mod statements;
mod terms;
mod typed;
mod upserting;
mod walking;
mod writing;
