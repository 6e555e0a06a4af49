//! The machine: ports, and files that nobody else may read.

use std::net::TcpListener;
use std::path::Path;

use zimagi_codegen::{Plan, Project};

use super::Finding;

/// The port of the data API, unless `ZIMAGI_DATA_PORT` says another.
const DATA_PORT: u16 = 5323;

pub(super) fn examine(project: &Project, plan: &Plan) -> Vec<Finding> {
    let token = project.folder.join(format!("{}-admin.token", plan.name()));
    std::iter::once(port()).chain(secret(&token)).collect()
}

fn port() -> Finding {
    let written = std::env::var("ZIMAGI_DATA_PORT").ok();
    let Some(port) = written.as_deref().map_or(Some(DATA_PORT), |text| text.parse().ok()) else {
        let edit = "set `ZIMAGI_DATA_PORT` to a whole number from 0 to 65535, or not at all";
        return Finding::failure("ports", "`ZIMAGI_DATA_PORT` is no port", edit);
    };
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) if port == 0 => Finding::ok("ports", "the system chooses the port of the data API"),
        Ok(_) => Finding::ok("ports", format!("{port}, of the data API, is free")),
        Err(error) => Finding::warning(
            "ports",
            format!("{port}, of the data API, cannot be used: {error}"),
            "stop what listens there, or set `ZIMAGI_DATA_PORT`",
        ),
    }
}

/// A file with a secret, if there is one.
#[cfg(unix)]
fn secret(path: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    let shown = path.file_name().unwrap_or_default().to_string_lossy();
    Some(if mode & 0o077 == 0 {
        Finding::ok("secrets", format!("only its owner may read `{shown}`"))
    } else {
        let edit = format!("run `chmod 600 {shown}`");
        Finding::failure("secrets", format!("others may read `{shown}`: its mode is {mode:o}"), edit)
    })
}

#[cfg(not(unix))]
fn secret(_path: &Path) -> Option<Finding> {
    None
}
