//! Applications that change at random, and what stays through all changes.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A sequence of numbers that a seed decides.
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another one: xorshift.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % end.max(1) as u64).expect("it is below a size")
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// The specs of an application. Models and fields keep their number through all names.
#[derive(Debug, Clone, Default)]
pub struct Specs {
    /// The models by number.
    pub models: BTreeMap<u32, Model>,
    next: u32,
}

/// A model.
#[derive(Debug, Clone)]
pub struct Model {
    /// Its name now.
    pub name: String,
    /// The fields by number.
    pub fields: BTreeMap<u32, Field>,
    index: Option<u32>,
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name now.
    pub name: String,
    kind: Kind,
    is_nullable: bool,
    has_default: bool,
    is_unique: bool,
    /// Whether rows have different values: others cannot be made unique.
    has_different_values: bool,
    /// Whether it was unique: then going down needs its values.
    was_unique: bool,
    /// Whether rows had to have a value.
    was_required: bool,
    /// Whether it was there, with this kind of value, from the beginning.
    pub is_constant: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    String(u32),
    Text,
    Integer,
    Float,
    Boolean,
    Date,
    DateTime,
    Decimal(u8, u8),
    Time,
    Duration,
    Uuid,
    Binary,
    Dict,
    /// To the model of this number.
    Relation(u32),
}

const KINDS: [Kind; 13] = [
    Kind::String(20),
    Kind::Text,
    Kind::Integer,
    Kind::Float,
    Kind::Boolean,
    Kind::Date,
    Kind::DateTime,
    Kind::Decimal(8, 2),
    Kind::Time,
    Kind::Duration,
    Kind::Uuid,
    Kind::Binary,
    Kind::Dict,
];

impl Specs {
    /// A few models that refer to each other, with fields of every kind.
    #[must_use]
    pub fn first(random: &mut Random) -> Self {
        let mut specs = Self::default();
        for _ in 0..3 {
            specs.add_model();
        }
        let models: Vec<u32> = specs.models.keys().copied().collect();
        for (at, kind) in KINDS.into_iter().enumerate() {
            specs.add_field(models[at % 3], kind, random.one_in(2), false);
        }
        specs.add_field(models[1], Kind::Relation(models[0]), false, false);
        specs.add_field(models[2], Kind::Relation(models[1]), true, false);
        specs.add_field(models[0], Kind::Relation(models[0]), true, false);
        let fields = specs.models.values_mut().flat_map(|model| model.fields.values_mut());
        for field in fields {
            field.is_constant = true;
            field.has_different_values = !matches!(field.kind, Kind::Boolean | Kind::Relation(_));
        }
        specs
    }

    fn add_model(&mut self) {
        let number = self.number();
        let model = Model { name: format!("model_{number}"), fields: BTreeMap::new(), index: None };
        self.models.insert(number, model);
    }

