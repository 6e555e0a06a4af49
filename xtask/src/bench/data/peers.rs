//! The peers from the Python package index: their installation, and their servers on the rows that the example imported.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use super::super::application::{Example, Server};
use super::super::wire::Wire;
use super::request::Dialect;
use super::side::{Side, json, post};
use crate::error::TaskError;
use crate::process::read;
use crate::project::Project;

/// Where the peers are installed, and where their files are.
pub(super) struct Peers {
    programs: PathBuf,
    files: PathBuf,
}

/// The index over both keys of the nested filter, in the words of each side.
const OF_OURS: &str = "DROP INDEX nycflights_flight__origin_id__plane_id__idx";
const OF_POCKETBASE: &str = "DROP INDEX flight_origin_plane";

impl Peers {
    /// Installs what the requirements say, unless it is there.
    pub(super) fn install(project: &Project) -> Result<Self, TaskError> {
        let (folder, files) = (project.path("target/bench/peers"), project.path("tests/peer"));
        let peers = Self { programs: folder.join("bin"), files };
        let (wanted, installed) = (peers.files.join("requirements.txt"), folder.join("requirements.txt"));
        let requirements = fs::read_to_string(&wanted).map_err(TaskError::file(&wanted))?;
        if fs::read_to_string(&installed).is_ok_and(|text| text == requirements) {
            return Ok(peers);
        }
        println!("installing the peers");
        read(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        read(Command::new(peers.programs.join("pip")).args(["install", "--quiet", "--requirement"]).arg(&wanted))?;
        fs::write(&installed, requirements).map_err(TaskError::file(&installed))?;
        Ok(peers)
    }

    /// Takes the composite index away from a database of the example's.
    pub(super) fn drop_index(&self, database: &Path) -> Result<(), TaskError> {
        self.python("sqlite.py", &[&database.display().to_string(), OF_OURS])
    }

    /// Makes PocketBase's database in a folder, with the rows of one of the example's.
    pub(super) fn make_pocketbase(&self, rows: &Path, folder: &Path) -> Result<(), TaskError> {
        read(self.pocketbase(folder).args(["migrate", "up"]))?;
        let database = folder.join("data.db");
        self.python("pocketbase/load.py", &[&rows.display().to_string(), &database.display().to_string()])
    }

    /// Copies such a database, without the composite index.
    pub(super) fn copy_pocketbase(&self, from: &Path, to: &Path) -> Result<(), TaskError> {
        fs::create_dir_all(to).map_err(TaskError::file(to))?;
        for name in ["data.db", "auxiliary.db"] {
            let source = from.join(name);
            fs::copy(&source, to.join(name)).map_err(TaskError::file(&source))?;
        }
        self.python("sqlite.py", &[&to.join("data.db").display().to_string(), OF_POCKETBASE])
    }

    /// Starts PocketBase, and signs its users in.
    pub(super) fn serve_pocketbase(&self, folder: &Path) -> Result<Side, TaskError> {
        // It prints the address that it was given, so the port is chosen here.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let address = free.map_err(TaskError::file(folder))?.to_string();
        let mut command = self.pocketbase(folder);
        let server = Server::start(&self.programs.join("pocketbase"), command.args(["serve", "--http", &address]))?;
        let [viewer, editor] = ["viewer", "editor"].map(|user| sign_in(&address, user));
        Ok(Side { server, dialect: Dialect::PocketBase, viewer: viewer?, editor: editor? })
    }

    /// Makes an empty database on a PostgreSQL server, and gives its URL.
    pub(super) fn make_database(&self, server: &str) -> Result<String, TaskError> {
        const NAME: &str = "zimagi_bench_data";
        self.python("django/database.py", &[server, NAME])?;
        let end = server.rfind('/').ok_or_else(|| TaskError::wrong("the URL of a server", "a database", server))?;
        Ok(format!("{}/{NAME}", &server[..end]))
    }

    /// Starts Django on a database of the example's: as many processes as Gunicorn advises for so many processors.
    pub(super) fn serve_django(&self, example: &Example, url: &str, viewer: String) -> Result<Side, TaskError> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let script = format!(
            "exec '{}' --bind 127.0.0.1:0 --workers {} --threads 4 --keep-alive 75 flights.wsgi 2>&1",
            self.programs.join("gunicorn").display(),
            2 * processors + 1
        );
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(self.files.join("django"));
        command.env("DATABASE_URL", url).env("PYTHONDONTWRITEBYTECODE", "1").env("HOME", &example.folder);
        let server = Server::start(&self.programs.join("gunicorn"), &mut command)?;
        Ok(Side { server, dialect: Dialect::Django, editor: viewer.clone(), viewer })
    }

    fn pocketbase(&self, folder: &Path) -> Command {
        let mut command = Command::new(self.programs.join("pocketbase"));
        command.arg("--dir").arg(folder);
        command.arg("--migrationsDir").arg(self.files.join("pocketbase/migrations"));
        command.arg("--hooksDir").arg(self.files.join("pocketbase/hooks"));
        command
    }

    fn python(&self, script: &str, arguments: &[&str]) -> Result<(), TaskError> {
        read(Command::new(self.programs.join("python")).arg(self.files.join(script)).args(arguments)).map(drop)
    }
}

/// The token of a user whom PocketBase's migration made.
fn sign_in(address: &str, user: &str) -> Result<String, TaskError> {
    let target = &format!("/api/collections/{user}s/auth-with-password");
    let body = json!({"identity": format!("{user}@example.com"), "password": "for measurements only"});
    let reply = Wire::new(address).ask(post(target, address, "", &body).as_bytes());
    let reply = reply.map_err(|error| TaskError::wrong(target, "an answer", &error.to_string()))?;
    let token = json(&reply)?["token"].as_str().map(str::to_owned);
    token.ok_or_else(|| TaskError::wrong(target, "a token", &String::from_utf8_lossy(&reply.body)))
}
