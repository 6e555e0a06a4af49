//! Calculations: values computed from data and stored.

use super::import_target::{FORMATTER, VALIDATORS};
use super::key::{Key, takes};
use super::table::Table;
use super::takes::{Named, Takes};

const FILTERS: Takes = Takes::Entries(&Takes::Anything);

pub(super) const KEYS: &[Key] = &[
    takes("calculation", Takes::Name(Named::ProviderOf("calculation")), "The provider that computes.")
        .required("addition"),
    takes("data", Takes::Name(Named::Model), "The data model that holds the result.").required("MODEL"),
    takes("field", Takes::Text, "The field that holds the result.").required("FIELD"),
    takes(
        "params",
        Takes::Entries(&Takes::Either(&[Takes::Text, Takes::Entry(Table::Query)])),
        "What goes in: fields of the same record, or queries.",
    ),
    takes("filters", FILTERS, "Which records are processed."),
    takes("parents", Takes::EntriesOf(Named::Model, &FILTERS), "Records that are made first."),
    takes("record", Takes::Entry(Table::Record), "Writes results as new records."),
    takes("formatter", FORMATTER, "Changes the result."),
    takes("validators", VALIDATORS, "Refuses results."),
    takes("extra_fields", Takes::Texts, "More fields to fetch."),
    takes("disable_save", Takes::Boolean, "Only computes."),
    takes("tags", Takes::Texts, "Labels to select by."),
    takes("requires", Takes::Names(Named::Calculation), "Calculations that must run earlier."),
];

pub(super) const QUERY_KEYS: &[Key] = &[
    takes("data", Takes::Name(Named::Model), "The data model that is read; the calculation's own by default."),
    takes("field", Takes::Text, "The field that is read.").required("FIELD"),
    takes("filters", FILTERS, "Which records are read."),
    takes("order", Takes::Texts, "Their order."),
    takes("limit", Takes::Integer, "How many; 1 gives one value, otherwise a list."),
];

pub(super) const RECORD_KEYS: &[Key] =
    &[takes("_data", Takes::Name(Named::Model), "The data model of the new records.").required("MODEL")];
