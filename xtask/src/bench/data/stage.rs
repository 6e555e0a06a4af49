//! The databases of a measurement, equal on both sides, and the servers on them.

use super::super::application::{Example, Server};
use super::peers::Peers;
use super::request::Dialect;
use super::row::{Arena, Peer};
use super::side::Side;
use crate::error::TaskError;
use crate::project::Project;
use crate::services;

/// What all servers are started on.
pub(super) struct Stage<'a> {
    project: &'a Project,
    example: &'a Example,
    peers: Peers,
    viewer: String,
    editor: String,
}

/// The servers on one database, and on those like it.
pub(super) struct Sides {
    pub(super) ours: Side,
    peers: Vec<(Peer, Side)>,
}

pub(super) const INDEXED: &str = "indexed";
/// The same for the handlers by hand, which store flights of their own.
const INDEXED_BY_HAND: &str = "indexed-by-hand";
const PLAIN: &str = "plain";
/// Pages of so many flights, out of which single ones are read.
const IDS: u64 = 200;

impl Sides {
    pub(super) fn peer(&self, wanted: Peer) -> &Side {
        let found = self.peers.iter().find(|(peer, _)| *peer == wanted);
        &found.expect("a row names the peers of its arena").1
    }
}

impl<'a> Stage<'a> {
    /// Imports the flights, and makes the databases that need no server.
    pub(super) fn prepare(project: &'a Project, example: &'a Example) -> Result<Self, TaskError> {
        let peers = Peers::install(project)?;
        println!("importing");
        let url = example.url(INDEXED);
        let (viewer, editor) = import(example, &url)?;
        example.copy(INDEXED, INDEXED_BY_HAND)?;
        example.copy(INDEXED, PLAIN)?;
        peers.drop_index(&example.database(PLAIN))?;
        let pocketbase = |name: &str| example.folder.join(format!("pocketbase-{name}"));
        peers.make_pocketbase(&example.database(INDEXED), &pocketbase(INDEXED))?;
        peers.copy_pocketbase(&pocketbase(INDEXED), &pocketbase(PLAIN))?;
        Ok(Self { project, example, peers, viewer, editor })
    }

    /// Flights from all over the table.
    pub(super) fn ids(&self) -> Result<Vec<String>, TaskError> {
        let ours = self.zimagi(self.example.serve(INDEXED)?);
        let mut ids = Vec::new();
        for page in [1, 70, 140, 210, 280, 350, 420, 490] {
            let answer = ours.read(&format!("/flight/?count={IDS}&page={page}"))?;
            let found = ours.dialect.items(&answer).filter_map(|item| item["id"].as_str().map(str::to_owned));
            ids.extend(found);
        }
        Ok(ids)
    }

    /// Starts what answers in an arena.
    pub(super) fn sides(&mut self, arena: Arena) -> Result<Sides, TaskError> {
        match arena {
            Arena::Indexed => self.sqlite(INDEXED, INDEXED_BY_HAND),
            Arena::Plain => self.sqlite(PLAIN, PLAIN),
            Arena::Server => self.postgres(),
        }
    }

    fn sqlite(&self, database: &str, by_hand: &str) -> Result<Sides, TaskError> {
        let folder = self.example.folder.join(format!("pocketbase-{database}"));
        let pocketbase = self.peers.serve_pocketbase(&folder)?;
        let by_hand = self.zimagi(self.example.serve_peer(by_hand)?);
        let ours = self.zimagi(self.example.serve(database)?);
        Ok(Sides { ours, peers: vec![(Peer::PocketBase, pocketbase), (Peer::ByHand, by_hand)] })
    }

    /// Django reads the tables that the example made, and its accounts.
    fn postgres(&mut self) -> Result<Sides, TaskError> {
        let services = services::up(self.project)?;
        let url = self.peers.make_database(services.postgres())?;
        println!("\nimporting on PostgreSQL");
        (self.viewer, self.editor) = import(self.example, &url)?;
        let django = self.peers.serve_django(self.example, &url, self.viewer.clone())?;
        let ours = self.zimagi(self.example.serve_on(&url)?);
        Ok(Sides { ours, peers: vec![(Peer::Django, django)] })
    }

    fn zimagi(&self, server: Server) -> Side {
        Side { server, dialect: Dialect::Zimagi, viewer: self.viewer.clone(), editor: self.editor.clone() }
    }
}

/// Imports on a database, and gives the credentials of an ordinary user and of one who edits.
fn import(example: &Example, url: &str) -> Result<(String, String), TaskError> {
    example.run_on(url, &["db", "migrate"])?;
    example.run_on(url, &["import", "flights"])?;
    let viewer = example.token(url, "viewer", "flight-viewer")?;
    let editor = example.token(url, "editor", "flight-admin")?;
    Ok((format!("Token viewer {viewer}"), format!("Token editor {editor}")))
}
