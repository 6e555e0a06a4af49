//! `cargo zimagi new model` and `cargo zimagi new hook` as they are typed: what they write, and that specs pass the check. Compiles no
//! application.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A new application in a folder of its own.
struct Application {
    folder: PathBuf,
    _parent: TempDir,
}

#[test]
fn the_files_of_flights_become_models_and_imports_that_refer_to_each_other() {
    let flights = Application::new();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/nycflights/data");
    fs::create_dir(flights.folder.join("data")).unwrap();
    for (model, file) in [
        ("airline", "airlines.csv"),
        ("airport", "airports.csv"),
        ("plane", "planes.csv"),
        ("weather", "weather.csv"),
        ("flight", "flights-2013-01.csv.zip"),
    ] {
        let path = format!("data/{file}");
        fs::copy(data.join(file), flights.folder.join(&path)).unwrap();
        flights.zimagi(&["new", "model", model, "--from", &path], 0);
        flights.assert_written("flights", model);
    }
    flights.assert_checked();
}

#[test]
fn every_kind_is_told_by_its_values() {
    let shop = Application::new();
    shop.write("data/orders.csv", ORDERS);
    let said = shop.zimagi(&["new", "model", "order_line", "--from", "data/orders.csv"], 0);
    let expected = "\
Wrote specs/data/order_line.yml
Wrote specs/import/order_line.yml
Read the guesses, then go on with `cargo zimagi migration new NAME`.
";
    assert_eq!(said, expected);
    shop.assert_written("kinds", "order_line");
    shop.assert_checked();
}

/// A country's code is the word for a missing value: among other codes it is one of them.
#[test]
fn rows_that_nothing_tells_apart_and_words_that_are_values_are_said() {
    let shop = Application::new();
    shop.write("data/stays.csv", "country,guest,guest,page\nNA,Ann,x,1\nDE,Ann,y,2\nNA,Ann,z,1\nFR,Bob,x\n");
    shop.zimagi(&["new", "model", "stay", "--from", "data/stays.csv"], 0);
    shop.assert_written("doubts", "stay");
    shop.assert_checked();
}

