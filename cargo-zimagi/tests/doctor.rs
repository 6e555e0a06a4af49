//! `cargo zimagi doctor` as it is typed, beside databases made by hand. Compiles no application.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use rusqlite::Connection;
use tempfile::TempDir;

/// A new application in a folder of its own.
struct Application {
    folder: PathBuf,
    _parent: TempDir,
}

#[test]
fn a_new_application_is_sound_and_waits_for_a_migration() {
    let shop = Application::new();
    let expected = format!(
        "\
ok        versions     tool and generator are {VERSION}
ok        versions     runtime and generator are {VERSION}
ok        versions     Diesel is 2.3.N
ok        specs        manifest and specs have no mistakes
warning   migrations   the specs ask for tables, columns or indexes that no migration makes
                       = help: write one with `cargo zimagi migration new NAME`
ok        editor       the schemas in `.zimagi/schemas` are those of this version
ok        editor       `.vscode/settings.json` names the schemas
ok        database     `shop.db` is not there yet: `serve --migrate` makes it
ok        database     `shop.messages.db` is not there yet: `serve --migrate` makes it
ok        ports        the system chooses the port of the data API
"
    );
    assert_eq!(shop.doctor(0), expected);
}

#[test]
fn what_an_editor_a_secret_and_a_port_lack_is_told_with_the_edit() {
    let shop = Application::new();
    fs::write(shop.folder.join(".zimagi/schemas/task.json"), "{}").unwrap();
    fs::remove_file(shop.folder.join(".vscode/settings.json")).unwrap();
    let token = shop.folder.join("shop-admin.token");
    fs::write(&token, "secret").unwrap();
    fs::set_permissions(&token, fs::Permissions::from_mode(0o644)).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let said = shop.run(&["doctor"], &[("ZIMAGI_DATA_PORT", &port.to_string())], 1);
    let expected = format!(
        "\
warning   editor       missing or of another version in `.zimagi/schemas`: task.json
                       = help: run `cargo zimagi schema`
warning   editor       `.vscode/settings.json` names no schemas: editors neither complete nor check specs
                       = help: put the settings there that `cargo zimagi schema` prints
ok        database     `shop.db` is not there yet: `serve --migrate` makes it
ok        database     `shop.messages.db` is not there yet: `serve --migrate` makes it
warning   ports        {port}, of the data API, cannot be used: Address already in use (os error 98)
                       = help: stop what listens there, or set `ZIMAGI_DATA_PORT`
failure   secrets      others may read `shop-admin.token`: its mode is 644
                       = help: run `chmod 600 shop-admin.token`
error: things that do not work: 1
"
    );
    assert!(said.ends_with(&expected), "{said}");
}

#[test]
fn mistakes_in_specs_are_counted_and_the_check_is_named() {
    let shop = Application::new();
    fs::write(shop.folder.join("specs/data/note.yml"), "data:\n  note:\n    base: name_resorce\n").unwrap();
    let said = shop.doctor(1);
    let expected = "\
failure   specs        errors: 1
                       = help: run `cargo zimagi check` and make its edits
";
    assert!(said.contains(expected), "{said}");
}

/// The database goes from a file with nothing in it to one that is right, and then two ways astray.
#[test]
fn a_database_is_compared_with_migrations_and_plan() {
    let shop = Application::new();
    shop.run(&["migration", "new", "first"], &[], 0);
    let database = Connection::open(shop.folder.join("shop.db")).unwrap();
    let (version, up) = shop.migration("sqlite");
    let lacks = format!("warning   database     `shop.db` lacks migrations: {version}\n");
    assert!(shop.doctor(0).contains(&lacks), "{}", shop.doctor(0));

    database.execute_batch(&up).unwrap();
    database.execute_batch("CREATE TABLE zimagi_migration (version TEXT PRIMARY KEY NOT NULL)").unwrap();
    let remember = |version: &str| database.execute("INSERT INTO zimagi_migration VALUES (?1)", [version]).unwrap();
    remember(&version);
    let said = shop.doctor(0);
    assert!(said.contains("ok        database     `shop.db` has all migrations, tables and columns\n"), "{said}");

    database.execute_batch("ALTER TABLE shop_note DROP COLUMN text; DROP TABLE platform_membership").unwrap();
    let drift = "failure   database     `shop.db` has all migrations and lacks platform_membership, shop_note.text\n";
    assert!(shop.doctor(1).contains(drift), "{}", shop.doctor(1));

    remember("29990101000000");
    let ahead = "failure   database     `shop.db` has migrations that are not here: 29990101000000\n";
    assert!(shop.doctor(1).contains(ahead), "{}", shop.doctor(1));
}

