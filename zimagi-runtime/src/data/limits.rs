//! Which values of its kind a field takes: smallest, largest, or only these. Knows nothing of who writes, or why.

use std::cmp::Ordering;

use zimagi_spec::descriptor::{DefaultDescriptor, FieldDescriptor, ScalarKind};

use super::mistake::FieldFault;
use super::parse::constant;
use super::value::Value;

/// The limits of one field, in the form of its values.
#[derive(Debug)]
pub(crate) struct Limits {
    min: Option<(Value, DefaultDescriptor)>,
    max: Option<(Value, DefaultDescriptor)>,
    choices: Vec<Value>,
}

impl Limits {
    /// The limits that a field's descriptor says; none if all values of the kind are legal.
    pub(crate) fn of(descriptor: &FieldDescriptor, kind: ScalarKind) -> Option<Self> {
        let said = descriptor.limits;
        if said.min.is_none() && said.max.is_none() && said.choices.is_empty() {
            return None;
        }
        let value = |said| constant(kind, said).expect("the build has read limits as values of their fields");
        let bound = |said: Option<DefaultDescriptor>| said.map(|said| (value(said), said));
        let choices = said.choices.iter().map(|choice| value(choice.value)).collect();
        Some(Self { min: bound(said.min), max: bound(said.max), choices })
    }

    /// What is wrong with a value. Null is not for limits to decide.
    pub(crate) fn fault(&self, value: &Value) -> Option<(FieldFault, String)> {
        if *value == Value::Null {
            return None;
        }
        let is = |bound: &Value, order| compare(value, bound) == Some(order);
        match (&self.min, &self.max) {
            (Some((min, said)), _) if is(min, Ordering::Less) => {
                Some((FieldFault::TooSmall, format!("the value must be at least {}", words(*said))))
            }
            (_, Some((max, said))) if is(max, Ordering::Greater) => {
                Some((FieldFault::TooLarge, format!("the value must be at most {}", words(*said))))
            }
            _ if !self.choices.is_empty() && !self.choices.contains(value) => {
                Some((FieldFault::NotAChoice, "the value is not one of those possible".to_owned()))
            }
            _ => None,
        }
    }
}

/// The order of two numbers of one kind; other kinds have no bounds.
fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => Some(left.cmp(right)),
        (Value::Float(left), Value::Float(right)) => left.partial_cmp(right),
        (Value::Decimal(left), Value::Decimal(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn words(said: DefaultDescriptor) -> String {
    match said {
        DefaultDescriptor::Boolean(value) => value.to_string(),
        DefaultDescriptor::Integer(value) => value.to_string(),
        DefaultDescriptor::Float(value) => value.to_string(),
        DefaultDescriptor::Text(text) | DefaultDescriptor::Json(text) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use zimagi_spec::descriptor::{
        ChoiceDescriptor, FieldKind, Limits as Said, Presence, Storage, Visibility, Writability,
    };

    use super::*;

    fn limits(kind: ScalarKind, limits: Said) -> Limits {
        let descriptor = FieldDescriptor {
            name: "field",
            column: "field",
            help: "",
            kind: FieldKind::Scalar(kind),
            presence: Presence::Nullable,
            writability: Writability::Editable,
            visibility: Visibility::Shown,
            storage: Storage::Plain,
            limits,
        };
        Limits::of(&descriptor, kind).unwrap()
    }

    fn fault(limits: &Limits, value: &Value) -> Option<String> {
        limits.fault(value).map(|(code, text)| format!("[{}] {text}", code.code()))
    }

    #[test]
    fn decimals_are_compared_exactly() {
        let kind = ScalarKind::Decimal { digits: 18, places: 2 };
        let limits = limits(kind, Said { max: Some(DefaultDescriptor::Text("9007199254740993.00")), ..Said::NONE });
        let value = |text| crate::data::parse::parse(kind, text).unwrap();
        assert_eq!(fault(&limits, &value("9007199254740993")), None);
        let expected = "[max_value] the value must be at most 9007199254740993.00";
        assert_eq!(fault(&limits, &value("9007199254740993.01")).as_deref(), Some(expected));
    }

    #[test]
    fn only_choices_and_null_are_legal() {
        const SIDES: &[ChoiceDescriptor] = &[
            ChoiceDescriptor { value: DefaultDescriptor::Text("left"), label: "left" },
            ChoiceDescriptor { value: DefaultDescriptor::Text("right"), label: "right" },
        ];
        let limits = limits(ScalarKind::Text, Said { choices: SIDES, ..Said::NONE });
        assert_eq!(fault(&limits, &Value::Text("left".to_owned())), None);
        assert_eq!(fault(&limits, &Value::Null), None);
        let expected = "[invalid_choice] the value is not one of those possible";
        assert_eq!(fault(&limits, &Value::Text("Left".to_owned())).as_deref(), Some(expected));
    }
}
