//! Fields. An option may stand in `options`, as in the original, or beside `type`.

use crate::descriptor::{OnDelete, ScalarKind, Storage};
use crate::document::Literal;
use crate::source::{Span, Spanned};
use crate::yaml::Entry;

use super::choice::ChoiceDoc;
use super::key::{Key, ignored, key};
use super::kind::{FieldType, KindWord, read_type};
use super::literal::Form;
use super::mapping::Mapping;
use super::option::Options;
use super::reader::Reader;
use super::table::Table;
use super::takes::Takes;

/// One field as written.
#[derive(Debug, Clone)]
pub struct FieldDoc {
    /// Its name.
    pub name: Spanned<String>,
    /// What is said of it; `None` is null, which removes an inherited field.
    pub body: Option<FieldBody>,
}

/// What is said of a field. Each member is the key of its name.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "the table of keys below says what each means")]
pub struct FieldBody {
    pub type_: Option<Spanned<FieldType>>,
    pub relation: Option<Spanned<String>>,
    pub help: Option<Spanned<String>>,
    pub null: Option<Spanned<bool>>,
    /// The inner `None` is null.
    pub default: Option<Spanned<Option<Literal>>>,
    pub max_length: Option<Spanned<i64>>,
    pub max_digits: Option<Spanned<i64>>,
    pub decimal_places: Option<Spanned<i64>>,
    pub min: Option<Spanned<Literal>>,
    pub max: Option<Spanned<Literal>>,
    pub choices: Option<Spanned<Vec<ChoiceDoc>>>,
    pub encrypted: Option<Spanned<bool>>,
    pub editable: Option<Spanned<bool>>,
    pub system: Option<Spanned<bool>>,
    pub unique: Option<Spanned<bool>>,
    pub index: Option<Spanned<bool>>,
    pub primary_key: Option<Spanned<bool>>,
    pub on_delete: Option<Spanned<OnDelete>>,
    pub related_name: Option<Spanned<String>>,
    pub to_field: Option<Spanned<String>>,
    pub db_column: Option<Spanned<String>>,
    pub through: Option<Spanned<String>>,
}

const ON_DELETE: &[(&str, OnDelete)] = &[
    ("cascade", OnDelete::Cascade),
    ("protect", OnDelete::Protect),
    ("restrict", OnDelete::Restrict),
    ("set_null", OnDelete::SetNull),
    ("set_default", OnDelete::SetDefault),
    ("do_nothing", OnDelete::DoNothing),
    ("@django.CASCADE", OnDelete::Cascade),
    ("@django.PROTECT", OnDelete::Protect),
    ("@django.RESTRICT", OnDelete::Restrict),
    ("@django.SET_NULL", OnDelete::SetNull),
    ("@django.SET_DEFAULT", OnDelete::SetDefault),
    ("@django.DO_NOTHING", OnDelete::DoNothing),
];

const ACTIONS: &str = "cascade, protect, restrict, set_null, set_default or do_nothing";

