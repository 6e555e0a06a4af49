//! A server that is started here: where its data is and at which port it answers, remembered in a file.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use super::account::Account;
use crate::error::TaskError;

/// A server as its file remembers it.
pub(super) struct Server {
    pub(super) data: PathBuf,
    pub(super) port: u16,
}

impl Server {
    /// A new one: an empty place for its data, and a port that the system chooses.
    pub(super) fn place(name: &str, account: Account, folder: &Path) -> Result<Self, TaskError> {
        let data = account.make_folder(&folder.join(name))?.join("data");
        remove(&data)?;
        Ok(Self { data, port: free_port().map_err(TaskError::file(folder))? })
    }

    /// The one that was started before, if any.
    pub(super) fn read(name: &str, folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(memory(name, folder)).ok()?;
        let (port, data) = text.trim_end().split_once(' ')?;
        Some(Self { data: PathBuf::from(data), port: port.parse().ok()? })
    }

    pub(super) fn write(&self, name: &str, folder: &Path) -> Result<(), TaskError> {
        let path = memory(name, folder);
        fs::create_dir_all(folder).map_err(TaskError::file(folder))?;
        fs::write(&path, format!("{} {}\n", self.port, self.data.display())).map_err(TaskError::file(&path))
    }

    /// Removes its data and forgets it.
    pub(super) fn forget(&self, name: &str, folder: &Path) -> Result<(), TaskError> {
        remove(&self.data)?;
        let memory = memory(name, folder);
        fs::remove_file(&memory).map_err(TaskError::file(&memory))
    }

    /// A file beside its data.
    pub(super) fn beside(&self, file: &str) -> PathBuf {
        self.data.with_file_name(file)
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn remove(data: &Path) -> Result<(), TaskError> {
    if data.exists() { fs::remove_dir_all(data).map_err(TaskError::file(data)) } else { Ok(()) }
}

fn memory(name: &str, folder: &Path) -> PathBuf {
    folder.join(format!("{name}.server"))
}
