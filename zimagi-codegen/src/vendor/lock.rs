//! `zimagi.lock`: where each vendored module came from, and what its folder must hold.
//!
//! Reading keeps places, so that mistakes can point at a line. The keys are those of the tables in the language's crate.

use std::fmt::Write as _;
use std::io;
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use toml::{Spanned, Value};

/// The file's name.
pub const LOCK_FILE: &str = "zimagi.lock";

/// The form of the file that is read and written.
const VERSION: i64 = 1;

/// The pins of an application.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// One a module, by name.
    pub pins: Vec<Pin>,
}

/// One module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Its name, which is that of its folder.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// What [`super::digest`] must give for its folder.
    pub digest: String,
    /// Where name and digest stand in the file, if it was read from one.
    pub(super) places: Places,
}

/// Places in the text of a lock file, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) name: Range<usize>,
    pub(super) digest: Range<usize>,
}

/// Where a module came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A folder, by its path from the application.
    Folder {
        /// The path.
        path: String,
    },
    /// A git repository.
    Git {
        /// Its address.
        url: String,
        /// The branch, tag or commit that was asked for; without it the newest.
        reference: Option<String>,
        /// The commit that was taken.
        revision: String,
    },
}

/// Why a lock file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// The system refuses.
    #[error("the file cannot be read: {source}")]
    Read {
        /// What it said.
        source: io::Error,
    },
    /// The text is wrong.
    #[error("{message}")]
    Text {
        /// What is wrong, in one line.
        message: String,
        /// Where, in bytes.
        place: Range<usize>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LockDoc {
    version: Spanned<i64>,
    #[serde(default)]
    module: Vec<PinDoc>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PinDoc {
    name: Spanned<String>,
    git: Option<Spanned<String>>,
    reference: Option<String>,
    revision: Option<String>,
    path: Option<String>,
    digest: Spanned<String>,
}

impl Lock {
    /// The pins of an application, none if there is no file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or says something else than it may.
    pub fn read(application: &Path) -> Result<Self, LockError> {
        match std::fs::read_to_string(application.join(LOCK_FILE)) {
            Ok(text) => Self::of_text(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(LockError::Read { source }),
        }
    }

    fn of_text(text: &str) -> Result<Self, LockError> {
        let document: LockDoc = toml::from_str(text).map_err(|error| LockError::of(&error))?;
        if *document.version.get_ref() != VERSION {
            let message = format!("this version reads form {VERSION} of the file only");
            return Err(LockError::Text { message, place: document.version.span() });
        }
        let mut pins: Vec<Pin> = Vec::new();
        for document in document.module {
            let pin = Pin::of(document)?;
            if pins.iter().any(|known| known.name == pin.name) {
                return Err(LockError::Text {
                    message: format!("the module `{}` is pinned twice", pin.name),
                    place: pin.places.name,
                });
            }
            pins.push(pin);
        }
        Ok(Self { pins })
    }

    /// The pin of a module.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Pin> {
        self.pins.iter().find(|pin| pin.name == name)
    }

    /// The lock with this pin in the place of the one of the same name.
    #[must_use]
    pub fn with(self, pin: Pin) -> Self {
        let mut lock = self.without(&pin.name);
        lock.pins.push(pin);
        lock.pins.sort_by(|one, other| one.name.cmp(&other.name));
        lock
    }

    /// The lock without the pin of this name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.pins.retain(|pin| pin.name != name);
        self
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let head = "# Written by `cargo zimagi module`: what lies below `modules`, and where it came from.";
        let mut text = format!("{head}\nversion = {VERSION}\n");
        for pin in &self.pins {
            text.push_str("\n[[module]]\n");
            for (key, value) in pin.entries() {
                writeln!(text, "{key} = {}", Value::from(value)).expect("writing to a string cannot fail");
            }
        }
        text
    }
}

impl Pin {
    /// A pin that is not written yet.
    #[must_use]
    pub fn new(name: &str, origin: Origin, digest: String) -> Self {
        Self { name: name.to_owned(), origin, digest, places: Places::default() }
    }

    fn of(document: PinDoc) -> Result<Self, LockError> {
        let PinDoc { name, git, reference, revision, path, digest } = document;
        let places = Places { name: name.span(), digest: digest.span() };
        let mistake = |message: &str, place: &Range<usize>| LockError::Text {
            message: format!("the module `{}` {message}", name.get_ref()),
            place: place.clone(),
        };
        if !is_folder_name(name.get_ref()) {
            return Err(mistake("has a name that is no folder below `modules`", &places.name));
        }
        let origin = match (git, path, revision) {
            (Some(url), None, Some(revision)) => Origin::Git { url: url.into_inner(), reference, revision },
            (Some(url), None, None) => return Err(mistake("has no `revision`", &url.span())),
            (None, Some(path), None) if reference.is_none() => Origin::Folder { path },
            _ => return Err(mistake("must say either `git` and `revision`, or `path` alone", &places.name)),
        };
        Ok(Self { name: name.into_inner(), origin, digest: digest.into_inner(), places })
    }

    fn entries(&self) -> Vec<(&'static str, &str)> {
        let mut entries = vec![("name", self.name.as_str())];
        match &self.origin {
            Origin::Folder { path } => entries.push(("path", path)),
            Origin::Git { url, reference, revision } => {
                entries.push(("git", url));
                entries.extend(reference.iter().map(|reference| ("reference", reference.as_str())));
                entries.push(("revision", revision));
            }
        }
        entries.push(("digest", &self.digest));
        entries
    }
}

impl Origin {
    /// The address by which manifests name the module.
    #[must_use]
    pub fn remote(&self) -> Option<&str> {
        match self {
            Self::Folder { .. } => None,
            Self::Git { url, .. } => Some(url),
        }
    }
}

impl LockError {
    fn of(error: &toml::de::Error) -> Self {
        Self::Text { message: error.message().replace('\n', ", "), place: error.span().unwrap_or_default() }
    }
}

/// A single step further down.
fn is_folder_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use zimagi_spec::document::Table;

    use super::*;

    fn lock() -> Lock {
        let git = |reference: Option<&str>| Origin::Git {
            url: "https://example.org/plants.git".to_owned(),
            reference: reference.map(str::to_owned),
            revision: "1f2e".to_owned(),
        };
        let pins = [
            Pin::new("plants", git(Some("v1 \"final\"")), "sha256:00".to_owned()),
            Pin::new("sensors", git(None), "sha256:01".to_owned()),
            Pin::new("works", Origin::Folder { path: "../works".to_owned() }, "sha256:02".to_owned()),
        ];
        pins.into_iter().rev().fold(Lock::default(), Lock::with)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut read = Lock::of_text(&lock().to_text()).unwrap();
        read.pins.iter_mut().for_each(|pin| pin.places = Places::default());
        assert_eq!(read, lock());
        assert_eq!(Lock::of_text(&Lock::default().to_text()).unwrap(), Lock::default());
    }

    #[test]
    fn every_key_of_the_table_is_read_and_no_other() {
        let text = lock().to_text();
        for key in Table::LockedModule.keys() {
            assert!(text.contains(&format!("\n{} = ", key.name)), "{}", key.name);
            let is_required = Lock::of_text(&text.replacen(&format!("\n{} = ", key.name), "\n# ", 1)).is_err();
            assert_eq!(is_required, key.required.is_some() || ["git", "revision", "path"].contains(&key.name));
        }
        let known: Vec<_> = Table::LockedModule.keys().iter().map(|key| key.name).collect();
        let written: Vec<_> = lock().pins.iter().flat_map(Pin::entries).map(|(key, _)| key).collect();
        assert!(written.iter().all(|key| known.contains(key)), "{written:?}");
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["../plants", "", ".git", "a/b", "a\\\\b"] {
            let text = lock().to_text().replace("\"plants\"", &format!("\"{name}\""));
            let error = Lock::of_text(&text).unwrap_err();
            assert!(error.to_string().contains("has a name that is no folder below `modules`"), "{error}");
        }
    }
}
