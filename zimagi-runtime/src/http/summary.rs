//! What the records of a type make together: values, their number, groups.

use actix_web::http::StatusCode;

use super::answer::Answer;
use super::error::ApiError;
use super::route::Summary;
use crate::data::{AggregateQuery, Engine, ValuesQuery};
use crate::permit::Permit;

pub(super) async fn answer(
    engine: &Engine,
    permit: &Permit,
    type_: &str,
    summary: &Summary,
    pairs: Vec<(String, String)>,
) -> Result<Answer, ApiError> {
    let body = match summary {
        Summary::Values(path) => engine.values(permit, type_, path, &ValuesQuery::from_pairs(pairs)).await?,
        Summary::Count(path) => {
            let query = ValuesQuery::from_pairs(pairs);
            engine.count_values(permit, type_, path, &query.filters).await?
        }
        Summary::Aggregate => engine.aggregate(permit, type_, &AggregateQuery::from_pairs(pairs)).await?,
    };
    Ok(Answer::json(StatusCode::OK, body))
}
