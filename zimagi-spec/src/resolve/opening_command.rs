//! What opens commands of another owner: words on the command itself, or a base or mixin that it gets. Words on a base or
//! mixin are compared where entries are joined.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{AudienceDoc, CommandDoc, CommandLevel, words};
use crate::load::ModuleKind;
use crate::source::Span;

use super::command_layers::{Entries, layers};
use super::join::last_word;

/// How far a command is open before another owner adds to it.
pub(super) struct Openness {
    /// The entry that decides who may run it, and where it says so.
    audience: Option<(Decider, Span)>,
    /// The roles that may run it; `None` is everyone with credentials.
    roles: Option<Vec<String>>,
    api: Option<(Decider, Span)>,
    is_offered: bool,
}

type Decider = (CommandLevel, String);

/// How far every command is open.
pub(super) fn openness(entries: &Entries) -> BTreeMap<String, Openness> {
    let commands = entries.iter().filter(|((level, _), _)| *level == CommandLevel::Command);
    commands.map(|((_, name), entry)| (name.clone(), openness_of(entries, &entry.document))).collect()
}

fn openness_of(entries: &Entries, document: &CommandDoc) -> Openness {
    let layers = layers(entries, document);
    let audience = layers.iter().rev().find_map(|layer| Some((decider(layer), layer.audience.as_ref()?)));
    let api = layers.iter().rev().find_map(|layer| Some((decider(layer), layer.api_enabled.as_ref()?)));
    Openness {
        roles: match audience.as_ref().map(|(_, audience)| &audience.value) {
            None => Some(Vec::new()),
            Some(AudienceDoc::Everyone) => None,
            Some(AudienceDoc::Roles(roles)) => Some(roles.iter().map(|role| role.value.clone()).collect()),
        },
        audience: audience.map(|(decider, audience)| (decider, audience.span)),
        is_offered: api.as_ref().is_none_or(|(_, api)| api.value),
        api: api.map(|(decider, api)| (decider, api.span)),
    }
}

fn decider(document: &CommandDoc) -> Decider {
    (document.level, words(&document.path))
}

/// Compares each command with what it was before an owner was joined.
pub(super) fn report(
    before: &BTreeMap<String, Openness>,
    entries: &Entries,
    kind: ModuleKind,
    diagnostics: &mut Diagnostics,
) {
    for (name, before) in before {
        let Some(entry) = entries.get(&(CommandLevel::Command, name.clone())) else { continue };
        let document = &entry.document;
        let after = openness_of(entries, document);
        let known = last_word(document).span;
        if let Some((decider, place)) = after.audience.as_ref().filter(|after| is_new(before.audience.as_ref(), after))
        {
            let first = before.audience.as_ref().map_or(known, |(_, span)| *span);
            for (what, place) in widened(before, &after, document, decider, *place) {
                let opening = Opening { code: Code::GroupsWidened, key: "groups_allowed", what, place, first };
                diagnostics.push(opening.diagnostic(name, kind));
            }
        }
        if let Some((_, place)) = after.api.as_ref().filter(|after| is_new(before.api.as_ref(), after))
            && after.is_offered
            && !before.is_offered
        {
            let first = before.api.as_ref().map_or(known, |(_, span)| *span);
            let (code, what) = (Code::CommandApiWidened, "true".to_owned());
            let opening = Opening { code, key: "api_enabled", what, place: *place, first };
            diagnostics.push(opening.diagnostic(name, kind));
        }
    }
}

/// Whether another entry decides than before, or the command itself.
fn is_new(before: Option<&(Decider, Span)>, after: &(Decider, Span)) -> bool {
    let is_changed = before.is_none_or(|before| before.1 != after.1);
    is_changed && (after.0.0 == CommandLevel::Command || before.is_none_or(|before| before.0 != after.0))
}

/// What was added, each with its place.
fn widened(
    before: &Openness,
    after: &Openness,
    document: &CommandDoc,
    decider: &Decider,
    place: Span,
) -> Vec<(String, Span)> {
    let (Some(had), have) = (&before.roles, &after.roles) else { return Vec::new() };
    let own = match document.audience.as_ref().map(|audience| &audience.value) {
        Some(AudienceDoc::Roles(roles)) if decider.0 == CommandLevel::Command => roles.as_slice(),
        Some(AudienceDoc::Roles(_) | AudienceDoc::Everyone) | None => &[],
    };
    let reference = document.base.iter().chain(&document.mixins).find(|name| name.value == decider.1);
    let place = reference.filter(|_| decider.0 != CommandLevel::Command).map_or(place, |name| name.span);
    let place_of = |role: &String| own.iter().find(|one| one.value == *role).map_or(place, |one| one.span);
    let Some(have) = have else { return vec![("false".to_owned(), place)] };
    have.iter().filter(|role| !had.contains(role)).map(|role| (role.clone(), place_of(role))).collect()
}

/// How a command was opened.
struct Opening {
    code: Code,
    key: &'static str,
    what: String,
    place: Span,
    first: Span,
}

impl Opening {
    fn diagnostic(self, name: &str, kind: ModuleKind) -> Diagnostic {
        let message = format!("`{}: {}` opens access to `{name}`", self.key, self.what);
        let first = "as its owner declares it";
        match kind {
            ModuleKind::Application => Diagnostic::at(Code::OpensAccess, self.place, message)
                .label("opens access")
                .with_other(self.first, first),
            ModuleKind::Platform | ModuleKind::Module => Diagnostic::at(self.code, self.place, message)
                .label("a module may only narrow the access to entries of others")
                .with_other(self.first, first)
                .help("remove it; the application may open the access"),
        }
    }
}
