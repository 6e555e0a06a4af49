//! How much one question may ask for. The numbers come from settings, which mistakes name.

use crate::data::mistake::QueryFault;

/// The limits of one process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QueryLimits {
    /// `ZIMAGI_QUERY_PATH_PARTS_MAX`: the most parts of a filter's name.
    pub(crate) path_parts_max: usize,
    /// `ZIMAGI_QUERY_FILTERS_MAX`: the most filters and searched words of one question.
    pub(crate) filters_max: usize,
    /// `ZIMAGI_QUERY_LIST_MAX`: the most values of one list.
    pub(crate) list_max: usize,
    /// `ZIMAGI_QUERY_GROUP_DEPTH_MAX`: how deep groups may be nested.
    pub(crate) group_depth_max: usize,
    /// `ZIMAGI_QUERY_FIELDS_MAX`: the most names in `fields`.
    pub(crate) fields_max: usize,
    /// `ZIMAGI_QUERY_EMBED_DEPTH_MAX`: over how many relations a record is shown within another.
    pub(crate) embed_depth_max: usize,
    /// `ZIMAGI_QUERY_EMBED_RELATIONS_MAX`: over how many relations one answer shows records.
    pub(crate) embed_relations_max: usize,
    /// `ZIMAGI_QUERY_RELATED_MAX`: how many related records of one record are shown.
    pub(crate) related_max: usize,
    /// `ZIMAGI_QUERY_RELATED_TOTAL_MAX`: how many related records one answer shows in all.
    pub(crate) related_total_max: usize,
}

impl QueryLimits {
    pub(crate) const DEFAULT: Self = Self {
        path_parts_max: 12,
        filters_max: 250,
        list_max: 1000,
        group_depth_max: 8,
        fields_max: 250,
        embed_depth_max: 4,
        embed_relations_max: 40,
        related_max: 100,
        related_total_max: 100_000,
    };

    pub(crate) const fn require_path(&self, parts: usize) -> Result<(), QueryFault> {
        within(parts, self.path_parts_max, "parts in one name", "ZIMAGI_QUERY_PATH_PARTS_MAX")
    }

    pub(crate) const fn require_filters(&self, filters: usize) -> Result<(), QueryFault> {
        within(filters, self.filters_max, "filters and searched words", "ZIMAGI_QUERY_FILTERS_MAX")
    }

    pub(crate) const fn require_list(&self, values: usize) -> Result<(), QueryFault> {
        within(values, self.list_max, "values in one list", "ZIMAGI_QUERY_LIST_MAX")
    }

    pub(crate) const fn require_depth(&self, depth: usize) -> Result<(), QueryFault> {
        within(depth, self.group_depth_max, "groups within each other", "ZIMAGI_QUERY_GROUP_DEPTH_MAX")
    }

    pub(crate) const fn require_fields(&self, fields: usize) -> Result<(), QueryFault> {
        within(fields, self.fields_max, "fields", "ZIMAGI_QUERY_FIELDS_MAX")
    }

    pub(crate) const fn require_embed_depth(&self, depth: usize) -> Result<(), QueryFault> {
        within(depth, self.embed_depth_max, "records within each other", "ZIMAGI_QUERY_EMBED_DEPTH_MAX")
    }

    pub(crate) const fn require_embed_relations(&self, relations: usize) -> Result<(), QueryFault> {
        within(relations, self.embed_relations_max, "relations to shown records", "ZIMAGI_QUERY_EMBED_RELATIONS_MAX")
    }

    pub(crate) const fn require_related(&self, records: usize) -> Result<(), QueryFault> {
        within(records, self.related_total_max, "related records in one answer", "ZIMAGI_QUERY_RELATED_TOTAL_MAX")
    }
}

const fn within(count: usize, max: usize, what: &'static str, setting: &'static str) -> Result<(), QueryFault> {
    if count <= max { Ok(()) } else { Err(QueryFault::TooMany { max, what, setting }) }
}
