//! How much water ran into the sites of a district: a typed query over the models of two crates.

use std::collections::BTreeMap;

use zimagi_runtime::{CommandResult, Context, command};

use crate::data::reading::{Reading, reading};
use crate::parameters::meter::Consumption;

#[command]
pub async fn run(cx: &mut Context, parameters: Consumption) -> CommandResult {
    let here = reading().meter().site().district().name().eq(parameters.district.clone());
    let readings = cx.select(Reading::query().filter(here)).await?;
    if readings.is_empty() {
        cx.warning(format!("nobody has read a meter in {}", parameters.district));
    }
    let rows = spans(&readings).into_iter().map(|(meter, (least, most))| vec![meter, format!("{:.1}", most - least)]);
    cx.table(format!("consumption in {}", parameters.district), &["meter", "cubic metres"], rows.collect());
    Ok(())
}

/// The least and the most that each meter showed.
fn spans(readings: &[Reading]) -> BTreeMap<String, (f64, f64)> {
    readings.iter().fold(BTreeMap::new(), |mut spans, reading| {
        let shown = reading.cubic_metres;
        let span = spans.entry(reading.meter_id.clone()).or_insert((shown, shown));
        *span = (span.0.min(shown), span.1.max(shown));
        spans
    })
}
