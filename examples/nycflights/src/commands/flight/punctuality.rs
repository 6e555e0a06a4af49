//! Which airlines leave late: one query over two tables, written by hand with Diesel.
//!
//! It counts in the database what the data API would only list.

use diesel::dsl::{case_when, count, count_star};
use diesel::prelude::*;
use zimagi_runtime::{CommandResult, Context, command};

use crate::parameters::flight::Punctuality;
use crate::schema::nycflights_airline as airline;
use crate::schema::nycflights_flight as flight;

/// The delay in minutes from which on a departure counts as late.
const LATE: i64 = 15;

/// An airline's name, its flights and how many of them left late.
type Counts = (String, i64, i64);

#[command]
pub async fn run(cx: &mut Context, parameters: Punctuality) -> CommandResult {
    let query = airline::table
        .inner_join(flight::table)
        .filter(flight::origin_id.eq(parameters.origin.clone()))
        .group_by((airline::code, airline::name))
        .having(count_star().ge(parameters.least))
        .order(airline::code)
        .select((airline::name, count_star(), count(case_when(flight::departure_delay.ge(LATE), flight::number))));
    let mut airlines: Vec<Counts> = cx.ungated("counts the flights of each airline")?.load(query).await?;
    airlines.sort_by(|left, right| share_late(right).total_cmp(&share_late(left)));
    if airlines.is_empty() {
        cx.warning(format!("no airline has {} flights from {}", parameters.least, parameters.origin));
    }
    let rows = airlines.iter().map(row).collect();
    cx.table(format!("late departures from {}", parameters.origin), &["airline", "flights", "late"], rows);
    Ok(())
}

/// In per cent.
fn share_late((_, flights, late): &Counts) -> f64 {
    *late as f64 * 100.0 / *flights as f64
}

fn row(counts: &Counts) -> Vec<String> {
    let (airline, flights, _) = counts;
    vec![airline.clone(), flights.to_string(), format!("{:.1} %", share_late(counts))]
}
