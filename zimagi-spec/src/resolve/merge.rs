//! The safety of merging: a later contribution adds; it changes a value only if it says `override`, and opens access
//! only if it is the application's.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::document::Names;
use crate::load::ModuleKind;
use crate::source::{Span, Spanned};

/// One contribution to an entry that is known already.
pub(super) struct Merge<'a> {
    name: &'a Spanned<String>,
    is_own: bool,
    kind: ModuleKind,
    overrides: &'a [Spanned<String>],
    used: BTreeSet<String>,
    seen: BTreeSet<String>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Merge<'a> {
    /// `is_own` says that the entry's first owner adds to it in another file.
    pub(super) fn new(
        name: &'a Spanned<String>,
        is_own: bool,
        kind: ModuleKind,
        overrides: &'a [Spanned<String>],
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self { name, is_own, kind, overrides, used: BTreeSet::new(), seen: BTreeSet::new(), diagnostics }
    }

    /// Takes over a value if nothing is changed by it, or if `override` names its key.
    pub(super) fn value<T: Clone>(
        &mut self,
        key: &str,
        mine: &mut Option<Spanned<T>>,
        theirs: Option<&Spanned<T>>,
        is_same: fn(&T, &T) -> bool,
    ) {
        let Some(theirs) = theirs else { return };
        let is_change = match mine.as_ref() {
            Some(mine) => !is_same(&mine.value, &theirs.value),
            None => !self.is_own,
        };
        if !is_change || self.may_change(key, theirs.span, mine.as_ref().map(|mine| mine.span)) {
            *mine = Some(theirs.clone());
        }
    }

    /// Whether a key may be changed; reports if not.
    pub(super) fn may_change(&mut self, key: &str, place: Span, first: Option<Span>) -> bool {
        self.seen.insert(key.to_owned());
        if let (true, Some(first)) = (self.is_own, first) {
            self.used.insert(key.to_owned());
            self.diagnostics.push(said_twice(key, &self.name.value, place, first));
            return false;
        }
        if self.is_overridden(key) {
            self.used.insert(key.to_owned());
            return true;
        }
        let (first, text) = match first {
            Some(first) => (first, "set here first"),
            None => (self.name.span, "the entry is declared here"),
        };
        self.diagnostics.push(
            Diagnostic::at(Code::ValueChanged, place, format!("`{key}` of `{}` is changed", self.name.value))
                .label("changed here")
                .with_other(first, text)
                .help(format!("remove it, or say that it is meant: `override: [{key}]`")),
        );
        false
    }

    /// Whether `override` names the key.
    pub(super) fn is_overridden(&self, key: &str) -> bool {
        self.overrides.iter().any(|name| name.value == key)
    }

    /// Replaces a list of roles; those that it adds open access.
    pub(super) fn roles(&mut self, key: &str, mine: &mut Option<Names>, theirs: Option<&Names>, may: &[String]) {
        let Some(theirs) = theirs else { return };
        let place = mine.as_ref().map_or(self.name.span, |mine| mine.span);
        let added: Vec<_> = theirs.value.iter().filter(|role| !may.contains(&role.value)).collect();
        let refused = added.iter().filter(|role| !self.may_open(key, &role.value, role.span, place)).count();
        if refused == 0 {
            *mine = Some(theirs.clone());
        }
    }

    /// Whether access may be opened; says so in any case.
    pub(super) fn may_open(&mut self, key: &str, what: &str, place: Span, first: Span) -> bool {
        let entry = &self.name.value;
        match self.kind {
            _ if self.is_own => true,
            ModuleKind::Application => {
                self.diagnostics.push(
                    Diagnostic::at(Code::OpensAccess, place, format!("`{key}: {what}` opens access to `{entry}`"))
                        .label("opens access")
                        .with_other(first, "as its owner declares it"),
                );
                self.used.insert(key.to_owned());
                true
            }
            ModuleKind::Platform | ModuleKind::Module => {
                self.used.insert(key.to_owned());
                self.diagnostics.push(
                    Diagnostic::at(widened(key), place, format!("`{key}: {what}` opens access to `{entry}`"))
                        .label("a module may only narrow the access to entries of others")
                        .with_other(first, "as its owner declares it")
                        .help("remove it; the application may open the access"),
                );
                false
            }
        }
    }

    /// A key whose value is compared elsewhere.
    pub(super) fn take_over(&mut self, key: &str) {
        self.seen.insert(key.to_owned());
        self.used.insert(key.to_owned());
    }

    /// Adds names that are not there yet.
    pub(super) fn union(mine: &mut Vec<Spanned<String>>, theirs: &[Spanned<String>]) {
        for name in theirs {
            if mine.iter().all(|known| known.value != name.value) {
                mine.push(name.clone());
            }
        }
    }

    /// Reports what `override` names in vain.
    pub(super) fn finish(self) {
        for key in self.overrides.iter().filter(|key| !self.used.contains(&key.value)) {
            let near = nearest(&key.value, self.seen.iter().map(String::as_str));
            let help = near.map_or_else(|| "remove it".to_owned(), |near| format!("did you mean `{near}`?"));
            self.diagnostics.push(
                Diagnostic::at(
                    Code::UselessOverride,
                    key.span,
                    format!("`override` names `{}`, which is not changed", key.value),
                )
                .label("nothing to override")
                .help(help),
            );
        }
    }

    /// Whether the entry's first owner adds to it.
    pub(super) fn is_own(&self) -> bool {
        self.is_own
    }
}

/// The code of opening access by a key; `edit` and `view` are those of `roles`.
fn widened(key: &str) -> Code {
    match key {
        "groups_allowed" => Code::GroupsWidened,
        "api" => Code::ApiWidened,
        "api_enabled" => Code::CommandApiWidened,
        "encrypted" => Code::EncryptionDropped,
        "hidden_fields" => Code::HiddenWidened,
        _ => Code::AccessWidened,
    }
}

/// One owner contradicts itself: there is nothing to override.
fn said_twice(key: &str, entry: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::at(Code::Contradiction, second, format!("`{key}` of `{entry}` is said twice, each time otherwise"))
        .label("second time")
        .with_other(first, "first time")
        .help("keep one of them")
}

/// Whether two lists hold the same names in the same order.
pub(super) fn same_names(left: &[Spanned<String>], right: &[Spanned<String>]) -> bool {
    left.iter().map(|name| &name.value).eq(right.iter().map(|name| &name.value))
}
