//! Imports over real databases: what is stored, and that the report leaves no row out.

mod fixture;
mod mistakes;
mod refusal;
mod report;
