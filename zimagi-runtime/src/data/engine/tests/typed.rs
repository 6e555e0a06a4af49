//! Typed queries.

use super::fixture::{Fixture, on_all};
use crate::data::DataError;
use crate::data::typed::{Column, Model, Row, RowError, Select, Steps};

/// A run's record, of which nothing is read.
#[derive(Debug)]
pub(super) struct Run;

impl Model for Run {
    const NAME: &'static str = "log";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

/// A user.
#[derive(Debug)]
pub(super) struct UserRow;

impl Model for UserRow {
    const NAME: &'static str = "user";
    const FIELDS: &'static [&'static str] = &[];

    fn read(_row: &mut Row) -> Result<Self, RowError> {
        Ok(Self)
    }
}

#[derive(Debug, PartialEq)]
struct Flight {
    number: i64,
    carrier_id: String,
    plane_id: Option<String>,
    delay: Option<i64>,
}

impl Model for Flight {
    const NAME: &'static str = "flight";
    const FIELDS: &'static [&'static str] = &["number", "carrier", "plane", "delay"];

    fn read(row: &mut Row) -> Result<Self, RowError> {
        Ok(Self { number: row.next()?, carrier_id: row.next()?, plane_id: row.next()?, delay: row.next()? })
    }
}

fn manufacturer() -> Column<Flight, String> {
    Steps::root().step("plane").column("manufacturer")
}

fn delay() -> Column<Flight, Option<i64>> {
    Steps::root().column("delay")
}

#[test]
fn a_typed_query_gives_structs() {
    on_all(async |fixture| {
        let query =
            Select::<Flight>::new().filter(manufacturer().eq("BOEING").or(delay().is_null())).order_by(delay().desc());
        let flights = fixture.engine.select(&fixture.admin, query).await.unwrap();
        let first = Flight { number: 1, carrier_id: "UA".to_owned(), plane_id: Some("N1".to_owned()), delay: Some(11) };
        let second = Flight { number: 3, carrier_id: "UA".to_owned(), plane_id: None, delay: None };
        assert_eq!(flights, [first, second]);
        let query = Select::<Flight>::new().filter(!manufacturer().icontains("boeing")).limit(1);
        assert_eq!(fixture.engine.select(&fixture.admin, query).await.unwrap()[0].number, 2);
    });
}

#[test]
fn a_typed_query_passes_the_same_gate() {
    on_all(async |fixture| {
        let dispatcher = Fixture::permit(&["dispatcher"]);
        let flights = fixture.engine.select(&dispatcher, Select::<Flight>::new()).await.unwrap();
        assert!(flights.iter().all(|flight| flight.plane_id.is_none()) && flights.len() == 4, "{flights:?}");
        let query = Select::<Flight>::new().filter(manufacturer().eq("BOEING"));
        let Err(DataError::Query(mistakes)) = fixture.engine.select(&dispatcher, query).await else { panic!() };
        assert_eq!(mistakes[0].to_string(), "there is no field `plane.manufacturer`");
        let nobody = Fixture::permit(&[]);
        let error = fixture.engine.select(&nobody, Select::<Flight>::new()).await.unwrap_err();
        assert!(matches!(error, DataError::NotFound), "{error:?}");
    });
}