pub(super) const KEYS: &[Key] = &[
    key("type", "a word", "What values it holds."),
    key("relation", "a name in data", "The data model it refers to.").takes(Takes::Text),
    key("help", "text", "What it means: the doc comment and the description in the API.").takes(Takes::Text),
    key("options", "a mapping", "The original's place for what follows.").takes(Takes::Entry(Table::Options)),
    key("null", "true or false", "Whether null is a legal value; false by default.").takes(Takes::Boolean),
    key("default", "one value; for JSON any value", "The value if none is given."),
    key("max_length", "a whole number", "The most characters of a string; 256 by default.").takes(Takes::Integer),
    key("max_digits", "a whole number", "The most digits of a decimal in all.").takes(Takes::Integer),
    key("decimal_places", "a whole number", "The digits of a decimal after the point.").takes(Takes::Integer),
    key("min", "a number", "The smallest number.").takes(Takes::Scalar),
    key("max", "a number", "The largest number.").takes(Takes::Scalar),
    key("choices", "a list of values, of `[value, label]`, or a mapping of values to labels", "The only values."),
    key("encrypted", "true or false", "Whether the database holds it encrypted only; false by default.")
        .takes(Takes::Boolean),
    key("editable", "true or false", "Whether callers may set it; true by default.").takes(Takes::Boolean),
    key("system", "true or false", "Whether only the platform sets it; false by default.").takes(Takes::Boolean),
    key("unique", "true or false", "Whether no two records share a value.").takes(Takes::Boolean),
    key("index", "true or false", "Whether it is looked up often.").takes(Takes::Boolean),
    key("primary_key", "true or false", "The original's way to say `id` of the entry.").takes(Takes::Boolean),
    key("on_delete", ACTIONS, "What happens when the record referred to is deleted."),
    key("related_name", "a name", "How the relation is called from the other side; `+` for not at all.")
        .takes(Takes::Text),
    key("to_field", "a field", "The field of the target that is stored: its identifier, nothing else.")
        .takes(Takes::Text),
    key("db_column", "a name", "The SQL column, by default made from the name.").takes(Takes::Text),
    key(
        "through",
        "a name in data",
        "The data model whose records are the pairs of a many-to-many relation, and are written as such.",
    )
    .takes(Takes::Text),
    key("auto_now", "true or false", "The original's time of the last change: every data model has `updated`.")
        .takes(Takes::Boolean),
    key("auto_now_add", "true or false", "The original's time of creation: every data model has `created`.")
        .takes(Takes::Boolean),
    ignored("color", "The original's colour on a terminal."),
    ignored("verbose_name", "The original's title."),
    ignored("blank", "The original's rule for forms."),
    ignored("help_text", "The original's text for forms."),
    super::key::renamed("db_index", "index"),
];

pub(super) const OPTION_KEYS: &[Key] = &[
    key("null", "true or false", "As `null` of the field.").takes(Takes::Boolean),
    key("default", "one value; for JSON any value", "As `default` of the field."),
    key("max_length", "a whole number", "As `max_length` of the field.").takes(Takes::Integer),
    key("max_digits", "a whole number", "As `max_digits` of the field.").takes(Takes::Integer),
    key("decimal_places", "a whole number", "As `decimal_places` of the field.").takes(Takes::Integer),
    key("min", "a number", "As `min` of the field.").takes(Takes::Scalar),
    key("max", "a number", "As `max` of the field.").takes(Takes::Scalar),
    key("choices", "as `choices` of the field", "As `choices` of the field."),
    key("encrypted", "true or false", "As `encrypted` of the field.").takes(Takes::Boolean),
    key("editable", "true or false", "As `editable` of the field.").takes(Takes::Boolean),
    key("system", "true or false", "As `system` of the field.").takes(Takes::Boolean),
    key("unique", "true or false", "As `unique` of the field.").takes(Takes::Boolean),
    key("db_index", "true or false", "As `index` of the field.").takes(Takes::Boolean),
    key("primary_key", "true or false", "As `primary_key` of the field.").takes(Takes::Boolean),
    key("on_delete", "@django.CASCADE and so on", "As `on_delete` of the field."),
    key("related_name", "a name", "As `related_name` of the field.").takes(Takes::Text),
    key("to_field", "a field", "As `to_field` of the field.").takes(Takes::Text),
    key("db_column", "a name", "As `db_column` of the field.").takes(Takes::Text),
    key("through", "a name in data", "As `through` of the field.").takes(Takes::Text),
    key("auto_now", "true or false", "As `auto_now` of the field.").takes(Takes::Boolean),
    key("auto_now_add", "true or false", "As `auto_now_add` of the field.").takes(Takes::Boolean),
    ignored("verbose_name", "The original's title."),
    ignored("blank", "The original's rule for forms."),
    ignored("help_text", "The original's text for forms."),
];

pub(super) fn read_field(entry: &Entry, reader: &mut Reader<'_>) -> FieldDoc {
    let name = entry.key.clone();
    let body = (!entry.value.is_null()).then(|| read_body(&name, entry, reader).unwrap_or_default());
    FieldDoc { name, body }
}