#[test]
fn a_database_on_a_server_is_looked_at_and_its_password_is_not_shown() {
    let shop = Application::with_databases("postgresql");
    shop.run(&["migration", "new", "first"], &[], 0);
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    let mut server = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    let name = format!("doctor_{}", std::process::id());
    server.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    let own = format!("{}/{name}", url.rsplit_once('/').unwrap().0);
    let (version, up) = shop.migration("postgresql");
    let mut database = postgres::Client::connect(&own, postgres::NoTls).unwrap();
    database.batch_execute(&up).unwrap();
    database.batch_execute(&format!(
        "CREATE TABLE zimagi_migration (version varchar(14) PRIMARY KEY); INSERT INTO zimagi_migration VALUES ('{version}')"
    ))
    .unwrap();
    let sound = shop.run(&["doctor"], &[("DATABASE_URL", &own)], 0);
    let wrong = shop.run(&["doctor"], &[("DATABASE_URL", "postgres://me:hunter2@127.0.0.1:1/shop")], 1);
    server.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).unwrap();
    let line = "ok        database     the database of `DATABASE_URL` has all migrations, tables and columns\n";
    assert!(sound.contains(line), "{sound}");
    let line = "failure   database     the database of `DATABASE_URL` cannot be read: ";
    assert!(wrong.contains(line) && !wrong.contains("hunter2"), "{wrong}");
}

#[test]
fn programs_read_the_findings_as_json() {
    let shop = Application::new();
    let said = shop.run(&["doctor", "--json"], &[("ZIMAGI_DATA_PORT", "no")], 1);
    let (json, error) = said.split_once("error: ").unwrap();
    assert_eq!(error, "things that do not work: 1\n");
    let findings: serde_json::Value = serde_json::from_str(json).unwrap();
    let expected = serde_json::json!({
        "state": "failure",
        "subject": "ports",
        "message": "`ZIMAGI_DATA_PORT` is no port",
        "edit": "set `ZIMAGI_DATA_PORT` to a whole number from 0 to 65535, or not at all",
    });
    assert_eq!(findings["findings"].as_array().unwrap().last(), Some(&expected));
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Application {
    fn new() -> Self {
        Self::with_databases("sqlite")
    }

    fn with_databases(databases: &str) -> Self {
        let parent = tempfile::tempdir().unwrap();
        let arguments = ["zimagi", "new", "shop", "--databases", databases];
        let output = tool().args(arguments).current_dir(parent.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self { folder: parent.path().join("shop"), _parent: parent }
    }

    /// The version and the statements of the only migration of a history.
    fn migration(&self, history: &str) -> (String, String) {
        let mut folders = fs::read_dir(self.folder.join("migrations").join(history)).unwrap();
        let folder = folders.next().unwrap().unwrap();
        let version = folder.file_name().into_string().unwrap()[..14].to_owned();
        (version, fs::read_to_string(folder.path().join("up.sql")).unwrap())
    }

    /// What the doctor says where the system chooses the port, without the patch version of Diesel.
    fn doctor(&self, code: i32) -> String {
        let said = self.run(&["doctor"], &[("ZIMAGI_DATA_PORT", "0")], code);
        let line = |line: &str| match line.split_once("Diesel is 2.3.") {
            Some((start, _)) => format!("{start}Diesel is 2.3.N\n"),
            None => format!("{line}\n"),
        };
        said.lines().map(line).collect()
    }

    fn run(&self, arguments: &[&str], variables: &[(&str, &str)], code: i32) -> String {
        let mut command = tool();
        command.arg("zimagi").args(arguments).current_dir(&self.folder);
        for name in ["DATABASE_URL", "ZIMAGI_DATA_PORT"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"))
}