    fn add_field(&mut self, model: u32, kind: Kind, is_nullable: bool, has_default: bool) {
        let number = self.number();
        let field = Field {
            name: format!("field_{number}"),
            kind,
            is_nullable,
            has_default,
            is_unique: false,
            has_different_values: false,
            was_unique: false,
            was_required: !is_nullable,
            is_constant: false,
        };
        self.models.get_mut(&model).expect("the model is there").fields.insert(number, field);
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// Changes one thing, and gives the options that the migration needs; nothing if the change was none.
    pub fn edit(&mut self, random: &mut Random) -> Option<Vec<String>> {
        let models: Vec<u32> = self.models.keys().copied().collect();
        let model = random.pick(&models)?;
        match random.below(12) {
            0 => self.add_model(),
            1 => return self.drop_model(model),
            2 => return self.rename_model(model),
            3 => {
                let kind = random.pick(&KINDS)?;
                let has_default = default_of(kind).is_some() && random.one_in(2);
                self.add_field(model, kind, !has_default || random.one_in(2), has_default);
            }
            4 => {
                // Relations of models must not form a circle, but of one with itself.
                let targets: Vec<u32> = models.into_iter().filter(|target| *target <= model).collect();
                let target = random.pick(&targets)?;
                self.add_field(model, Kind::Relation(target), true, false);
            }
            other => return self.edit_field(model, other, random),
        }
        Some(Vec::new())
    }

    fn drop_model(&mut self, number: u32) -> Option<Vec<String>> {
        let is_target = |field: &Field| field.kind == Kind::Relation(number);
        let others = self.models.iter().filter(|(other, _)| **other != number);
        let is_needed = others.flat_map(|(_, model)| model.fields.values()).any(is_target);
        if is_needed || self.models.len() < 3 {
            return None;
        }
        self.models.remove(&number);
        Some(Vec::new())
    }

    fn rename_model(&mut self, number: u32) -> Option<Vec<String>> {
        let next = self.number();
        let model = self.models.get_mut(&number)?;
        let before = std::mem::replace(&mut model.name, format!("renamed_{next}"));
        Some(vec![format!("{before}={}", model.name)])
    }

    fn edit_field(&mut self, number: u32, what: usize, random: &mut Random) -> Option<Vec<String>> {
        let next = self.number();
        let model = self.models.get_mut(&number)?;
        let fields: Vec<u32> = model.fields.keys().copied().collect();
        let at = random.pick(&fields)?;
        let field = model.fields.get_mut(&at)?;
        let is_relation = matches!(field.kind, Kind::Relation(_));
        match what {
            // What is unique cannot come back with empty values, and a reference that must be cannot come back at all.
            5 if field.was_unique || (is_relation && field.was_required) => return None,
            5 => {
                if model.index == Some(at) {
                    model.index = None;
                }
                model.fields.remove(&at);
            }
            6 => {
                let before = std::mem::replace(&mut field.name, format!("named_{next}"));
                return Some(vec![format!("{}.{before}={}", model.name, field.name)]);
            }
            7 => field.change_kind(random)?,
            8 => field.change_null()?,
            9 => {
                default_of(field.kind)?;
                field.has_default = !field.has_default;
                if field.has_default { Some(()) } else { field.is_nullable.then_some(()) }?;
            }
            10 => {
                let can_be =
                    field.has_different_values && !matches!(field.kind, Kind::Text | Kind::Binary | Kind::Dict);
                if !field.is_unique && !can_be {
                    return None;
                }
                field.is_unique = !field.is_unique;
                field.was_unique = true;
            }
            _ if matches!(field.kind, Kind::Text | Kind::Binary | Kind::Dict) => return None,
            _ => model.index = if model.index == Some(at) { None } else { Some(at) },
        }
        Some(Vec::new())
    }

    /// As YAML.
    #[must_use]
    pub fn render(&self) -> String {
        let mut text = "data:\n".to_owned();
        for model in self.models.values() {
            writeln!(text, "  {}:\n    base: name_resource", model.name).unwrap();
            let unique: Vec<_> = model.fields.values().filter(|field| field.is_unique).collect();
            if !unique.is_empty() {
                let sets: Vec<String> = unique.iter().map(|field| format!("[{}]", field.name)).collect();
                writeln!(text, "    unique: [{}]", sets.join(", ")).unwrap();
            }
            if let Some(field) = model.index.and_then(|index| model.fields.get(&index)) {
                writeln!(text, "    index: [[{0}, created]]\n    ordering: ['-{0}']", field.name).unwrap();
            }
            if !model.fields.is_empty() {
                text += "    fields:\n";
            }
            for field in model.fields.values() {
                writeln!(text, "      {}: {{{}}}", field.name, self.options(field)).unwrap();
            }
        }
        text
    }

    fn options(&self, field: &Field) -> String {
        let mut options = match field.kind {
            Kind::String(length) => format!("type: string, max_length: {length}"),
            Kind::Decimal(digits, places) => format!("type: decimal, max_digits: {digits}, decimal_places: {places}"),
            Kind::Relation(number) => {
                let target = &self.models[&number].name;
                format!("relation: {target}, related_name: '+'")
            }
            kind => format!("type: {}", word(kind)),
        };
        if field.is_nullable {
            options += ", 'null': true";
        }
        if let Some(default) = default_of(field.kind).filter(|_| field.has_default) {
            options += &format!(", default: {default}");
        }
        options
    }
}

impl Field {
    /// Its column.
    #[must_use]
    pub fn column(&self) -> String {
        match self.kind {
            Kind::Relation(_) => format!("{}_id", self.name),
            _ => self.name.clone(),
        }
    }

    fn change_kind(&mut self, random: &mut Random) -> Option<()> {
        let kind = match (self.kind, random.below(3)) {
            (Kind::String(length), 0) => Kind::String(length + 5),
            (Kind::String(length), 1) => Kind::String(length.max(15) - 5),
            (Kind::Decimal(digits, places), 0) => Kind::Decimal(digits + 2, places + 1),
            (Kind::Relation(_), _) => return None,
            _ => random.pick(&KINDS)?,
        };
        let is_text = |kind| matches!(kind, Kind::String(_) | Kind::Text);
        let keeps_values = is_text(self.kind) && is_text(kind);
        if keeps_values && kind == Kind::Text && self.is_unique {
            return None;
        }
        if !keeps_values {
            // Nothing may be carried over: then going up needs null or a default, and going down gives empty values.
            let is_filled = self.is_nullable || (self.has_default && default_of(kind).is_some());
            if self.was_unique || !is_filled {
                return None;
            }
            self.is_constant = false;
            self.has_different_values = false;
        }
        self.has_default &= default_of(kind).is_some();
        self.kind = kind;
        Some(())
    }

    fn change_null(&mut self) -> Option<()> {
        if self.is_nullable {
            // Rows without a value get the default, all the same.
            if !self.has_default || self.was_unique {
                return None;
            }
            self.has_different_values = false;
        }
        self.is_nullable = !self.is_nullable;
        self.was_required |= !self.is_nullable;
        Some(())
    }
}

const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::String(_) => "string",
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Float => "float",
        Kind::Boolean => "boolean",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Decimal(..) => "decimal",
        Kind::Time => "time",
        Kind::Duration => "duration",
        Kind::Uuid => "uuid",
        Kind::Binary => "binary",
        Kind::Dict => "dict",
        Kind::Relation(_) => "relation",
    }
}

const fn default_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::String(_) | Kind::Text => Some("none"),
        Kind::Integer => Some("7"),
        Kind::Float => Some("0.5"),
        Kind::Boolean => Some("true"),
        Kind::Date => Some("'2013-02-01'"),
        Kind::DateTime => Some("'2013-02-01T05:00:00Z'"),
        Kind::Decimal(..) => Some("1.5"),
        Kind::Time => Some("'07:30:00'"),
        Kind::Duration | Kind::Uuid | Kind::Binary | Kind::Dict | Kind::Relation(_) => None,
    }
}
