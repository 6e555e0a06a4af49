//! Fields. An option may stand in `options`, as in the original, or beside `type`.

use crate::descriptor::OnDelete;
use crate::document::Literal;
use crate::source::Spanned;
use crate::yaml::Entry;

use super::key::{Key, ignored, key, not_yet};
use super::mapping::{Mapping, either};
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

/// What is said of a field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldBody {
    /// `type`.
    pub type_: Option<Spanned<TypeWord>>,
    /// `relation`.
    pub relation: Option<Spanned<String>>,
    /// `help`.
    pub help: Option<Spanned<String>>,
    /// `null`.
    pub null: Option<Spanned<bool>>,
    /// `default`; the inner `None` is null.
    pub default: Option<Spanned<Option<Literal>>>,
    /// `max_length`.
    pub max_length: Option<Spanned<i64>>,
    /// `editable`.
    pub editable: Option<Spanned<bool>>,
    /// `system`.
    pub system: Option<Spanned<bool>>,
    /// `unique`.
    pub unique: Option<Spanned<bool>>,
    /// `index`.
    pub index: Option<Spanned<bool>>,
    /// `on_delete`.
    pub on_delete: Option<Spanned<OnDelete>>,
    /// `related_name`.
    pub related_name: Option<Spanned<String>>,
}

/// A type as written, Zimagi's spelling mapped to ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeWord {
    /// Text of limited length; the length is used if `max_length` says nothing.
    String {
        /// The most characters.
        max_length: u32,
    },
    /// Text of any length.
    Text,
    /// A 64-bit integer.
    Integer,
    /// A 64-bit float.
    Float,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A moment in UTC.
    DateTime,
    /// A SHA-256 digest.
    Identifier,
    /// A reference.
    ForeignKey,
}

const TYPES: &[(&str, TypeWord)] = &[
    ("string", TypeWord::String { max_length: 256 }),
    ("text", TypeWord::Text),
    ("integer", TypeWord::Integer),
    ("float", TypeWord::Float),
    ("boolean", TypeWord::Boolean),
    ("date", TypeWord::Date),
    ("datetime", TypeWord::DateTime),
    ("identifier", TypeWord::Identifier),
    ("foreign_key", TypeWord::ForeignKey),
    ("@django.CharField", TypeWord::String { max_length: 256 }),
    ("@django.EmailField", TypeWord::String { max_length: 254 }),
    ("@django.URLField", TypeWord::String { max_length: 200 }),
    ("@django.SlugField", TypeWord::String { max_length: 50 }),
    ("@django.TextField", TypeWord::Text),
    ("@django.IntegerField", TypeWord::Integer),
    ("@django.SmallIntegerField", TypeWord::Integer),
    ("@django.BigIntegerField", TypeWord::Integer),
    ("@django.FloatField", TypeWord::Float),
    ("@django.BooleanField", TypeWord::Boolean),
    ("@django.DateField", TypeWord::Date),
    ("@django.DateTimeField", TypeWord::DateTime),
    ("@django.ForeignKey", TypeWord::ForeignKey),
];

const ON_DELETE: &[(&str, OnDelete)] = &[
    ("cascade", OnDelete::Cascade),
    ("protect", OnDelete::Protect),
    ("set_null", OnDelete::SetNull),
    ("@django.CASCADE", OnDelete::Cascade),
    ("@django.PROTECT", OnDelete::Protect),
    ("@django.RESTRICT", OnDelete::Protect),
    ("@django.SET_NULL", OnDelete::SetNull),
];

pub(super) const KEYS: &[Key] = &[
    key("type", "a word", "What values it holds."),
    key("relation", "a name in data", "The data model it refers to."),
    key("help", "text", "What it means: the doc comment and the description in the API."),
    key("options", "a mapping", "The original's place for what follows.").takes(Takes::Entry(Table::Options)),
    key("null", "true or false", "Whether null is a legal value; false by default."),
    key("default", "one value", "The value if none is given."),
    key("max_length", "a whole number", "The most characters of a string; 256 by default."),
    key("editable", "true or false", "Whether callers may set it; true by default."),
    key("system", "true or false", "Whether only the platform sets it; false by default."),
    key("unique", "true or false", "Whether no two records share a value."),
    key("index", "true or false", "Whether it is looked up often."),
    key("on_delete", "cascade, protect or set_null", "What happens when the record referred to is deleted."),
    key("related_name", "a name", "How the relation is called from the other side."),
    ignored("color", "The original's colour on a terminal."),
    ignored("verbose_name", "The original's title."),
    ignored("blank", "The original's rule for forms."),
    ignored("help_text", "The original's text for forms."),
    super::key::renamed("db_index", "index"),
    not_yet("choices", "The values that are possible."),
    not_yet("encrypted", "Whether it is encrypted in the database."),
];

