//! The hooks of the tests, and the structs that they are written for.

use serde_json::Value as Json;

use crate::data::hook::{Draft, HookContext, HookError, HookResult, Hooks, HooksEntry};
use crate::data::typed::{Column, Model, Row, RowError, Select, Steps};

pub(super) static HOOKS: &[HooksEntry] = &[
    HooksEntry::of::<Plane, PlaneHooks>(),
    HooksEntry::of::<Flight, FlightHooks>(),
    HooksEntry::of::<Sensor, SensorHooks>(),
    HooksEntry::of::<Place, PlaceHooks>(),
];

#[derive(Debug)]
struct Plane {
    year: Option<i64>,
    manufacturer: String,
}

impl Model for Plane {
    const NAME: &'static str = "plane";
    const FIELDS: &'static [&'static str] = &["year", "manufacturer"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { year: row.next()?, manufacturer: row.next()? })
    }
}

fn year() -> Column<Plane, Option<i64>> {
    Steps::root().column("year")
}

fn manufacturer() -> Column<Plane, String> {
    Steps::root().column("manufacturer")
}

struct PlaneHooks;

impl Hooks<Plane> for PlaneHooks {
    async fn before_save(_cx: &mut HookContext<'_, Plane>, draft: &mut Draft<Plane>) -> HookResult {
        match draft.get(manufacturer()) {
            None => draft.set(manufacturer(), "HOME-BUILT"),
            Some(name) if name == "long" => draft.set(manufacturer(), "x".repeat(65)),
            Some(name) if draft.is_changed(manufacturer()) => draft.set(manufacturer(), name.trim().to_uppercase()),
            Some(_) => {}
        }
        Ok(())
    }

    async fn validate(cx: &mut HookContext<'_, Plane>, draft: &Draft<Plane>) -> HookResult {
        let record = draft.record()?;
        if let Some(built) = record.year.filter(|year| *year < 1900) {
            cx.refuse(year(), "nobody flew then");
            cx.refuse(manufacturer(), format!("was not there yet in {built}"));
        }
        if record.manufacturer == "ACME" {
            return Err(HookError::refuse("Acme builds no planes"));
        }
        Ok(())
    }

    async fn after_save(cx: &mut HookContext<'_, Plane>, draft: &Draft<Plane>) -> HookResult {
        let name = draft.get(manufacturer()).unwrap_or_default();
        let same = cx.select(Select::<Plane>::new().filter(manufacturer().eq(name))).await?;
        if same.len() > 2 {
            cx.refuse(manufacturer(), "there are two of it already");
        }
        Ok(())
    }

    async fn before_delete(cx: &mut HookContext<'_, Plane>, record: &Plane) -> HookResult {
        if record.manufacturer == "AIRBUS" {
            cx.refuse_record("an Airbus is kept");
        }
        Ok(())
    }

    fn dynamic_field(field: &str, record: &Plane) -> Json {
        assert_eq!(field, "age");
        record.year.map_or(Json::Null, |year| Json::from(2013 - year))
    }
}

#[derive(Debug)]
struct Flight;

impl Model for Flight {
    const NAME: &'static str = "flight";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

/// A user, of whom nothing is read.
#[derive(Debug)]
struct User;

impl Model for User {
    const NAME: &'static str = "user";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

fn delay() -> Column<Flight, Option<i64>> {
    Steps::root().column("delay")
}

fn number() -> Column<Flight, i64> {
    Steps::root().column("number")
}

/// Hidden from everybody.
fn remark() -> Column<Flight, Option<String>> {
    Steps::root().column("remark")
}

fn tail_number() -> Column<Flight, String> {
    Steps::root().step("plane").column("tail_number")
}

struct FlightHooks;

impl Hooks<Flight> for FlightHooks {
    async fn validate(cx: &mut HookContext<'_, Flight>, draft: &Draft<Flight>) -> HookResult {
        if draft.is_new() && draft.get(number()) == Some(13) {
            let users = cx.select(Select::<User>::new()).await?;
            return Err(std::io::Error::other(format!("{} users know why", users.len())).into());
        }
        if draft.get(delay()) == Some(666) {
            cx.refuse(remark(), "the remark is ominous");
        }
        if let (Some(before), Some(after)) = (draft.before(delay()), draft.get(delay()))
            && after < before
        {
            cx.refuse(delay(), format!("{before} is known, {after} is less"));
        }
        if let (Some(before), Some(after)) = (draft.before(tail_number()), draft.get(tail_number()))
            && draft.is_changed(tail_number())
        {
            cx.refuse(tail_number(), format!("{before} was there before {after}"));
        }
        Ok(())
    }
}

#[derive(Debug)]
struct Sensor {
    name: String,
}

impl Model for Sensor {
    const NAME: &'static str = "sensor";
    const FIELDS: &'static [&'static str] = &["name"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { name: row.next()? })
    }
}

struct SensorHooks;

impl Hooks<Sensor> for SensorHooks {
    async fn before_delete(_cx: &mut HookContext<'_, Sensor>, record: &Sensor) -> HookResult {
        if record.name == "fixed" { Err(HookError::refuse("this sensor stays")) } else { Ok(()) }
    }
}

#[derive(Debug)]
struct Place;

impl Model for Place {
    const NAME: &'static str = "place";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

fn city() -> Column<Place, String> {
    Steps::root().column("city")
}

struct PlaceHooks;

impl Hooks<Place> for PlaceHooks {
    async fn before_save(_cx: &mut HookContext<'_, Place>, draft: &mut Draft<Place>) -> HookResult {
        if let Some(name) = draft.get(city()) {
            draft.set(city(), name.trim());
        }
        Ok(())
    }

    async fn validate(cx: &mut HookContext<'_, Place>, draft: &Draft<Place>) -> HookResult {
        if draft.get(city()).as_deref() == Some("Atlantis") {
            cx.refuse(city(), "cannot be reached");
        }
        Ok(())
    }
}
