//! Who may see what, over every model, field, route and kind of caller.
//!
//! A cell is a field on one surface for one caller. What must be visible comes from a naive reading of the specs. What must not is
//! asked for twice, by its name and by an invented one of the same length: status, headers and bytes must be the same.

mod asking;
mod callers;
mod matrix;
mod shown;
mod surfaces;

use e2e::{Backend, Client, Example, Server, assert_golden, read_models};
use serde_json::json;

use callers::{CALLERS, callers};
use matrix::Matrix;

/// A matrix that is smaller has lost a surface.
const CELLS_MIN: usize = 10_000;

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_sqlite() {
    check(Backend::Sqlite);
}

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_postgresql() {
    check(Backend::Postgresql);
}

#[test]
fn forbidden_and_invented_names_are_answered_alike_on_mysql() {
    check(Backend::Mysql);
}

fn check(backend: Backend) {
    let models = read_models();
    let example = Example::with_rows(backend);
    let server = Server::start(&example);
    let callers = callers(&example, &server);
    prepare(&callers[CALLERS.len() - 1].client);
    // Nobody waits for the answers of others.
    let matrix = std::thread::scope(|scope| {
        let column = |index| {
            let mut column = Matrix::new(&models, &callers);
            scope.spawn(move || {
                column.check_models(index);
                column
            })
        };
        let columns: Vec<_> = (0..callers.len()).map(column).collect();
        let columns = columns.into_iter().map(|column| column.join().expect("the check goes through"));
        columns.reduce(Matrix::with).expect("there are callers")
    });
    assert!(matrix.leaks.is_empty(), "{:#?}", matrix.leaks);
    assert!(matrix.cells >= CELLS_MIN, "only {} cells", matrix.cells);
    assert_golden("permissions.txt", &matrix.render());
}

/// A record of every model, so that answers have fields to show.
fn prepare(admin: &Client) {
    let watch =
        admin.send_json("POST", "/watch/", &json!({"user": "the-dispatcher", "airport": "JFK", "contact": "555-0100"}));
    assert_eq!(watch.status, 201, "{}", watch.text());
}
