//! What is asked for: the names and values of a request, and what becomes of them once its paths are resolved.
//!
//! In go texts and JSON, out come conditions, orders and aggregates over columns that the caller may read, or every mistake at
//! once. Nothing here knows SQL or how an answer is written.

pub(in crate::data) mod aggregate;
pub(in crate::data) mod asked;
pub(in crate::data) mod condition;
mod filter_name;
mod given;
mod group;
pub(crate) mod lookup;
pub(in crate::data) mod ordering;
pub(in crate::data) mod part;
pub(in crate::data) mod query;
pub(in crate::data) mod query_limits;
pub(crate) mod search;
