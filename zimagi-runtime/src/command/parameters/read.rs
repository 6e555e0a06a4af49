//! From a caller's texts to values, checked against the command's descriptor, every mistake at once.

use serde_json::{Map, Value as Json};
use zimagi_spec::descriptor::{
    CommandDescriptor, DefaultDescriptor, ParameterDescriptor, ParameterForm, ParameterKind, ScalarKind,
};

use super::{Given, ParameterError, ParameterValues};
use crate::data::parse::{expected, parse};
use crate::data::value::Value;
use crate::data::{address_text, nearest_names};

impl ParameterValues {
    /// Reads the texts of a call, by parameter. A flag is set by its name alone, or by one text.
    pub(crate) fn from_texts<N: AsRef<str>>(
        command: &CommandDescriptor,
        texts: &[(N, Vec<String>)],
    ) -> Result<Self, Vec<ParameterError>> {
        let mut mistakes = unknown(command, texts);
        let mut values = Self::default();
        for parameter in command.parameters {
            let given =
                texts.iter().find(|(name, _)| name.as_ref() == parameter.name).map(|(_, texts)| texts.as_slice());
            match read(parameter, given) {
                Ok(given) => drop(values.values.insert(parameter.name, given)),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        if mistakes.is_empty() { Ok(values) } else { Err(mistakes) }
    }

    /// The values as a JSON object, in the order of the command's parameters.
    pub(crate) fn to_json(&self, command: &CommandDescriptor) -> Json {
        let pairs = command.parameters.iter().filter_map(|parameter| {
            let value = match self.values.get(parameter.name)? {
                Given::One(value) => value_json(value),
                Given::Many(values) => values.iter().map(value_json).collect(),
            };
            Some((parameter.name.to_owned(), value))
        });
        Json::Object(pairs.collect::<Map<_, _>>())
    }
}

fn unknown<N: AsRef<str>>(command: &CommandDescriptor, texts: &[(N, Vec<String>)]) -> Vec<ParameterError> {
    let known: Vec<String> = command.parameters.iter().map(|parameter| parameter.name.to_owned()).collect();
    let unknown = texts.iter().map(|(name, _)| name.as_ref()).filter(|name| !known.iter().any(|known| known == name));
    unknown
        .map(|name| ParameterError::Unknown { written: name.to_owned(), nearest: nearest_names(name, &known) })
        .collect()
}

fn read(parameter: &ParameterDescriptor, given: Option<&[String]>) -> Result<Given, ParameterError> {
    match (parameter.kind, given) {
        (ParameterKind::Flag, given) => read_flag(parameter, given),
        (ParameterKind::One(kind), Some([text])) => read_text(parameter, kind, text).map(Given::One),
        (ParameterKind::One(kind), None | Some([])) => absent(parameter, kind).map(Given::One),
        (ParameterKind::One(_), Some(texts)) => {
            Err(ParameterError::TooMany { parameter: parameter.name.to_owned(), count: texts.len() })
        }
        (ParameterKind::Many(kind), Some(texts)) if !texts.is_empty() => items(parameter, texts)
            .map(|text| read_text(parameter, kind, text))
            .collect::<Result<_, _>>()
            .map(Given::Many),
        (ParameterKind::Many(kind), _) => absent_list(parameter, kind).map(Given::Many),
    }
}

fn read_flag(parameter: &ParameterDescriptor, given: Option<&[String]>) -> Result<Given, ParameterError> {
    match given {
        None => Ok(Given::One(Value::Boolean(matches!(parameter.default, Some(DefaultDescriptor::Boolean(true)))))),
        Some([]) => Ok(Given::One(Value::Boolean(true))),
        Some([text]) => read_text(parameter, ScalarKind::Boolean, text).map(Given::One),
        Some(texts) => Err(ParameterError::TooMany { parameter: parameter.name.to_owned(), count: texts.len() }),
    }
}

/// The items of a list: words each, but an option's words may hold several, `--tags a,b`.
fn items<'a>(parameter: &ParameterDescriptor, texts: &'a [String]) -> impl Iterator<Item = &'a str> {
    let is_split = matches!(parameter.form, ParameterForm::Option(_));
    texts.iter().flat_map(move |text| text.split(move |letter| is_split && letter == ','))
}

/// One default or, as JSON, several.
fn absent_list(parameter: &ParameterDescriptor, kind: ScalarKind) -> Result<Vec<Value>, ParameterError> {
    if let Some(DefaultDescriptor::Json(text)) = parameter.default
        && let Ok(items) = serde_json::from_str::<Vec<Json>>(text)
    {
        let text = |item: &Json| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
        return items.iter().map(|item| read_text(parameter, kind, &text(item))).collect();
    }
    match absent(parameter, kind)? {
        Value::Null => Ok(Vec::new()),
        value => Ok(vec![value]),
    }
}

fn absent(parameter: &ParameterDescriptor, kind: ScalarKind) -> Result<Value, ParameterError> {
    match parameter.default {
        Some(DefaultDescriptor::Boolean(value)) => Ok(Value::Boolean(value)),
        Some(DefaultDescriptor::Integer(value)) => Ok(Value::Integer(value)),
        Some(DefaultDescriptor::Float(value)) => Ok(Value::Float(value)),
        Some(DefaultDescriptor::Text(text) | DefaultDescriptor::Json(text)) => read_text(parameter, kind, text),
        None if parameter.form == ParameterForm::Required => {
            Err(ParameterError::Missing { parameter: parameter.name.to_owned() })
        }
        None => Ok(Value::Null),
    }
}

fn read_text(parameter: &ParameterDescriptor, kind: ScalarKind, text: &str) -> Result<Value, ParameterError> {
    let invalid = |expected: String| ParameterError::Invalid {
        parameter: parameter.name.to_owned(),
        value: text.to_owned(),
        expected,
    };
    let value = parse(kind, text).ok_or_else(|| invalid(expected(kind)))?;
    if parameter.choices.is_empty() {
        return Ok(value);
    }
    let choices: Vec<String> = parameter.choices.iter().map(|choice| constant_text(choice.value)).collect();
    match choices.iter().any(|choice| parse(kind, choice).as_ref() == Some(&value)) {
        true => Ok(value),
        false => {
            let quoted: Vec<_> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            Err(invalid(format!("one of {}", quoted.join(", "))))
        }
    }
}

fn constant_text(constant: DefaultDescriptor) -> String {
    match constant {
        DefaultDescriptor::Boolean(value) => value.to_string(),
        DefaultDescriptor::Integer(value) => value.to_string(),
        DefaultDescriptor::Float(value) => value.to_string(),
        DefaultDescriptor::Text(text) | DefaultDescriptor::Json(text) => text.to_owned(),
    }
}

fn value_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(value) => Json::from(*value),
        Value::Integer(value) => Json::from(*value),
        Value::Float(value) => Json::from(*value),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Json(value) => value.clone(),
        other => Json::from(address_text(other)),
    }
}
