//! Where an application gets the runtime from: a folder or a git revision.

use std::path::{Path, PathBuf};

use super::TemplateError;

/// Where the crates of Zimagi come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RuntimeSource {
    /// A folder with their source.
    Folder(PathBuf),
    /// A commit or tag of a repository.
    Git {
        /// Its address.
        url: String,
        /// The commit or tag.
        revision: String,
    },
}

impl RuntimeSource {
    /// What was asked for, or else the source the tool was built from.
    pub(crate) fn choose(written: Option<&str>) -> Result<Self, TemplateError> {
        match written {
            Some(text) if is_address(text) => read_git(text),
            Some(text) => read_folder(Path::new(text)),
            None => own_source(Path::new(env!("CARGO_MANIFEST_DIR"))),
        }
    }

    /// The value of a dependency on one of the crates, in `Cargo.toml`.
    pub(crate) fn dependency(&self, krate: &str) -> String {
        match self {
            Self::Folder(folder) => format!("{{ path = {} }}", quoted(&folder.join(krate).display().to_string())),
            Self::Git { url, revision } => format!("{{ git = {}, rev = {} }}", quoted(url), quoted(revision)),
        }
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn is_address(text: &str) -> bool {
    text.contains("://")
}

/// The revision follows the last `@` of the path; one before it belongs to a user's name.
fn read_git(text: &str) -> Result<RuntimeSource, TemplateError> {
    let path_start = text.rfind('/').unwrap_or(0);
    let revision = text[path_start..].find('@').map(|at| path_start + at);
    match revision {
        Some(at) if at + 1 < text.len() => {
            Ok(RuntimeSource::Git { url: text[..at].to_owned(), revision: text[at + 1..].to_owned() })
        }
        Some(at) => Err(TemplateError::NoRevision(text[..at].to_owned())),
        None => Err(TemplateError::NoRevision(text.to_owned())),
    }
}

fn read_folder(folder: &Path) -> Result<RuntimeSource, TemplateError> {
    match folder.canonicalize() {
        Ok(folder) if holds_runtime(&folder) => Ok(RuntimeSource::Folder(folder)),
        Ok(_) | Err(_) => Err(TemplateError::NotASource(folder.to_owned())),
    }
}

/// The workspace around this crate. A folder that Cargo keeps for itself may vanish at any time and is no source.
fn own_source(own_crate: &Path) -> Result<RuntimeSource, TemplateError> {
    let root = own_crate.parent().unwrap_or(own_crate);
    let is_kept_by_cargo = ["git/checkouts", "registry/src"].iter().any(|part| root.to_string_lossy().contains(part));
    if is_kept_by_cargo || !holds_runtime(root) {
        return Err(TemplateError::NoSource);
    }
    Ok(RuntimeSource::Folder(root.to_owned()))
}

fn holds_runtime(folder: &Path) -> bool {
    folder.join("zimagi-runtime/Cargo.toml").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_is_its_own_default() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        assert_eq!(RuntimeSource::choose(None).unwrap(), RuntimeSource::Folder(root.to_owned()));
    }

    #[test]
    fn a_source_that_cargo_keeps_is_asked_for() {
        let error = own_source(Path::new("/home/me/.cargo/git/checkouts/zimagi-1f/ab12/cargo-zimagi")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the source this tool was built from is not here any more: say where the runtime comes from with `--zimagi \
             PATH` or `--zimagi GIT@REV`"
        );
    }

    #[test]
    fn an_address_has_a_revision() {
        let source = RuntimeSource::choose(Some("ssh://git@example.org/zimagi.git@v0.1.0")).unwrap();
        assert_eq!(
            source.dependency("zimagi-runtime"),
            r#"{ git = "ssh://git@example.org/zimagi.git", rev = "v0.1.0" }"#
        );
        for written in ["https://example.org/zimagi", "https://example.org/zimagi@"] {
            assert_eq!(
                RuntimeSource::choose(Some(written)).unwrap_err().to_string(),
                "`https://example.org/zimagi` names no revision: write `https://example.org/zimagi@REV`, where REV is a commit or \
                 a tag"
            );
        }
    }

    #[test]
    fn a_folder_without_the_runtime_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let error = RuntimeSource::choose(folder.path().to_str()).unwrap_err();
        let path = folder.path().display();
        assert_eq!(
            error.to_string(),
            format!("{path} holds no source of Zimagi: there is no `zimagi-runtime/Cargo.toml` in it")
        );
    }
}
