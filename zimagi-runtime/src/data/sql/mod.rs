//! The statement tree: everything the engine says to a database, as data.
//!
//! It implements Diesel's `QueryFragment` for the three databases; values are always bind parameters. It knows no descriptor and
//! no permission: names of tables and columns come from whoever builds it.

mod aggregate;
mod conflict;
mod cut;
mod dialect;
mod expression;
mod fold;
mod fragment;
pub(super) mod moment;
mod part;
mod prepared;
mod row_insert;
mod statement;
#[cfg(test)]
mod tests;
mod text;
mod text_at;

pub(crate) use dialect::Dialect;
pub(crate) use expression::{Alias, Bind, Comparison, Expr, TextPlace};
pub(crate) use fold::fold;
pub(crate) use part::part_of;
pub(crate) use prepared::{Body, Caching, Prepared};
pub(crate) use row_insert::RowInsert;
pub(crate) use statement::{
    Conflict, Cut, Delete, Groups, Insert, Join, Nulls, OrderTerm, Output, Select, Statement, Table, Update,
};
pub(crate) use text::sql_text;