pub(super) const OPTION_KEYS: &[Key] = &[
    key("null", "true or false", "As `null` of the field."),
    key("default", "one value", "As `default` of the field."),
    key("max_length", "a whole number", "As `max_length` of the field."),
    key("editable", "true or false", "As `editable` of the field."),
    key("system", "true or false", "As `system` of the field."),
    key("unique", "true or false", "As `unique` of the field."),
    key("db_index", "true or false", "As `index` of the field."),
    key("on_delete", "@django.CASCADE, @django.PROTECT or @django.SET_NULL", "As `on_delete` of the field."),
    key("related_name", "a name", "As `related_name` of the field."),
    ignored("verbose_name", "The original's title."),
    ignored("blank", "The original's rule for forms."),
    ignored("help_text", "The original's text for forms."),
    not_yet("choices", "The values that are possible."),
    not_yet("primary_key", "Write `id` on the entry."),
    not_yet("to_field", "The field of the target that is stored."),
    not_yet("db_column", "A column of another name."),
    not_yet("auto_now", "The time of the last change: every model has `updated`."),
    not_yet("auto_now_add", "The time of creation: every model has `created`."),
];

pub(super) fn read_field(entry: &Entry, reader: &mut Reader<'_>) -> FieldDoc {
    let name = entry.key.clone();
    let body = (!entry.value.is_null()).then(|| read_body(&name, entry, reader).unwrap_or_default());
    FieldDoc { name, body }
}

fn read_body(name: &Spanned<String>, entry: &Entry, reader: &mut Reader<'_>) -> Option<FieldBody> {
    let what = format!("the field `{}`", name.value);
    let field = Mapping::open(name.span, what.as_str(), &entry.value, KEYS, reader)?;
    let flat = read_options(&field, "index", reader);
    let nested = field.entry("options").and_then(|options| {
        let options = Mapping::open(options.key.span, "`options`", &options.value, OPTION_KEYS, reader)?;
        Some(read_options(&options, "db_index", reader))
    });
    let body = FieldBody {
        type_: field.word("type", TYPES, reader),
        relation: field.text("relation", reader),
        help: field.text("help", reader),
        ..FieldBody::default()
    };
    Some(joined(body, flat, nested.unwrap_or_default(), reader))
}

fn read_options(mapping: &Mapping<'_>, index: &str, reader: &mut Reader<'_>) -> FieldBody {
    FieldBody {
        null: mapping.boolean("null", reader),
        default: mapping.literal("default", reader),
        max_length: mapping.integer("max_length", reader),
        editable: mapping.boolean("editable", reader),
        system: mapping.boolean("system", reader),
        unique: mapping.boolean("unique", reader),
        index: mapping.boolean(index, reader),
        on_delete: mapping.word("on_delete", ON_DELETE, reader),
        related_name: mapping.text("related_name", reader),
        ..FieldBody::default()
    }
}

fn joined(body: FieldBody, flat: FieldBody, nested: FieldBody, reader: &mut Reader<'_>) -> FieldBody {
    FieldBody {
        null: either("null", flat.null, nested.null, reader),
        default: either("default", flat.default, nested.default, reader),
        max_length: either("max_length", flat.max_length, nested.max_length, reader),
        editable: either("editable", flat.editable, nested.editable, reader),
        system: either("system", flat.system, nested.system, reader),
        unique: either("unique", flat.unique, nested.unique, reader),
        index: either("index", flat.index, nested.index, reader),
        on_delete: either("on_delete", flat.on_delete, nested.on_delete, reader),
        related_name: either("related_name", flat.related_name, nested.related_name, reader),
        ..body
    }
}

impl FieldBody {
    /// Whether two bodies say the same, wherever they say it.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.without_places() == other.without_places()
    }

    fn without_places(&self) -> impl PartialEq + use<> {
        (
            (value(&self.type_), value(&self.relation), value(&self.help), value(&self.null), value(&self.default)),
            (value(&self.max_length), value(&self.editable), value(&self.system), value(&self.unique)),
            (value(&self.index), value(&self.on_delete), value(&self.related_name)),
        )
    }
}

fn value<T: Clone>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value.clone())
}
