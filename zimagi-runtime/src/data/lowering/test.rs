//! Tests of one value as expressions. Knows neither relations nor what negation makes of a null.

use zimagi_spec::descriptor::ScalarKind;

use super::super::catalogue::Field;
use super::super::sql::{Bind, Comparison, Expr, TextPlace, fold};
use super::super::typed::Test;
use super::super::value::Value;
use super::all_of;
use super::decimal::settle_decimals;
use super::filter::has_value;

/// The test of a column; those for null are lowered where it is known how the record was reached.
pub(super) fn lower_test(column: Expr, field: &Field, test: &Test) -> Expr {
    let settled = settle_decimals(field.kind, test);
    match settled.as_ref().unwrap_or(test) {
        Test::Part(part, test) => compare(Expr::Part { part: *part, of: Box::new(column) }, ScalarKind::Integer, test),
        test => compare(column, field.kind, test),
    }
}

fn compare(column: Expr, kind: ScalarKind, test: &Test) -> Expr {
    let bind = |value: &Value| Bind { value: value.clone(), kind };
    let is = |comparison, value| compare_with(column.clone(), comparison, bind(value));
    match test {
        Test::Equal(value) => is(Comparison::Equal, value),
        Test::In(values) => Expr::In(Box::new(column), values.iter().map(bind).collect()),
        Test::Less(value) => is(Comparison::Less, value),
        Test::LessOrEqual(value) => is(Comparison::LessOrEqual, value),
        Test::Greater(value) => is(Comparison::Greater, value),
        Test::GreaterOrEqual(value) => is(Comparison::GreaterOrEqual, value),
        Test::Between(low, high) => {
            Expr::And(vec![is(Comparison::GreaterOrEqual, low), is(Comparison::LessOrEqual, high)])
        }
        Test::Within(from, to) => {
            let to = to.as_ref().map(|to| is(Comparison::Less, to));
            all_of([Some(is(Comparison::GreaterOrEqual, from)), to].into_iter().flatten().collect())
        }
        Test::Contains(_)
        | Test::ContainsFolded(_)
        | Test::StartsWith(_)
        | Test::EndsWith(_)
        | Test::EqualFolded(_)
        | Test::StartsWithFolded(_)
        | Test::EndsWithFolded(_) => search(column, kind, test),
        Test::IsNull | Test::HasValue | Test::Part(..) => {
            unreachable!("tests for null and of parts are lowered before")
        }
    }
}

fn search(column: Expr, kind: ScalarKind, test: &Test) -> Expr {
    let bind = |text: &str| Bind { value: Value::Text(text.to_owned()), kind };
    let text = Box::new(column);
    let folded = |text, needle: &str, place| Expr::TextAt {
        text: Box::new(Expr::Folded(text)),
        place,
        needle: bind(&fold(needle)),
    };
    match test {
        Test::Contains(needle) => Expr::Contains { text, needle: bind(needle) },
        Test::ContainsFolded(needle) => Expr::ContainsFolded { text, needle: bind(&fold(needle)) },
        Test::StartsWith(start) => {
            let from = compare_with((*text).clone(), Comparison::GreaterOrEqual, bind(start));
            let to = following(start).map(|end| compare_with(*text, Comparison::Less, bind(&end)));
            all_of([Some(from), to].into_iter().flatten().collect())
        }
        // Every text ends with nothing.
        Test::EndsWith(end) | Test::EndsWithFolded(end) if end.is_empty() => has_value(*text),
        Test::EndsWith(end) => Expr::TextAt { text, place: TextPlace::End(length(end)), needle: bind(end) },
        Test::EndsWithFolded(end) => folded(text, end, TextPlace::End(length(&fold(end)))),
        Test::StartsWithFolded(start) => folded(text, start, TextPlace::Start),
        Test::EqualFolded(whole) => folded(text, whole, TextPlace::Whole),
        _ => unreachable!("other tests are no searches"),
    }
}

fn compare_with(left: Expr, comparison: Comparison, bind: Bind) -> Expr {
    Expr::Compare(Box::new(left), comparison, Box::new(Expr::Bind(bind)))
}

/// The number of characters, as databases count them.
fn length(text: &str) -> Bind {
    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    Bind { value: Value::Integer(length), kind: ScalarKind::Integer }
}

/// The least text that is greater than all texts with this start. Texts are compared by code points everywhere.
fn following(start: &str) -> Option<String> {
    let mut text = start.to_owned();
    while let Some(last) = text.pop() {
        if let Some(next) = (last..=char::MAX).nth(1) {
            text.push(next);
            return Some(text);
        }
    }
    None
}
