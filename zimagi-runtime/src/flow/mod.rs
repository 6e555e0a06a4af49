//! Imports: sources, mapping, batches and the report.
