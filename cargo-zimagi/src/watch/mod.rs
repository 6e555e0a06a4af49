//! Serving while people work: what changed is checked, built and started anew.
//!
//! The application that serves goes on until the next one is built: a mistake interrupts nobody. Knows nothing of what is in
//! the files.

mod build;
mod change;
mod server;

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use zimagi_codegen::{Project, compile};

pub(crate) use build::Build;
use change::Changes;
use server::Server;

use crate::failure::Failure;
use crate::pending;
use crate::project::{self, ProjectFailure};
use crate::report::{MessageFormat, Report};

/// Something to react to.
enum Event {
    /// A file that the application is made of.
    Changed,
    /// Somebody wants it all to end.
    Stop,
}

/// How often it is looked whether the application ended by itself.
const LOOK_INTERVAL: Duration = Duration::from_millis(500);

/// Editors and git write several files one after the other: nothing is done until they have been quiet for so long.
const QUIET: Duration = Duration::from_millis(200);

/// Builds and starts the application, and does so again after each change, until it is told to stop.
pub(crate) fn watch(project: &Project, build: &Build) -> Result<(), Failure> {
    let (sender, events) = channel();
    let stop = sender.clone();
    // If nobody listens any more it is ending already.
    ctrlc::set_handler(move || drop(stop.send(Event::Stop))).map_err(|source| Failure::Signals { source })?;
    let changes = Changes::watch(project, sender)?;
    let mut server = None;
    restart(project, build, &mut server)?;
    while let Next::Changed = next(&events, &mut server) {
        // New folders and modules are looked at from now on.
        let project = reopened(project);
        changes.look_at(&project)?;
        restart(&project, build, &mut server)?;
    }
    Ok(())
}

enum Next {
    Changed,
    Stopped,
}

fn next(events: &Receiver<Event>, server: &mut Option<Server>) -> Next {
    loop {
        match events.recv_timeout(LOOK_INTERVAL) {
            Ok(Event::Changed) => break,
            Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return Next::Stopped,
            Err(RecvTimeoutError::Timeout) => say_if_ended(server),
        }
    }
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Changed) => {}
            Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return Next::Stopped,
            Err(RecvTimeoutError::Timeout) => return Next::Changed,
        }
    }
}

fn say_if_ended(server: &mut Option<Server>) {
    if let Some(status) = server.as_mut().and_then(Server::ended) {
        eprintln!("The application ended ({status}): it starts again after the next change.");
        *server = None;
    }
}

/// The project as it is now; if cargo cannot tell that, as it was.
fn reopened(project: &Project) -> Project {
    Project::find(&project.folder).unwrap_or_else(|error| {
        eprintln!("error: {}", ProjectFailure::from(error));
        project.clone()
    })
}

/// Checks and builds; if both succeed, the new application takes the place of the old one.
fn restart(project: &Project, build: &Build, server: &mut Option<Server>) -> Result<(), Failure> {
    if is_sound(project)? && build.succeeds(project)? {
        *server = None;
        *server = Some(Server::start(build.start(project))?);
    } else if server.is_some() {
        eprintln!("The application goes on as it was.");
    } else {
        eprintln!("The application starts when this is changed.");
    }
    Ok(())
}

/// Prints what a check prints; what is pending does not stop it.
fn is_sound(project: &Project) -> Result<bool, Failure> {
    if let Err(error) = project::require_same_version(project) {
        eprintln!("error: {error}");
        return Ok(false);
    }
    let compilation = compile(project);
    let pending = compilation.output.as_ref().map(|output| pending::list(project, output)).transpose()?;
    let pending = pending.unwrap_or_default();
    let report = Report { diagnostics: &compilation.diagnostics, sources: &compilation.sources, pending: &pending };
    report.print(MessageFormat::Human)?;
    Ok(!compilation.diagnostics.is_failed())
}
