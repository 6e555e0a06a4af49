//! Decimals that are compared with a field of fewer places: brought to its places without changing what is found.
//!
//! SQLite keeps decimals as whole numbers of the last place, so a bind of other places would be another number there.

use rust_decimal::{Decimal, RoundingStrategy};
use zimagi_spec::descriptor::ScalarKind;

use super::super::typed::Test;
use super::super::value::Value;

/// The same test with decimals of the field's places; none if the test has no decimals, or has them so.
pub(super) fn settle_decimals(kind: ScalarKind, test: &Test) -> Option<Test> {
    let ScalarKind::Decimal { digits, places } = kind else { return None };
    let below = |value: &Value| Floor::of(value, digits, places);
    Some(match test {
        Test::Equal(value) => Test::In(below(value)?.exact().into_iter().collect()),
        Test::In(values) => Test::In(values.iter().filter_map(|value| below(value)?.exact()).collect()),
        Test::Less(value) => below(value)?.less(),
        Test::LessOrEqual(value) => Test::LessOrEqual(below(value)?.value()),
        Test::Greater(value) => Test::Greater(below(value)?.value()),
        Test::GreaterOrEqual(value) => below(value)?.greater_or_equal(),
        Test::Between(low, high) => {
            let (low, high) = (below(low)?, below(high)?);
            Test::Between(low.ceiling(), high.value())
        }
        _ => return None,
    })
}

/// The largest number of a field's places that is not above another, and whether it is that one.
struct Floor {
    number: Decimal,
    is_exact: bool,
}

impl Floor {
    fn of(value: &Value, digits: u8, places: u8) -> Option<Self> {
        let Value::Decimal(number) = value else { return None };
        let places = u32::from(places);
        // No number of the field is beyond this one, on either side.
        let beyond = Decimal::from_i128_with_scale(10_i128.pow(digits.into()), places);
        let clamped = (*number).clamp(-beyond, beyond);
        let mut floor = clamped.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
        floor.rescale(places);
        Some(Self { number: floor, is_exact: floor == *number })
    }

    const fn value(&self) -> Value {
        Value::Decimal(self.number)
    }

    fn exact(self) -> Option<Value> {
        self.is_exact.then_some(Value::Decimal(self.number))
    }

    const fn less(self) -> Test {
        let value = self.value();
        if self.is_exact { Test::Less(value) } else { Test::LessOrEqual(value) }
    }

    const fn greater_or_equal(self) -> Test {
        let value = self.value();
        if self.is_exact { Test::GreaterOrEqual(value) } else { Test::Greater(value) }
    }

    /// The smallest number of the field's places that is not below.
    fn ceiling(self) -> Value {
        if self.is_exact {
            return self.value();
        }
        let mut next = self.number + Decimal::new(1, self.number.scale());
        next.rescale(self.number.scale());
        Value::Decimal(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: ScalarKind = ScalarKind::Decimal { digits: 5, places: 2 };

    fn decimal(text: &str) -> Value {
        Value::Decimal(text.parse().unwrap())
    }

    fn settled(test: Test) -> Test {
        settle_decimals(KIND, &test).unwrap()
    }

    #[test]
    fn other_places_find_the_same() {
        assert_eq!(settled(Test::Equal(decimal("1.5"))), Test::In(vec![decimal("1.50")]));
        assert_eq!(settled(Test::Equal(decimal("1.505"))), Test::In(vec![]));
        assert_eq!(settled(Test::Less(decimal("1.505"))), Test::LessOrEqual(decimal("1.50")));
        assert_eq!(settled(Test::Less(decimal("1.500"))), Test::Less(decimal("1.50")));
        assert_eq!(settled(Test::GreaterOrEqual(decimal("-1.505"))), Test::Greater(decimal("-1.51")));
        assert_eq!(
            settled(Test::Between(decimal("1.505"), decimal("1.519"))),
            Test::Between(decimal("1.51"), decimal("1.51"))
        );
        assert_eq!(settled(Test::Greater(decimal("99999999"))), Test::Greater(decimal("1000.00")));
        assert_eq!(settle_decimals(KIND, &Test::IsNull), None);
    }

    /// Equality of decimals says nothing of their places, which binds are made of.
    #[test]
    fn places_are_those_of_the_field() {
        let Test::LessOrEqual(Value::Decimal(number)) = settled(Test::LessOrEqual(decimal("2"))) else { panic!() };
        assert_eq!((number.mantissa(), number.scale()), (200, 2));
    }
}
