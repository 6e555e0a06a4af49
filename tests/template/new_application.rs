//! From nothing to the first answer: a new application outside the checkout, with a data model of its own.
//!
//! Everything is built anew in a folder of its own, as on a machine that has never seen the platform. Prints the seconds from
//! `new` to the first answer.

mod application;
mod service;
mod watched;

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use application::Application;
use service::Service;
use watched::Watched;

/// A newcomer does not wait longer.
const WAIT_MAX: Duration = Duration::from_secs(300);

const PRODUCT: &str = "
data:
  product:
    help: Something that is for sale.
    base: name_resource
    roles:
      edit: [writer]
      view: [public]
    fields:
      price:
        type: float
        help: What one costs.
      remark:
        relation: note
        null: true
        help: What is to be said about it.
";

/// The files of the example.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/nycflights");

/// Models that are inferred from files, those first that others refer to.
const FILES: [(&str, &str); 5] = [
    ("airline", "airlines.csv"),
    ("airport", "airports.csv"),
    ("plane", "planes.csv"),
    ("weather", "weather.csv"),
    ("flight", "flights-2013-01.csv.zip"),
];

#[test]
#[ignore = "builds an application from nothing: run by `cargo xtask test`"]
fn a_new_application_answers_for_a_model_of_its_own() {
    let start = Instant::now();
    let shop = Application::new("shop");
    shop.write("specs/data/product.yml", PRODUCT);
    for (model, file) in FILES {
        let path = format!("data/{file}");
        shop.copy(&Path::new(EXAMPLE).join(&path), &path);
        shop.zimagi(&["new", "model", model, "--from", &path]);
    }
    shop.zimagi(&["migration", "new", "first"]);
    assert_eq!(shop.zimagi(&["check"]), "checked 22 files: no mistakes\n");
    shop.cargo(&["build"]);

    let service = Service::start(&shop);
    let product = json!({ "name": "lamp", "price": 12.5 });
    assert_eq!(service.post("/product/", &product).0, 201);
    let (status, lamp) = service.get("/product/lamp/");
    let waited = start.elapsed();

    assert_eq!(status, 200);
    assert_eq!((&lamp["name"], &lamp["price"], &lamp["remark"]), (&json!("lamp"), &json!(12.5), &json!(null)));
    let imported = shop.run(&["import"]);
    for rows in ["airline: 16", "airport: 1458", "plane: 3322", "weather: 26115", "flight: 27004"] {
        let (model, count) = rows.split_once(": ").unwrap();
        let line = format!("{model}: {count} rows read, {model}: {count} stored, 0 unchanged, 0 rejected\n");
        assert!(imported.contains(&line), "{line}{imported}");
    }
    assert_eq!(service.get("/weather/?origin.faa=JFK&count=1").1["count"], 8706);

    drop(service);
    serve_while_specs_change(&shop);

    println!("from `new` to the first answer: {:.0} s", waited.as_secs_f64());
    assert!(waited <= WAIT_MAX, "the first answer took {waited:?}, more than {WAIT_MAX:?}");
}

/// A data model that is open to everyone appears while the tool watches: first nobody is told of it, then its route answers.
fn serve_while_specs_change(shop: &Application) {
    let mut watched = Watched::start(shop);
    // To somebody without credentials what is not there looks like what one may not see.
    assert_eq!(watched.next_status("/offer/"), 401);
    shop.write("specs/data/offer.yml", OFFER);
    shop.zimagi(&["migration", "new", "offers"]);
    // The model may be built before its migration is there; with the migration its route answers.
    if watched.next_status("/offer/") != 200 {
        assert_eq!(watched.next_status("/offer/"), 200);
    }
}

const OFFER: &str = "
data:
  offer:
    help: Something that is cheaper for a while.
    base: name_resource
    roles:
      view: [public]
";
