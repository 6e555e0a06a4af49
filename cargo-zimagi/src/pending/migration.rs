//! Migrations that nobody has written yet.

use std::path::Path;

use zimagi_codegen::Plan;
use zimagi_codegen::migration::{MigrationError, pending};

use super::Pending;

/// What to do if the recorded schema is not the one of the specs.
pub(super) fn missing(plan: &Plan, migrations: &Path) -> Result<Option<Pending>, MigrationError> {
    match pending(plan, migrations) {
        Ok(is_pending) => Ok(is_pending.then(|| item("write one with `cargo zimagi migration new NAME`".to_owned()))),
        Err(MigrationError::Refused { refusals }) => {
            let reasons: String = refusals.iter().map(|refusal| format!("\n          {refusal}")).collect();
            Ok(Some(item(format!("some changes need a decision:{reasons}"))))
        }
        Err(error) => Err(error),
    }
}

fn item(help: String) -> Pending {
    let message = "the specs ask for tables, columns or indexes that no migration makes".to_owned();
    Pending { message, place: None, help }
}
