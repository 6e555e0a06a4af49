//! Which work is to be done where: one query over the models of the application and of all its modules.

use zimagi_runtime::{CommandResult, Context, command};

use crate::data::work_order::{WorkOrder, work_order};
use crate::parameters::order::Open;
use crate::prelude::*;

#[command]
pub async fn run(cx: &mut Context, parameters: Open) -> CommandResult {
    let open = work_order().is_done().eq(false);
    // The inspector is what this application adds to the site of one module, the zone what another module adds to it.
    let mine = work_order().meter().site().inspector().eq(parameters.inspector.clone());
    let here = work_order().meter().site().zone().eq(parameters.zone);
    let query = WorkOrder::query().filter(open.and(mine).and(here)).order_by(work_order().name().asc());
    let rows = cx.select(query).await?.into_iter().map(|order| vec![order.name, order.meter_id]).collect();
    cx.table(format!("work of {}", parameters.inspector), &["order", "meter"], rows);
    Ok(())
}
