//! Which complaints cannot wait: the module asks for the command, the application knows what `urgency` means.

use zimagi_runtime::{CommandResult, Context, command};

use crate::data::complaint::{Complaint, complaint};
use crate::parameters::complaint::Pressing;

/// From this urgency on somebody goes there today.
const URGENT: i64 = 3;

#[command]
pub async fn run(cx: &mut Context, parameters: Pressing) -> CommandResult {
    let here = complaint().site().district().name().eq(parameters.district.clone());
    let pressing =
        Complaint::query().filter(here.and(complaint().urgency().ge(URGENT))).order_by(complaint().name().asc());
    let rows = cx.select(pressing).await?.into_iter().map(|complaint| vec![complaint.name, complaint.text]).collect();
    cx.table(format!("pressing in {}", parameters.district), &["complaint", "text"], rows);
    Ok(())
}
