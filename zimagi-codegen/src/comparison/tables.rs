//! What a migration would do.

use super::change::{Area, Change, Class};
use crate::migration::{Impact, outlook};
use crate::plan::Plan;

/// The changes of tables and columns.
pub(super) fn table_changes(before: &Plan, after: &Plan) -> impl Iterator<Item = Change> {
    let place_of = |table: &str| {
        let models = after.models.iter().chain(&before.models);
        let mut models =
            models.filter(|model| model.table == table || model.links.iter().any(|link| link.table == table));
        models.next().map(|model| model.place.clone()).unwrap_or_default()
    };
    outlook(before, after).into_iter().map(move |deed| Change {
        class: match deed.impact {
            Impact::None => Class::Safe,
            Impact::Demanding => Class::Breaking,
            Impact::Losing => Class::Destroying,
        },
        area: Area::Migrations,
        message: deed.message,
        place: place_of(&deed.table),
    })
}
