//! Walks: specs that change at random on databases with rows. Up to the newest, down to the oldest and up again, and what was
//! there all the time is as it was; and the schema is the one that is made from nothing.

use std::collections::BTreeMap;
use std::fs;

use migrations::application::{self, Migrations, corpus};
use migrations::database::{Database, Row};
use migrations::random::{Random, Specs};
use migrations::rows;
use migrations::shape::{self, Shape};
use serde_json::Value as Json;
use zimagi_codegen::Plan;
use zimagi_codegen::migration::{Decisions, Destruction};
use zimagi_spec::names::Database as Kind;

const SEEDS: u64 = 3;
const EDITS: u32 = 24;

#[test]
fn walks_on_sqlite_lose_nothing() {
    (1..=SEEDS).for_each(|seed| walk(seed, Kind::Sqlite));
}

#[test]
fn walks_on_postgresql_lose_nothing() {
    (1..=SEEDS).for_each(|seed| walk(seed, Kind::Postgresql));
}

#[test]
fn walks_on_mariadb_lose_nothing() {
    (1..=SEEDS).for_each(|seed| walk(seed, Kind::Mysql));
}

/// One state of the specs, and the tables that it wants.
struct State {
    specs: Specs,
    tables: Vec<(String, Json)>,
}

fn walk(seed: u64, kind: Kind) {
    let (migrations, states) = path(seed, kind);
    let texts = migrations.texts(kind);
    assert_eq!(texts.len(), states.len());
    let mut database = Database::fresh(kind);
    let run = |database: &mut Database, text: &str, at: usize| {
        let specs = states[at].specs.render();
        database.run(text).unwrap_or_else(|error| panic!("seed {seed}, step {at}: {error}\n{text}\n{specs}"));
    };
    run(&mut database, &texts[0].0, 0);
    rows::fill(&mut database, &states[0].tables);
    let last = states.last().unwrap();
    let before = constants(&mut database, &states[0].specs, &last.specs);
    for (at, (up, _)) in texts.iter().enumerate().skip(1) {
        run(&mut database, up, at);
        rows::fill(&mut database, &states[at].tables);
        assert_same_shape(&mut database, &states[at], seed, at);
    }
    assert_eq!(constants(&mut database, &last.specs, &last.specs), before, "seed {seed}, up");
    for (at, (_, down)) in texts.iter().enumerate().skip(1).rev() {
        run(&mut database, down, at);
        assert_same_shape(&mut database, &states[at - 1], seed, at - 1);
    }
    assert_eq!(constants(&mut database, &states[0].specs, &last.specs), before, "seed {seed}, down");
    for (at, (up, _)) in texts.iter().enumerate().skip(1) {
        run(&mut database, up, at);
    }
    let differences = shape::differences(&shape::read(&mut database), &from_nothing(last, kind));
    assert!(differences.is_empty(), "seed {seed}, up again:\n{differences}");
    assert_eq!(constants(&mut database, &last.specs, &last.specs), before, "seed {seed}, up again");
}

/// The migrations of a walk, and the states that they lead to.
fn path(seed: u64, kind: Kind) -> (Migrations, Vec<State>) {
    let mut random = Random::new(seed);
    let mut migrations = Migrations::default();
    let mut specs = Specs::first(&mut random);
    let mut states = Vec::new();
    let mut renames = Vec::new();
    while states.len() <= EDITS as usize {
        let plan =
            plan_of(&specs, kind).unwrap_or_else(|mistakes| panic!("seed {seed}: {mistakes}\n{}", specs.render()));
        let decisions = Decisions { renames: std::mem::take(&mut renames), destruction: Destruction::Allowed };
        migrations.write(&plan, &decisions).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{}", specs.render()));
        states.push(State { specs: specs.clone(), tables: application::tables(&plan, kind) });
        renames = loop {
            let mut edited = specs.clone();
            if let Some(options) = edited.edit(&mut random)
                && edited.render() != specs.render()
            {
                specs = edited;
                break options.iter().map(|option| option.parse().unwrap()).collect();
            }
        };
    }
    (migrations, states)
}

fn plan_of(specs: &Specs, kind: Kind) -> Result<Plan, String> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("specs")).unwrap();
    let manifest = format!("name: shop\ncompatibility: '>=0.14.0,<0.15'\ndatabases: [{}]\n", kind.word());
    fs::write(folder.path().join("zimagi.yml"), manifest).unwrap();
    fs::write(folder.path().join("specs/data.yml"), specs.render()).unwrap();
    fs::write(folder.path().join("Cargo.toml"), "[dependencies]\ndiesel = \"2.3\"\n").unwrap();
    application::plan(folder.path(), &corpus().join("platform/specs"))
}

fn assert_same_shape(database: &mut Database, state: &State, seed: u64, at: usize) {
    let expected = shape::expected(&state.tables, database.kind);
    let differences = shape::differences(&shape::read(database), &expected);
    assert!(differences.is_empty(), "seed {seed}, step {at}:\n{differences}");
}

/// The shape of the last state if it is the first one.
fn from_nothing(state: &State, kind: Kind) -> Shape {
    let mut migrations = Migrations::default();
    migrations.write(&plan_of(&state.specs, kind).unwrap(), &Decisions::default()).unwrap();
    let mut fresh = Database::fresh(kind);
    fresh.run(&migrations.texts(kind)[0].0).unwrap();
    shape::read(&mut fresh)
}

/// The values of the fields that are constant to the end, by the numbers of model and field; names are those of one state.
fn constants(database: &mut Database, now: &Specs, last: &Specs) -> BTreeMap<(u32, u32), Vec<Row>> {
    let mut values = BTreeMap::new();
    for (number, model) in &last.models {
        let Some(model_now) = now.models.get(number) else { continue };
        for at in model.fields.iter().filter(|(_, field)| field.is_constant).map(|(at, _)| at) {
            let field = &model_now.fields[at];
            let table = format!("shop_{}", model_now.name);
            let columns = ["name".to_owned(), field.column()];
            values.insert((*number, *at), rows::values(database, &table, &columns));
        }
    }
    values
}
