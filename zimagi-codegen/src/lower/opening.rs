//! Where access is opened: the notes of the check, kept for everyone who reads the plan.

use zimagi_spec::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use zimagi_spec::source::SourceMap;

use crate::plan::OpeningPlan;

/// Every note that access to another owner's entry is opened, by place.
pub(super) fn lower_openings(diagnostics: &Diagnostics, sources: &SourceMap) -> Vec<OpeningPlan> {
    let notes = diagnostics.sorted(sources).into_iter().filter(|one| one.code == Code::OpensAccess);
    notes.map(|note| lower_opening(note, sources)).collect()
}

fn lower_opening(note: &Diagnostic, sources: &SourceMap) -> OpeningPlan {
    let place = match &note.place {
        Place::Text(label) => sources.locate(label.span),
        Place::Path(path) => path.clone(),
    };
    OpeningPlan { place, message: note.message.clone() }
}
