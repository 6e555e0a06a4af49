//! What a caller wishes to be shown of records: some fields, also of related records, under names of the caller's choice.
//!
//! A text becomes a tree of members under the caller's permit. Records that are one for each record are read beside it, in the same
//! statement; those that are many by one statement for each relation and page. Nothing here knows which records are asked for.

mod cells;
mod grow;
mod lower;
mod related;
mod resolve;
mod write;

use zimagi_spec::descriptor::ScalarKind;

use super::catalogue::Model;
use super::path::{ResolvedPath, Step};
use super::question::aggregate::Aggregate;
use super::view::View;
pub(crate) use related::RelatedRows;
pub(crate) use resolve::resolve_selection;

/// What is shown of each record of a model.
#[derive(Debug)]
pub(crate) struct Selection<'c> {
    view: View<'c>,
    record: Chosen<'c>,
    /// How many of its relations lead to many records.
    many: usize,
}

/// What is shown of a record.
#[derive(Debug)]
struct Chosen<'c> {
    model: &'c Model,
    members: Vec<Member<'c>>,
}

/// One member of an object.
#[derive(Debug)]
struct Member<'c> {
    /// As the caller wrote it.
    name: String,
    shown: Shown<'c>,
}

#[derive(Debug)]
enum Shown<'c> {
    /// A value that the record has once.
    Value(ResolvedPath<'c>),
    /// What becomes of values that the record has many of.
    Made(ResolvedPath<'c>, (Aggregate, ScalarKind)),
    /// Where the record is.
    Address,
    /// The one record that a relation leads to, or null.
    One(Related<'c>),
    /// The records that a relation leads to.
    Many(Related<'c>),
}

/// Records at the end of a relation.
#[derive(Debug)]
struct Related<'c> {
    /// The model of the record that has the relation.
    from: &'c Model,
    /// The relation, behind the way to the model that has it if that is one which the record's model extends.
    steps: Vec<Step<'c>>,
    record: Chosen<'c>,
    form: Form,
    /// Its place among all that lead to many records.
    index: usize,
}

/// How a related record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As an object.
    Object,
    /// As the value of its only member.
    Plain,
}