fn read_body(name: &Spanned<String>, entry: &Entry, reader: &mut Reader<'_>) -> Option<FieldBody> {
    let what = format!("the field `{}`", name.value);
    let field = Mapping::open(name.span, what.as_str(), &entry.value, KEYS, reader)?;
    let nested = field
        .entry("options")
        .and_then(|options| Mapping::open(options.key.span, "`options`", &options.value, OPTION_KEYS, reader));
    let type_ = read_type(&field, &what, reader);
    let relation = field.text("relation", reader);
    let help = field.text("help", reader);
    let options = Options { field, nested, what };
    let body = read_options(type_.as_ref().map(|type_| type_.value), &options, reader);
    for key in ["auto_now", "auto_now_add"] {
        options.refuse_time(key, reader);
    }
    Some(FieldBody { type_, relation, help, ..body })
}

fn read_options(type_: Option<FieldType>, options: &Options<'_>, reader: &mut Reader<'_>) -> FieldBody {
    let form = form(type_);
    FieldBody {
        null: options.boolean("null", reader),
        default: options.default(form, reader),
        max_length: options.integer("max_length", reader),
        max_digits: options.integer("max_digits", reader),
        decimal_places: options.integer("decimal_places", reader),
        min: options.literal("min", form, reader),
        max: options.literal("max", form, reader),
        choices: options.choices(form, is_text(type_), reader),
        encrypted: options.boolean("encrypted", reader),
        editable: options.boolean("editable", reader),
        system: options.boolean("system", reader),
        unique: options.boolean("unique", reader),
        index: options.boolean("index", reader),
        primary_key: options.boolean("primary_key", reader),
        on_delete: options.word("on_delete", ON_DELETE, reader),
        related_name: options.text("related_name", reader),
        to_field: options.text("to_field", reader),
        db_column: options.text("db_column", reader),
        through: options.text("through", reader),
        ..FieldBody::default()
    }
}

fn form(type_: Option<FieldType>) -> Form {
    match type_.map(|type_| type_.kind) {
        Some(KindWord::Decimal) => Form::Digits,
        Some(KindWord::Scalar(ScalarKind::Json(_))) => Form::Json,
        _ => Form::Word,
    }
}

fn is_text(type_: Option<FieldType>) -> bool {
    matches!(type_.map(|type_| type_.kind), Some(KindWord::String { .. } | KindWord::Scalar(ScalarKind::Text)))
}

impl FieldDoc {
    /// Where it says whether it is encrypted, or its name.
    #[must_use]
    pub fn encryption_span(&self) -> Span {
        let said = self.body.as_ref().and_then(|body| body.encrypted.as_ref());
        said.map_or(self.name.span, |said| said.span)
    }
}

impl FieldBody {
    /// Whether the database holds it encrypted only, by `encrypted` or by one of the original's encrypted types.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        let by_type = self.type_.as_ref().is_some_and(|type_| type_.value.storage == Storage::Sealed);
        by_type || self.encrypted.as_ref().is_some_and(|encrypted| encrypted.value)
    }

    /// Whether two bodies say the same, wherever they say it.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.without_places() == other.without_places()
    }

    fn without_places(&self) -> impl PartialEq + use<> {
        let choices = self.choices.as_ref().map(|choices| {
            choices.value.iter().map(|choice| (choice.value.value.clone(), choice.label.clone())).collect::<Vec<_>>()
        });
        (
            (value(&self.type_), value(&self.relation), value(&self.help), value(&self.null), value(&self.default)),
            (value(&self.max_length), value(&self.max_digits), value(&self.decimal_places)),
            (value(&self.min), value(&self.max), choices, value(&self.encrypted)),
            (value(&self.editable), value(&self.system), value(&self.unique), value(&self.index)),
            (value(&self.primary_key), value(&self.on_delete), value(&self.related_name)),
            (value(&self.to_field), value(&self.db_column), value(&self.through)),
        )
    }
}

fn value<T: Clone>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value.clone())
}
