//! Types of fields as written: our words, and the original's classes as a closed list of other spellings.

use crate::descriptor::{JsonShape, ScalarKind, Storage};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;

use super::closed;
use super::mapping::Mapping;
use super::reader::Reader;

/// A type of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldType {
    /// What it says by itself.
    pub kind: KindWord,
    /// Whether it was one of the original's encrypted types.
    pub storage: Storage,
    /// The smallest and the largest number it holds, where they are narrower than ours.
    pub range: (Option<i64>, Option<i64>),
}

/// What a type word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindWord {
    /// Text of limited length; the length is used if `max_length` says nothing.
    String {
        /// The most characters.
        max_length: u32,
    },
    /// A decimal, its digits said by options.
    Decimal,
    /// A kind that needs no options.
    Scalar(ScalarKind),
    /// A reference to one record.
    ForeignKey,
    /// A reference to a record that no other record refers to.
    OneToOne,
    /// References to any number of records.
    ManyToMany,
}

const fn plain(kind: KindWord) -> FieldType {
    FieldType { kind, storage: Storage::Plain, range: (None, None) }
}

const fn sealed(kind: KindWord) -> FieldType {
    FieldType { storage: Storage::Sealed, ..plain(kind) }
}

const fn string(max_length: u32) -> FieldType {
    plain(KindWord::String { max_length })
}

const fn scalar(kind: ScalarKind) -> FieldType {
    plain(KindWord::Scalar(kind))
}

const fn integer(min: Option<i64>, max: Option<i64>) -> FieldType {
    FieldType { range: (min, max), ..scalar(ScalarKind::Integer) }
}

const ANY: FieldType = scalar(ScalarKind::Json(JsonShape::Any));
const LIST: FieldType = scalar(ScalarKind::Json(JsonShape::List));
const DICT: FieldType = scalar(ScalarKind::Json(JsonShape::Dict));
const WHOLE: FieldType = integer(None, None);
const SMALL: FieldType = integer(Some(-32_768), Some(32_767));
const POSITIVE: FieldType = integer(Some(0), None);
const SMALL_POSITIVE: FieldType = integer(Some(0), Some(32_767));

const TYPES: &[(&str, FieldType)] = &[
    ("string", string(256)),
    ("text", scalar(ScalarKind::Text)),
    ("email", string(254)),
    ("url", string(200)),
    ("slug", string(50)),
    ("ip_address", string(39)),
    ("integer", WHOLE),
    ("small_integer", SMALL),
    ("big_integer", WHOLE),
    ("positive_integer", POSITIVE),
    ("positive_small_integer", SMALL_POSITIVE),
    ("positive_big_integer", POSITIVE),
    ("float", scalar(ScalarKind::Float)),
    ("decimal", plain(KindWord::Decimal)),
    ("boolean", scalar(ScalarKind::Boolean)),
    ("date", scalar(ScalarKind::Date)),
    ("datetime", scalar(ScalarKind::DateTime)),
    ("time", scalar(ScalarKind::Time)),
    ("duration", scalar(ScalarKind::Duration)),
    ("uuid", scalar(ScalarKind::Uuid)),
    ("binary", scalar(ScalarKind::Binary)),
    ("list", LIST),
    ("dict", DICT),
    ("json", ANY),
    ("identifier", scalar(ScalarKind::Identifier)),
    ("foreign_key", plain(KindWord::ForeignKey)),
    ("one_to_one", plain(KindWord::OneToOne)),
    ("many_to_many", plain(KindWord::ManyToMany)),
    ("@django.CharField", string(256)),
    ("@django.TextField", scalar(ScalarKind::Text)),
    ("@django.EmailField", string(254)),
    ("@django.URLField", string(200)),
    ("@django.SlugField", string(50)),
    ("@django.GenericIPAddressField", string(39)),
    ("@django.FilePathField", string(100)),
    ("@django.IntegerField", WHOLE),
    ("@django.SmallIntegerField", SMALL),
    ("@django.BigIntegerField", WHOLE),
    ("@django.PositiveIntegerField", POSITIVE),
    ("@django.PositiveSmallIntegerField", SMALL_POSITIVE),
    ("@django.PositiveBigIntegerField", POSITIVE),
    ("@django.FloatField", scalar(ScalarKind::Float)),
    ("@django.DecimalField", plain(KindWord::Decimal)),
    ("@django.BooleanField", scalar(ScalarKind::Boolean)),
    ("@django.DateField", scalar(ScalarKind::Date)),
    ("@django.DateTimeField", scalar(ScalarKind::DateTime)),
    ("@django.TimeField", scalar(ScalarKind::Time)),
    ("@django.DurationField", scalar(ScalarKind::Duration)),
    ("@django.UUIDField", scalar(ScalarKind::Uuid)),
    ("@django.BinaryField", scalar(ScalarKind::Binary)),
    ("@django.JSONField", ANY),
    ("@django.ForeignKey", plain(KindWord::ForeignKey)),
    ("@django.OneToOneField", plain(KindWord::OneToOne)),
    ("@django.ManyToManyField", plain(KindWord::ManyToMany)),
    ("@zimagi.DataField", ANY),
    ("@zimagi.ListField", LIST),
    ("@zimagi.DictionaryField", DICT),
    ("@fields.DataField", ANY),
    ("@fields.ListField", LIST),
    ("@fields.DictionaryField", DICT),
    ("@postgresql.ArrayField", LIST),
    ("@postgresql.HStoreField", DICT),
    ("@postgresql.JSONField", ANY),
];

/// Types that the original gave up, each with what to write now.
const OLD: &[(&str, FieldType, &str)] = &[
    ("EncryptedCharField", sealed(KindWord::String { max_length: 256 }), "`type: string` and `encrypted: true`"),
    (
        "EncryptedDataField",
        sealed(KindWord::Scalar(ScalarKind::Json(JsonShape::Any))),
        "`type: json` and `encrypted: true`",
    ),
    ("CSVField", LIST, "`type: list`"),
    ("NullBooleanField", scalar(ScalarKind::Boolean), "`type: boolean` and `null: true`"),
];

/// Reads the `type` of a field.
pub(super) fn read_type(field: &Mapping<'_>, what: &str, reader: &mut Reader<'_>) -> Option<Spanned<FieldType>> {
    let word = field.text("type", reader)?.map(|word| closed::without_braces(&word));
    match old_type(&word.value) {
        Some((type_, successor)) => {
            reader.report(old(&word, successor));
            Some(Spanned::new(type_, word.span))
        }
        None => closed::read(&word, &format!("`type` of {what}"), TYPES, reader),
    }
}

fn old_type(word: &str) -> Option<(FieldType, &'static str)> {
    let class = ["@django.", "@zimagi.", "@fields."].iter().find_map(|module| word.strip_prefix(module))?;
    OLD.iter().find(|(name, ..)| *name == class).map(|(_, type_, successor)| (*type_, *successor))
}

fn old(word: &Spanned<String>, successor: &str) -> Diagnostic {
    Diagnostic::at(Code::OldName, word.span, format!("`{}` is an old type", word.value))
        .label("old name")
        .help(format!("write {successor}"))
}
