//! Why a process could not do what it was asked. The texts are for whoever operates it.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::settings::SettingError;
use crate::access::AccessError;
use crate::command::RunError;
use crate::crypto::SealError;
use crate::data::DataError;

/// What ends a process early.
#[derive(Debug, thiserror::Error)]
pub(super) enum AppError {
    #[error("settings cannot be used:\n{}", lines(.0))]
    Settings(Vec<SettingError>),
    #[error("no threads can be started: {0}")]
    Runtime(#[source] io::Error),
    #[error("cannot listen on {address}: {source}")]
    Listen { address: SocketAddr, source: io::Error },
    #[error("the server failed: {0}")]
    Server(#[source] io::Error),
    #[error("cannot write {}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the token of `{user}` could not be shown ({source}): make another with `user rotate {user}`")]
    TokenUnseen { user: String, source: io::Error },
    #[error("migrations are pending: {}\nApply them with `{name} db migrate`.", names.join(", "))]
    Pending { name: &'static str, names: Vec<String> },
    #[error("the database has been migrated by a newer program, and this one may not understand it: {}\nStart the newer `{name}`, or have it revert them with `{name} db revert`.", names.join(", "))]
    Ahead { name: &'static str, names: Vec<String> },
    #[error("nothing was reverted: {}\nSay `{name} db revert --yes` if what only they keep may be lost.", names.join(", "))]
    Unconfirmed { name: &'static str, names: Vec<String> },
    #[error("the question could not be asked: {0}")]
    Terminal(#[source] io::Error),
    #[error("there is no key for encrypted fields: {}\nSay `ZIMAGI_ENCRYPTION_KEYS=ID:KEY`; `openssl rand -hex 32` makes a key. Only beside a SQLite database, served on this machine alone, one is made.", names.join(", "))]
    NoKeys { names: Vec<String> },
    #[error("cannot read the key file {}: {source}", path.display())]
    KeyFile { path: PathBuf, source: io::Error },
    #[error("others may read the key file {0}: say `chmod 600 {0}`", path.display())]
    OpenKeyFile { path: PathBuf },
    #[error("no key can be made: {0}")]
    Key(#[source] SealError),
    #[error(transparent)]
    Access(#[from] AccessError),
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Run(#[from] RunError),
}

impl AppError {
    /// What the process exits with.
    pub(super) const fn exit_code(&self) -> u8 {
        match self {
            Self::Settings(_) | Self::Run(RunError::Forbidden { .. } | RunError::Parameters(_)) => 2,
            Self::Runtime(_)
            | Self::Listen { .. }
            | Self::Server(_)
            | Self::File { .. }
            | Self::TokenUnseen { .. }
            | Self::Pending { .. }
            | Self::Ahead { .. }
            | Self::Unconfirmed { .. }
            | Self::Terminal(_)
            | Self::NoKeys { .. }
            | Self::KeyFile { .. }
            | Self::OpenKeyFile { .. }
            | Self::Key(_)
            | Self::Access(_)
            | Self::Data(_)
            | Self::Run(RunError::Pending { .. } | RunError::Data(_)) => 1,
        }
    }
}

fn lines(mistakes: &[SettingError]) -> String {
    mistakes.iter().map(|mistake| format!("  {mistake}")).collect::<Vec<_>>().join("\n")
}
