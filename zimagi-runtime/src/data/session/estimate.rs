//! How many rows a query may have, by what a server's planner expects. SQLite's planner says nothing of the kind.

use serde_json::Value as Json;

use super::link::Link;
use super::session::Session;
use crate::data::error::DataError;
use crate::data::sql::{Body, Select};
use crate::data::value::Value;

impl Session {
    /// The planner's guess, if it makes one. Nothing is read but statistics.
    pub(crate) async fn estimate(&mut self, select: &Select) -> Result<Option<u64>, DataError> {
        let body = Body::Explain(select);
        let read: fn(&Json) -> Option<f64> = match self.sound_link()? {
            Link::Sqlite(_) => return Ok(None),
            Link::Postgres(_) => postgres_rows,
            Link::Mysql(_) => mysql_rows,
        };
        self.show(body);
        let explained = match self.sound_link()? {
            Link::Sqlite(_) => Ok(Vec::new()),
            Link::Postgres(link) => link.answer(body).await,
            Link::Mysql(link) => link.answer(body).await,
        };
        let rows = self.note(explained)?;
        let plan = rows.into_iter().next().and_then(|row| row.cells.into_iter().next()).and_then(plan);
        Ok(plan.as_ref().and_then(read).map(whole))
    }
}

fn plan(cell: Value) -> Option<Json> {
    match cell {
        Value::Json(plan) => Some(plan),
        Value::Binary(bytes) => serde_json::from_slice(&bytes).ok(),
        _ => None,
    }
}

fn postgres_rows(plan: &Json) -> Option<f64> {
    plan.get(0)?.get("Plan")?.get("Plan Rows")?.as_f64()
}

/// The rows of each table, as far as conditions leave them, for each row of the tables before it. MySQL says the product itself.
fn mysql_rows(plan: &Json) -> Option<f64> {
    let block = plan.get("query_block")?;
    let tables: Vec<&Json> = match block.get("nested_loop") {
        Some(loops) => loops.as_array()?.iter().map(|one| one.get("table")).collect::<Option<_>>()?,
        None => vec![block.get("table")?],
    };
    if let Some(product) = tables.last()?.get("rows_produced_per_join") {
        return product.as_f64();
    }
    let left = |table: &&Json| {
        let filtered = table.get("filtered").and_then(Json::as_f64).unwrap_or(100.0);
        Some(table.get("rows")?.as_f64()? * filtered / 100.0)
    };
    tables.iter().map(left).product()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a guess of rows fits, and is not below zero"
)]
fn whole(rows: f64) -> u64 {
    rows.max(0.0).round() as u64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn plans_say_how_many_rows_they_expect() {
        assert_eq!(postgres_rows(&json!([{"Plan": {"Node Type": "Seq Scan", "Plan Rows": 120}}])), Some(120.0));
        let one = json!({"query_block": {"table": {"rows": 200, "filtered": 50}}});
        assert_eq!(mysql_rows(&one), Some(100.0));
        let joined =
            json!({"query_block": {"nested_loop": [{"table": {"rows": 10}}, {"table": {"rows": 3, "filtered": 50}}]}});
        assert_eq!(mysql_rows(&joined), Some(15.0));
        let other = json!({"query_block": {"nested_loop": [{"table": {"rows_produced_per_join": 7}}]}});
        assert_eq!(mysql_rows(&other), Some(7.0));
        assert_eq!(mysql_rows(&json!({"query_block": {"message": "Impossible WHERE"}})), None);
        assert_eq!(whole(-1.0), 0);
    }
}
