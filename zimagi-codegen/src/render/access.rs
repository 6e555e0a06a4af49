//! Who may do what, as text.

use super::page::Page;
use crate::plan::{ModelPlan, Plan};

/// One line for each thing that can be done, then the lines that open access.
pub(super) fn render_access(page: &mut Page, plan: &Plan, model: &ModelPlan) {
    for right in model.rights() {
        let line = format!("{:<10} {:<24} {}", right.act.word(), right.who.text(), right.routes.join(", "));
        page.line(1, line);
    }
    for opening in plan.openings.iter().filter(|opening| opening.is_about(&model.name)) {
        page.entry("opens", format_args!("{}  {}", opening.message, opening.place));
    }
}
