//! What records make together: numbers, sums and means, of all of them or of groups with the same values.

mod column;
mod having;

use super::super::catalogue::Model;
use super::super::error::DataError;
use super::super::json::{write_array, write_member_name, write_value};
use super::super::lowering::{Lowering, Shape};
use super::super::mistake::QueryMistake;
use super::super::session::Row;
use super::super::sql::{Expr, Groups, Nulls, OrderTerm, Output, Select};
use super::super::value::Value;
use super::super::view::View;
use super::values::read_limit;
use super::{Engine, require_viewable};
use crate::data::question::asked::resolve_filters;
use crate::data::question::condition::Condition;
use crate::data::question::query::AggregateQuery;
use crate::permit::Permit;
use column::{Column, Made, resolve_columns};
use having::{Having, resolve_having};
use zimagi_spec::descriptor::Direction;

impl Engine {
    /// The groups that a query asks for: `{"count": …, "results": […]}`. If there are more than may be answered, `"more": true` says so.
    ///
    /// # Errors
    ///
    /// If the model does not exist for the caller, or the query has mistakes.
    pub(crate) async fn aggregate(
        &self,
        permit: &Permit,
        model: &str,
        query: &AggregateQuery,
    ) -> Result<Vec<u8>, DataError> {
        let view = self.view(permit);
        let model = require_viewable(view, model)?;
        let question = Question::resolve(view, model, query)?;
        let mut rows = self.db.rows(model.descriptor.store, &question.select()).await.map_err(DataError::of_fields)?;
        let has_more = rows.len() as u64 > question.limit;
        rows.truncate(usize::try_from(question.limit).unwrap_or(usize::MAX));
        let mut out = format!("{{\"count\":{},\"results\":", rows.len()).into_bytes();
        write_array(&mut out, &rows, |out, row| question.write(out, row));
        out.extend_from_slice(if has_more { b",\"more\":true}" } else { b"}" });
        Ok(out)
    }
}

/// A question with its names resolved.
struct Question<'c> {
    view: View<'c>,
    model: &'c Model,
    condition: Condition<'c>,
    /// In the order of the answer.
    columns: Vec<Column<'c>>,
    having: Vec<Having>,
    /// Columns by their places.
    ordering: Vec<(usize, Direction)>,
    limit: u64,
}

impl<'c> Question<'c> {
    fn resolve(view: View<'c>, model: &'c Model, query: &AggregateQuery) -> Result<Self, DataError> {
        let mut mistakes = Vec::new();
        let condition = resolve_filters(view, model, &query.filters, &mut mistakes);
        let columns = resolve_columns(view, model, query.fields.as_deref(), &mut mistakes);
        // What orders and limits groups names columns: if those are wrong, nothing more can be said of it.
        let is_named = mistakes.is_empty();
        let having =
            if is_named { resolve_having(&columns, query.having.as_deref(), &mut mistakes) } else { Vec::new() };
        let ordering =
            if is_named { resolve_ordering(&columns, query.ordering.as_deref(), &mut mistakes) } else { Vec::new() };
        let limit = read_limit(query.limit.as_deref(), &mut mistakes);
        if !mistakes.is_empty() {
            return Err(DataError::Query(mistakes));
        }
        Ok(Self { view, model, condition, columns, having, ordering, limit })
    }

    /// Groups stand before what is made of them, whatever the order of the answer.
    fn select(&self) -> Select {
        let mut lowering = Lowering::new(self.view, Shape::Membership);
        let place = lowering.place(self.model);
        let mut outputs = vec![None; self.columns.len()];
        for (column, output) in self.columns.iter().zip(self.outputs()) {
            let expr = column.lower(&mut lowering, place);
            outputs[output] = Some(Output { expr, kind: column.kind });
        }
        let outputs: Vec<Output> = outputs.into_iter().flatten().collect();
        let expr = |column: usize| outputs[self.outputs()[column]].expr.clone();
        let having: Vec<Expr> = self.having.iter().map(|having| having.lower(expr(having.column))).collect();
        let filter = lowering.condition(place, &self.condition);
        let filter = (filter != Expr::And(Vec::new())).then_some(filter);
        let order = self.order(&outputs);
        let mut select = place.select(outputs, filter);
        let width = self.columns.iter().filter(|column| column.is_group()).count();
        select.groups = Some(Groups { width, having: (!having.is_empty()).then_some(Expr::And(having)) });
        select.order = order;
        select.limit = Some(self.limit + 1);
        select
    }

    /// For each column the place of its output.
    fn outputs(&self) -> Vec<usize> {
        let width = self.columns.iter().filter(|column| column.is_group()).count();
        let (mut groups, mut made) = (0..width, width..);
        let place = |column: &Column<'_>| if column.is_group() { groups.next() } else { made.next() };
        self.columns.iter().filter_map(place).collect()
    }

    /// As asked, then by the groups, so that the order is total. Groups are named by their place, since only so does every database
    /// see that they are the same; MySQL wants to have what is made of them in full.
    fn order(&self, outputs: &[Output]) -> Vec<OrderTerm> {
        let places = self.outputs();
        let groups = (0..self.columns.len()).filter(|column| self.columns[*column].is_group());
        let ordering = self.ordering.iter().copied().chain(groups.map(|column| (column, Direction::Ascending)));
        let term = |(column, direction): (usize, Direction)| OrderTerm {
            expr: match self.columns[column].made {
                Made::Group => Expr::Output(places[column]),
                Made::Aggregate(_) => outputs[places[column]].expr.clone(),
            },
            direction,
            nulls: Nulls::Last,
        };
        ordering.map(term).collect()
    }

    fn write(&self, out: &mut Vec<u8>, row: &Row) {
        out.push(b'{');
        for (column, output) in self.columns.iter().zip(self.outputs()) {
            write_member_name(out, &column.name);
            match (&row.cells[output], &column.made) {
                // A sum of no numbers is null; a number of none is zero.
                (Value::Null, Made::Aggregate(aggregate)) if aggregate.is_number_of() => out.push(b'0'),
                (cell, Made::Group | Made::Aggregate(_)) => write_value(out, cell),
            }
        }
        out.push(b'}');
    }
}

fn resolve_ordering(
    columns: &[Column<'_>],
    text: Option<&str>,
    mistakes: &mut Vec<QueryMistake>,
) -> Vec<(usize, Direction)> {
    let mut ordering = Vec::new();
    for term in text.unwrap_or_default().split(',').map(str::trim).filter(|term| !term.is_empty()) {
        let (name, direction) = match term.strip_prefix('-') {
            Some(name) => (name, Direction::Descending),
            None => (term, Direction::Ascending),
        };
        match columns.iter().position(|column| column.name == name) {
            Some(column) => ordering.push((column, direction)),
            None => mistakes.push(column::no_such_column("ordering", name, columns)),
        }
    }
    ordering
}
