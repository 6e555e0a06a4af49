//! What people write to say where a module comes from: a path or the address of a git repository.

use std::path::PathBuf;

use super::FetchError;

/// Where a module comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A repository.
    Git(String),
}

/// What is fetched by git itself. Other schemes start programs of their own.
const SCHEMES: &[&str] = &["https", "http", "ssh", "git", "file"];

impl Source {
    /// Reads a path or an address.
    pub(crate) fn read(written: &str) -> Result<Self, FetchError> {
        if written.starts_with('-') {
            return Err(FetchError::Option { what: "path or address", written: written.to_owned() });
        }
        let refused = || FetchError::Scheme { written: written.to_owned() };
        if let Some((scheme, rest)) = written.split_once("://") {
            if !SCHEMES.contains(&scheme) {
                return Err(refused());
            }
            return if has_password(rest) { Err(FetchError::Password) } else { Ok(Self::Git(written.to_owned())) };
        }
        // `ext::sh -c …` and the like: git would run the rest.
        if written.contains("::") {
            return Err(refused());
        }
        Ok(if is_remote_path(written) { Self::Git(written.to_owned()) } else { Self::Folder(written.into()) })
    }
}

fn has_password(rest: &str) -> bool {
    let authority = rest.split('/').next().unwrap_or_default();
    authority.rsplit_once('@').is_some_and(|(user, _)| user.contains(':'))
}

/// `git@example.org:plants.git`: a host, then a path. A drive of Windows has one letter.
fn is_remote_path(written: &str) -> bool {
    written.split_once(':').is_some_and(|(host, _)| host.len() > 1 && !host.contains(['/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_addresses_are_told_apart() {
        for path in ["plants", "../plants", "/srv/plants.git", "./a:b", "C:\\plants"] {
            assert_eq!(Source::read(path).unwrap(), Source::Folder(path.into()));
        }
        for address in ["https://example.org/plants.git", "git@example.org:plants.git", "ssh://git@example.org/plants"]
        {
            assert_eq!(Source::read(address).unwrap(), Source::Git(address.to_owned()));
        }
    }

    #[test]
    fn what_git_would_run_or_everyone_could_read_is_refused() {
        for written in ["--upload-pack=sh", "-x"] {
            assert!(matches!(Source::read(written), Err(FetchError::Option { .. })), "{written}");
        }
        for written in ["ext::sh -c id", "fd::17", "ftp://example.org/plants", "ext://x", "git@host:ext::sh"] {
            assert!(matches!(Source::read(written), Err(FetchError::Scheme { .. })), "{written}");
        }
        let error = Source::read("https://me:secret@example.org/plants.git").unwrap_err();
        assert!(matches!(error, FetchError::Password) && !error.to_string().contains("secret"));
        assert!(Source::read("https://me@example.org/a:b@c").is_ok());
    }
}
