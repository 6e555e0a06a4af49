//! The commands of the example from the command line: one written by hand with Diesel, and the platform's import.

use e2e::{Backend, Example};

#[test]
fn commands_say_the_same_on_sqlite() {
    run_all(Backend::Sqlite);
}

#[test]
fn commands_say_the_same_on_postgresql() {
    run_all(Backend::Postgresql);
}

#[test]
fn commands_say_the_same_on_mysql() {
    run_all(Backend::Mysql);
}

fn run_all(backend: Backend) {
    let example = Example::with_rows(backend);
    the_hand_written_query_counts(&example);
    a_second_import_changes_nothing(&example);
    a_dry_run_stores_nothing(&Example::new(backend));
    mistakes_are_told_before_a_run(&example);
    roles_hold_on_the_command_line(&example);
}

fn the_hand_written_query_counts(example: &Example) {
    let expected = "\
ungated: counts the flights of each airline
late departures from JFK:
airline                 flights  late
----------------------  -------  ------
American Airlines Inc.  3        33.3 %
JetBlue Airways         7        0.0 %
";
    assert_eq!(example.expect_success(&["flight", "punctuality", "JFK", "--least", "3"]), expected);
}

fn a_second_import_changes_nothing(example: &Example) {
    let said = example.expect_success(&["import", "flights"]);
    assert!(said.contains("flights: 56 rows read, flight: 0 stored, 53 unchanged, 3 rejected\n"), "{said}");
}

fn a_dry_run_stores_nothing(example: &Example) {
    let said = example.expect_success(&["import", "airlines", "--dry-run"]);
    assert!(said.contains("airline: 16 "), "{said}");
    let said = example.expect_success(&["import", "airlines"]);
    assert!(said.contains("airlines: 16 rows read, airline: 16 stored, 0 unchanged, 0 rejected\n"), "{said}");
}

fn mistakes_are_told_before_a_run(example: &Example) {
    let output = example.run(&["flight", "punctuality", "JFK", "--least", "many"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let output = example.run(&["import", "flihgts"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("there is no import `flihgts`, did you mean `flights`?"), "{said}");
}

fn roles_hold_on_the_command_line(example: &Example) {
    let _ = example.token("dora", &["dispatcher"]);
    let output = example.run(&["--as", "dora", "flight", "punctuality", "JFK"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("you may not run `flight punctuality`"), "{said}");
}

#[test]
fn a_token_that_cannot_be_shown_is_a_failure() {
    let example = Example::new(Backend::Sqlite);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let mut command = example.command(&["user", "save", "zed"]);
    let output = command.stdout(writer).output().expect("the example's binary can be started");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "nycflights: the token of `zed` could not be shown (Broken pipe (os error 32)): make another with `user rotate zed`\n"
    );
}
