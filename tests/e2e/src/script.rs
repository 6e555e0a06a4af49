//! Scripts in Python against a running server.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Server;

/// Runs a script of `tests/client` and gives what it printed.
///
/// # Panics
///
/// If it fails, or if `ZIMAGI_E2E_PYTHON`, which `cargo xtask test` sets, names no Python with the packages that scripts need.
pub fn expect_script(server: &Server, script: &str, variables: &[(&str, &str)]) -> String {
    let python =
        std::env::var_os("ZIMAGI_E2E_PYTHON").expect("ZIMAGI_E2E_PYTHON names a Python with the packages of scripts");
    let output = Command::new(PathBuf::from(python))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../client").join(script))
        .env("ADDRESS", server.address())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .envs(variables.iter().copied())
        .output()
        .expect("Python can be started");
    let (printed, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{script} failed:\n{printed}{errors}");
    printed.into_owned()
}