#[test]
fn a_table_of_sqlite_becomes_a_model() {
    let shop = Application::new();
    let path = shop.folder.join("old.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch(SQLITE).unwrap();
    shop.zimagi(&["new", "model", "customer", "--from", "old.db"], 0);
    shop.zimagi(&["new", "model", "purchase", "--from", &format!("sqlite://{}:orders", path.display())], 0);
    shop.assert_model("sqlite", "customer");
    shop.assert_model("sqlite", "purchase");
    shop.assert_checked();
    let refused = shop.zimagi(&["new", "model", "item", "--from", "old.db"], 3);
    let expected = "\
error: the database has no table `item`: add `:TABLE` to its address; there are `customer`, `orders`
";
    assert_eq!(refused, expected);
}

#[test]
fn a_table_of_postgresql_becomes_a_model() {
    let shop = Application::new();
    let url = std::env::var("ZIMAGI_TEST_POSTGRES").expect("`cargo xtask services up` says what this is");
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    let database = format!("new_model_{}", std::process::id());
    client.batch_execute(&format!("CREATE DATABASE {database}")).unwrap();
    let (server, _) = url.rsplit_once('/').unwrap();
    let own = format!("{server}/{database}");
    postgres::Client::connect(&own, postgres::NoTls).unwrap().batch_execute(POSTGRES).unwrap();
    let customer = shop.zimagi(&["new", "model", "customer", "--from", &format!("{own}:customers")], 0);
    let measure = shop.zimagi(&["new", "model", "measure", "--from", &own], 0);
    client.batch_execute(&format!("DROP DATABASE {database} WITH (FORCE)")).unwrap();
    assert_eq!(
        customer,
        "Wrote specs/data/customer.yml\nRead the guesses, then go on with `cargo zimagi migration new NAME`.\n"
    );
    assert_eq!(
        measure,
        "Wrote specs/data/measure.yml\nRead the guesses, then go on with `cargo zimagi migration new NAME`.\n"
    );
    for model in ["customer", "measure"] {
        let address = format!("{}/{database}", server.split('@').next_back().unwrap());
        let text = shop.read(&format!("specs/data/{model}.yml"));
        let first = text.lines().next().unwrap();
        assert!(first.ends_with(&format!("{address}.")), "{first} {address}");
        assert_golden(&format!("postgresql/{model}.yml"), text.split_once('\n').unwrap().1);
    }
    shop.assert_checked();
}

#[test]
fn without_a_source_a_model_begins_with_what_can_be_said() {
    let shop = Application::new();
    let said = shop.zimagi(&["new", "model", "product"], 0);
    assert_eq!(
        said,
        "Wrote specs/data/product.yml\nRead the guesses, then go on with `cargo zimagi migration new NAME`.\n"
    );
    shop.assert_model("skeleton", "product");
    shop.assert_checked();
}

#[test]
fn hooks_begin_with_what_they_may_do() {
    let shop = Application::new();
    let said = shop.zimagi(&["new", "hook", "note"], 0);
    let expected = "\
Wrote src/hooks/note.rs
Wrote src/hooks/mod.rs
Declare `pub mod hooks;` in src/lib.rs.
Write `hooks: true` into the entry of `note` in the specs.
Go on with `cargo zimagi check`.
";
    assert_eq!(said, expected);
    assert_golden("hooks/note.rs", &shop.read("src/hooks/note.rs"));
    assert_golden("hooks/mod.rs", &shop.read("src/hooks/mod.rs"));
    let again = shop.zimagi(&["new", "hook", "note"], 3);
    assert!(again.contains("src/hooks/note.rs cannot be written"), "{again}");
    assert_eq!(shop.zimagi(&["new", "hook", "nte"], 3), "error: there is no data model `nte`\n");
    let user = shop.zimagi(&["new", "hook", "user"], 0);
    assert!(user.contains("Declare `pub mod user;` in src/hooks/mod.rs.\n"), "{user}");
}

#[test]
fn nothing_is_overwritten_and_names_are_names() {
    let shop = Application::new();
    shop.write("specs/import/product.yml", "# mine\n");
    shop.write("products.csv", "code,price\nA,1\nB,2\n");
    let path = shop.folder.canonicalize().unwrap().join("specs/import/product.yml");
    let cases = [
        (
            &["new", "model", "product", "--from", "products.csv"][..],
            format!("error: `{}` exists already: choose another name or remove it\n", path.display()),
        ),
        (
            &["new", "model", "note"],
            "error: there is a data model `note` already: choose another name\n".to_owned(),
        ),
        (
            &["new", "model", "Product"],
            "error: `Product` cannot be the name of a data model: write lower-case letters, digits and single `_`, a letter \
             first\n"
                .to_owned(),
        ),
        (
            &["new", "model"],
            "error: a data model needs a name: write `cargo zimagi new model NAME`. For an application that is called \
             `model`, write `cargo zimagi new ./model`\n"
                .to_owned(),
        ),
        (
            &["new", "model", "product", "--from", "mysql://localhost/shop"],
            "error: tables of MySQL and MariaDB cannot be read yet: export the table as CSV and give the file\n".to_owned(),
        ),
    ];
    for (arguments, expected) in cases {
        assert_eq!(shop.zimagi(arguments, 3), expected, "{arguments:?}");
    }
    assert!(!shop.folder.join("specs/data/product.yml").exists());
    assert_eq!(shop.read("specs/import/product.yml"), "# mine\n");
    shop.zimagi(&["new", "./model"], 0);
    assert!(shop.folder.join("model/zimagi.yml").is_file());
}

/// A file that lies elsewhere is read, and the person is told to copy it.
#[test]
fn a_file_outside_of_the_application_is_named_where_imports_look() {
    let shop = Application::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("products.csv");
    fs::write(&file, "code,price\nA,1\nB,2\n").unwrap();
    let said = shop.zimagi(&["new", "model", "product", "--from", file.to_str().unwrap()], 0);
    let copy = "Imports read files of the application only, or of the folder `ZIMAGI_FILES`: copy";
    assert!(said.contains(&format!("{copy} {} to data/products.csv.\n", file.display())), "{said}");
    assert!(shop.read("specs/import/product.yml").contains("\n    file: data/products.csv\n"));
}

const ORDERS: &str = "\
Order No;placedOn;Sent At;Weighs;Price;Paid;Token;Extra;Postal Code;At;Remark;Nothing;no
7;2024-01-31;2024-02-01T10:00:00Z;1.25;12.50;true;123e4567-e89b-12d3-a456-426614174000;{\"a\": 1};01234;17:30;\"two\nlines\";;x
8;2024-01-31;2024-02-01 10:00;0.5;3.00;FALSE;123e4567-e89b-12d3-a456-426614174001;[];56789;08:00:05;;;y
9;2024-02-29;;3;100.25;true;123e4567-e89b-12d3-a456-426614174002;;00001;00:00;n/a;;x
";

const SQLITE: &str = "
CREATE TABLE customer (id INTEGER PRIMARY KEY, email VARCHAR(254) NOT NULL UNIQUE, born DATE, photo BLOB, remark);
CREATE TABLE orders (
    customer_id INTEGER NOT NULL REFERENCES customer(id), number INTEGER NOT NULL, paid BOOLEAN NOT NULL,
    total DECIMAL(10, 2), shop_id INTEGER REFERENCES shop(id), PRIMARY KEY (customer_id, number));
";

const POSTGRES: &str = "
CREATE TABLE customers (
    id uuid PRIMARY KEY, name varchar(100) NOT NULL, email text UNIQUE, born date, at timestamptz NOT NULL,
    waits interval, tags jsonb, amount numeric(12, 3), place point);
CREATE TABLE measure (
    customer_id uuid NOT NULL REFERENCES customers, taken timestamp NOT NULL, value double precision, dropped int,
    UNIQUE (customer_id, taken));
ALTER TABLE measure DROP COLUMN dropped;
";

impl Application {
    fn new() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let shop = Self { folder: parent.path().join("shop"), _parent: parent };
        let output = tool().args(["zimagi", "new", "shop"]).current_dir(shop._parent.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        shop
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// Runs the tool and gives all that it printed.
    fn zimagi(&self, arguments: &[&str], code: i32) -> String {
        let output = tool().arg("zimagi").args(arguments).current_dir(&self.folder).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }

    fn assert_checked(&self) {
        let said = self.zimagi(&["check"], 0);
        assert!(!said.contains("error") && !said.contains("warning"), "{said}");
    }

    fn assert_model(&self, case: &str, model: &str) {
        assert_golden(
            &format!("{case}/{model}.yml"),
            &self.read(&format!("specs/data/{model}.yml")).replace(&self.path(), "."),
        );
    }

    fn assert_written(&self, case: &str, model: &str) {
        self.assert_model(case, model);
        assert_golden(&format!("{case}/import/{model}.yml"), &self.read(&format!("specs/import/{model}.yml")));
    }

    fn path(&self) -> String {
        self.folder.display().to_string()
    }
}

/// Compares a text with a file below `tests/new_model`, or writes it there when `BLESS` is set.
fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/new_model").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{} differs (run `cargo xtask bless` and read the change):\n{text}", path.display());
}

fn tool() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cargo-zimagi"))
}
