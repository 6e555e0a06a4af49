//! The closure: all crates with specs that a crate sees, in dependency order.

use std::path::{Path, PathBuf};

use zimagi_spec::load::ModuleSource;

/// How Rust names the crate of the platform.
const RUNTIME: &str = "zimagi_runtime";

/// Crates with specs: the platform first, each after those it depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closure {
    members: Vec<Member>,
}

/// One crate with specs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// How Rust names it.
    pub crate_name: String,
    /// Its folder of specs.
    pub specs: PathBuf,
}

impl Closure {
    /// The closure with one more crate at its end, unless it is there already.
    #[must_use]
    pub fn with(mut self, member: Member) -> Self {
        if !self.members.iter().any(|known| known.crate_name == member.crate_name) {
            self.members.push(member);
        }
        self
    }

    /// The closure with all crates of another that are not in it.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        other.members.into_iter().fold(self, Self::with)
    }

    /// The form in which cargo passes it on: `name=path` with `;` between.
    #[must_use]
    pub fn to_metadata(&self) -> String {
        let members = self.members.iter().map(|member| format!("{}={}", member.crate_name, member.specs.display()));
        members.collect::<Vec<_>>().join(";")
    }

    /// Reads what [`Closure::to_metadata`] wrote.
    #[must_use]
    pub fn from_metadata(text: &str) -> Option<Self> {
        let members = text.split(';').filter(|part| !part.is_empty()).map(|part| {
            let (crate_name, specs) = part.split_once('=')?;
            Some(Member { crate_name: crate_name.to_owned(), specs: PathBuf::from(specs) })
        });
        Some(Self { members: members.collect::<Option<_>>()? })
    }

    /// The crates.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The crates as modules that another crate compiles.
    pub(super) fn modules(&self) -> Vec<ModuleSource> {
        self.members.iter().map(module_of).collect()
    }
}

/// Where the specs of a crate lie. Links are followed, so that cargo watches the files and not the link.
pub(super) fn specs_of(folder: &Path) -> PathBuf {
    let specs = folder.join("specs");
    specs.canonicalize().unwrap_or(specs)
}

fn module_of(member: &Member) -> ModuleSource {
    if member.crate_name == RUNTIME {
        return ModuleSource::platform(&member.specs);
    }
    let folder = member.specs.parent().unwrap_or(&member.specs);
    ModuleSource::module(folder, &member.crate_name, &member.crate_name)
}
