//! The folders of the project.

use std::path::{Path, PathBuf};

/// A clone of the project.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The clone that this task was started in.
    pub(crate) fn find() -> Self {
        let built_in = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(built_in, PathBuf::from);
        let root = crate_folder.parent().expect("the crate lies in a folder of the project");
        Self { root: root.to_owned() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the clone.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where servers keep what they need while they run.
    pub(crate) fn services(&self) -> PathBuf {
        self.path("target/services")
    }

    /// Where Python finds the packages of tests.
    pub(crate) fn python(&self) -> PathBuf {
        self.path("target/python")
    }

    /// The target folder of the applications in the clone, which are no members of its workspace.
    pub(crate) fn applications(&self) -> PathBuf {
        self.path("target/apps")
    }
}
