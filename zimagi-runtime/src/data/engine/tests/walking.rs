//! Walks by cursor while others write: what stays is seen once, in its order, on every database.
//!
//! `ZIMAGI_CURSOR_WALKS` says how many walks there are on each database, `ZIMAGI_CURSOR_SEED` which.

use std::collections::HashSet;

use serde_json::{Value as Json, json};

use super::fixture::{Fixture, flight, on_all};
use crate::data::{ListPage, Turn};

const WALKS: u64 = 60;

/// Orders with nulls, equal values and related fields.
const TERMS: [&str; 11] = [
    "delay",
    "plane",
    "plane.year",
    "plane.manufacturer",
    "origin",
    "origin.latitude",
    "carrier.name",
    "time_hour",
    "number",
    "updated",
    "id",
];

#[test]
fn what_stays_is_seen_once_by_every_walk() {
    let number = |name: &str, default| std::env::var(name).map_or(default, |text| text.parse().unwrap());
    let (walks, seed) = (number("ZIMAGI_CURSOR_WALKS", WALKS), number("ZIMAGI_CURSOR_SEED", 1));
    on_all(async |fixture| {
        let mut chance = Chance(seed);
        let staying = settle(fixture, &mut chance).await;
        for walk in 0..walks {
            println!("walk {walk} of seed {seed} on {:?}", fixture.database());
            Walk::new(&mut chance).check(fixture, &mut chance, &staying).await;
        }
    });
}

/// Flights that nobody touches during the walks, by their numbers. Those of the fixture are restless.
async fn settle(fixture: &Fixture, chance: &mut Chance) -> HashSet<i64> {
    let numbers = 100..130;
    for number in numbers.clone() {
        fixture.create("flight", some_flight(chance, number)).await.unwrap();
    }
    numbers.collect()
}

/// Of few values, so that many are the same.
fn some_flight(chance: &mut Chance, number: i64) -> Json {
    let plane = chance.one_of(&[None, Some("N1"), Some("N2"), Some("N3")]);
    let delay = chance.one_of(&[None, Some(-3), Some(0), Some(7), Some(7)]);
    let hour = chance.one_of(&["2013-03-01T05:00:00Z", "2013-03-01T06:00:00.000100Z"]);
    flight(hour, chance.one_of(&["AA", "UA"]), number, (chance.one_of(&["JFK", "LGA"]), plane), delay)
}

struct Walk {
    query: String,
    start: &'static str,
    turn: fn(&ListPage) -> &Option<Turn>,
}

impl Walk {
    fn new(chance: &mut Chance) -> Self {
        let terms = (0..=chance.below(3)).map(|_| format!("{}{}", chance.one_of(&["", "-"]), chance.one_of(&TERMS)));
        let ordering = terms.collect::<Vec<_>>().join(",");
        let filter = chance.one_of(&["", "&-carrier=AA", "&number.gte=100", "&plane.isnull=false"]);
        let query = format!("total=none&ordering={ordering}&count={}{filter}", 1 + chance.below(9));
        let (start, turn): (_, fn(&ListPage) -> &Option<Turn>) =
            if chance.below(2) == 0 { ("cursor=", |page| &page.next) } else { ("page=last", |page| &page.previous) };
        Self { query, start, turn }
    }

    /// What stays and is found at once is what is found page by page.
    async fn check(&self, fixture: &Fixture, chance: &mut Chance, staying: &HashSet<i64>) {
        // Of a parameter given twice the last one counts.
        let whole = fixture.page(&fixture.admin, "flight", &format!("{}&count=1000", self.query)).await.unwrap();
        let expected = staying_of(&whole, staying);
        let mut page = fixture.page(&fixture.admin, "flight", &format!("{}&{}", self.query, self.start)).await.unwrap();
        let mut pages = vec![staying_of(&page, staying)];
        while (self.turn)(&page).is_some() {
            disturb(fixture, chance).await;
            page = fixture.turn("flight", &self.query, (self.turn)(&page)).await;
            pages.push(staying_of(&page, staying));
        }
        if self.start == "page=last" {
            pages.reverse();
        }
        assert_eq!(pages.concat(), expected, "{} from {}", self.query, self.start);
    }
}

fn staying_of(page: &ListPage, staying: &HashSet<i64>) -> Vec<i64> {
    let items: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
    items.iter().filter_map(|item| item["number"].as_i64()).filter(|number| staying.contains(number)).collect()
}

/// Others make, change and delete records.
async fn disturb(fixture: &Fixture, chance: &mut Chance) {
    let query = "total=none&number.lt=100&count=1000";
    let page = fixture.page(&fixture.admin, "flight", query).await.unwrap();
    let restless: Vec<Json> = serde_json::from_slice(&page.items).unwrap();
    let id = restless.get(chance.below(restless.len().max(1) as u64) as usize).map(|item| item["id"].as_str().unwrap());
    match (chance.below(3), id) {
        (0, Some(id)) if restless.len() > 3 => fixture.delete("flight", id).await.unwrap(),
        (1, Some(id)) => {
            let delay = chance.one_of(&[json!(null), json!(0), json!(8)]);
            let change = json!({"delay": delay, "plane": chance.one_of(&[json!(null), json!("N2")])});
            fixture.update("flight", id, change).await.unwrap();
        }
        _ => {
            let number = 10 + i64::try_from(chance.below(90)).unwrap();
            // There may be one of this number and hour already.
            let _ = fixture.create("flight", some_flight(chance, number)).await;
        }
    }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len() as u64) as usize].clone()
    }
}
