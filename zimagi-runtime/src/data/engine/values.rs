//! The different values that records have somewhere: which ones, and how many.

use zimagi_spec::descriptor::ScalarKind;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{write_array, write_value};
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::{QueryFault, QueryMistake};
use super::super::path::{ResolvedPath, resolve};
use super::super::sql::{Expr, Groups, OrderTerm, Output, Select};
use super::super::value::Value;
use super::super::view::View;
use super::{Engine, require_viewable};
use crate::data::question::aggregate::Aggregate;
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::ordering::has_order;
use crate::data::question::query::{AskedFilter, ValuesQuery};
use crate::permit::Permit;

/// The most values, or groups, of one answer.
pub(super) const ROWS_MAX: u64 = 10_000;

impl Engine {
    /// The different values of a path in their order, without null: `{"count": …, "results": […]}`. If there are more than may be
    /// answered, `"more": true` says so.
    ///
    /// # Errors
    ///
    /// If the model or the path does not exist for the caller, or the query has mistakes.
    pub(crate) async fn values(
        &self,
        permit: &Permit,
        model: &str,
        path: &str,
        query: &ValuesQuery,
    ) -> Result<Vec<u8>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let mut mistakes = Vec::new();
        let limit = read_limit(query.limit.as_deref(), &mut mistakes);
        let values = Values::resolve(view, model, path, &query.filters, mistakes)?;
        let mut rows = self.db.rows(model.descriptor.store, &values.each(limit + 1)).await?;
        let has_more = rows.len() as u64 > limit;
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let mut out = format!("{{\"count\":{},\"results\":", rows.len()).into_bytes();
        write_array(&mut out, &rows, |out, row| write_value(out, &row.cells[0]));
        out.extend_from_slice(if has_more { b",\"more\":true}" } else { b"}" });
        Ok(out)
    }

    /// How many different values there are, without null: `{"count": …}`.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::values`].
    pub(crate) async fn count_values(
        &self,
        permit: &Permit,
        model: &str,
        path: &str,
        filters: &[AskedFilter],
    ) -> Result<Vec<u8>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let values = Values::resolve(view, model, path, filters, Vec::new())?;
        let rows = self.db.rows(model.descriptor.store, &values.number()).await?;
        match rows.first().and_then(|row| row.cells.first()) {
            Some(Value::Integer(count)) => Ok(format!("{{\"count\":{count}}}").into_bytes()),
            _ => Err(DataError::Broken("a count gave no number")),
        }
    }
}

/// A path with many values that are looked at together.
struct Values<'c> {
    view: View<'c>,
    path: ResolvedPath<'c>,
    condition: Condition<'c>,
}

impl<'c> Values<'c> {
    fn resolve(
        view: View<'c>,
        model: &'c Model,
        written: &str,
        filters: &[AskedFilter],
        mut mistakes: Vec<QueryMistake>,
    ) -> Result<Self, DataError> {
        let condition = resolve_filters(view, model, filters, &mut mistakes);
        let path = resolve(view, model, written).map_err(QueryFault::NoSuchField).and_then(|path| {
            let has_order = has_order(path.field.kind);
            has_order.then(|| path.shortened()).ok_or_else(|| QueryFault::NoOrder { path: written.to_owned() })
        });
        match path {
            Ok(path) if mistakes.is_empty() => return Ok(Self { view, path, condition }),
            Ok(_) => {}
            Err(fault) => mistakes.push(QueryMistake::new(written, fault)),
        }
        Err(DataError::Query(mistakes))
    }

    fn each(&self, limit: u64) -> Select {
        let (mut select, value) = Lowering::new(self.view, Shape::Membership).ends(&self.path, &self.condition);
        let has_value = Expr::Not(Box::new(Expr::IsNull(Box::new(value.clone()))));
        select.filter = Some(Expr::And(select.filter.into_iter().chain([has_value]).collect()));
        select.outputs = vec![Output { expr: value, kind: self.path.field.kind }];
        select.groups = Some(Groups { width: 1, having: None });
        select.order = vec![OrderTerm::ascending(Expr::Output(0))];
        select.limit = Some(limit);
        select
    }

    fn number(&self) -> Select {
        let (select, value) = Lowering::new(self.view, Shape::Membership).ends(&self.path, &self.condition);
        let expr = Expr::aggregate(Aggregate::Distinct, self.path.field.kind, value);
        Select { outputs: vec![Output { expr, kind: ScalarKind::Integer }], ..select }
    }
}

pub(super) fn read_limit(text: Option<&str>, mistakes: &mut Vec<QueryMistake>) -> u64 {
    match text.map(str::parse::<u64>) {
        None => ROWS_MAX,
        Some(Ok(limit)) if limit > 0 => limit.min(ROWS_MAX),
        Some(_) => {
            mistakes.push(QueryMistake::wrong_value("limit", "a number from 1"));
            ROWS_MAX
        }
    }
}
