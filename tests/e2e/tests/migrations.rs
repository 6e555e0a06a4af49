//! Forwards and back along the history, and what `serve` makes of a database that is behind or ahead of it.

use e2e::{Backend, Example, Server};

#[test]
fn one_goes_forwards_and_back_on_sqlite() {
    forwards_and_back(Backend::Sqlite);
}

#[test]
fn one_goes_forwards_and_back_on_postgresql() {
    forwards_and_back(Backend::Postgresql);
}

#[test]
fn one_goes_forwards_and_back_on_mysql() {
    forwards_and_back(Backend::Mysql);
}

fn forwards_and_back(backend: Backend) {
    let example = Example::new(backend);
    let status = example.expect_success(&["db", "status"]);
    let names: Vec<&str> = status.lines().map(|line| line.strip_prefix("applied ").expect("all are applied")).collect();
    let latest = names.last().expect("the example has migrations");

    let output = example.run(&["db", "revert"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let expected = format!(
        "nycflights: nothing was reverted: {latest}\n\
         Say `nycflights db revert --yes` if what only they keep may be lost.\n"
    );
    assert_eq!(said, expected);
    assert_eq!(example.expect_success(&["db", "status"]), status);

    assert_eq!(example.expect_success(&["db", "revert", "--yes"]), format!("reverted {latest}\n"));
    let said = refusal(&example);
    assert!(
        said.contains(&format!("migrations are pending: {latest}\nApply them with `nycflights db migrate`.")),
        "{said}"
    );
    let applied = example.expect_success(&["db", "migrate"]);
    assert!(applied.starts_with(&format!("applied {latest}\n")), "{applied}");
    assert_eq!(Server::start(&example).anonymous().send("GET", "/status").status, 200);
}

#[test]
fn a_newer_database_is_served_only_if_it_has_additions_alone() {
    let example = Example::new(Backend::Sqlite);
    let database = rusqlite::Connection::open(example.folder().join("example.db")).expect("the file can be opened");
    let say = |words: &str| assert_eq!(database.execute(words, []).expect("the statement is right"), 1);
    say("INSERT INTO zimagi_migration (version, name, is_additive, digest, applied) \
         VALUES ('20990101000000', 'later', FALSE, zeroblob(32), '2099-01-01 00:00:00')");
    let said = refusal(&example);
    assert!(
        said.contains(
            "the database has been migrated by a newer program, and this one may not understand it: 20990101000000_later\n\
             Start the newer `nycflights`, or have it revert them with `nycflights db revert`."
        ),
        "{said}"
    );
    let output = example.run(&["db", "revert", "--yes"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("was applied by another version of this program, which alone can revert it"), "{said}");
    say("UPDATE zimagi_migration SET is_additive = TRUE WHERE version = '20990101000000'");
    assert_eq!(Server::start(&example).anonymous().send("GET", "/status").status, 200);
    let output = example.run(&["db", "status"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("unknown 20990101000000_later\n"));
}

/// What `serve` says when it does not.
fn refusal(example: &Example) -> String {
    let output = example.run(&["serve", "--data-port", "0"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}
