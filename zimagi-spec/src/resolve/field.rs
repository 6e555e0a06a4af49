//! One field: its kind from type, relation and options. Options that do not fit are reported here, with the field.

use crate::descriptor::{Multiplicity, OnDelete, ScalarKind, Storage, Visibility, Writability};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{FieldBody, TypeWord};
use crate::names;
use crate::source::{Span, Spanned};

use super::draft::DraftField;
use super::{Field, FieldKind, Limits, Literal, Relation};

/// The most characters a `string` may be declared with: what MySQL's longest `varchar` holds.
const LENGTH_MAX: i64 = 16_383;

/// What the model says of its fields.
pub(super) struct Standing {
    pub(super) is_identifier: bool,
    pub(super) is_scope: bool,
    pub(super) is_hidden: bool,
}

/// Resolves a field; its relation's stored kind is filled in later.
pub(super) fn resolve_field(
    draft: &DraftField<'_>,
    standing: &Standing,
    diagnostics: &mut Diagnostics,
) -> Option<Field> {
    let body = draft.body;
    let kind = kind(draft, standing, diagnostics)?;
    let is_system = is(&body.system, false) || !is(&body.editable, true);
    let column = match &kind {
        FieldKind::Scalar(_) => draft.name.value.clone(),
        FieldKind::Relation(_) => names::relation_column(&draft.name.value),
    };
    Some(Field {
        name: draft.name.clone(),
        origin: draft.origin.clone(),
        help: body.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(),
        column,
        kind,
        is_nullable: is(&body.null, false),
        default: default(body),
        writability: match (is_system, standing.is_identifier) {
            (true, _) => Writability::System,
            (false, true) => Writability::OnCreate,
            (false, false) => Writability::Editable,
        },
        visibility: if standing.is_hidden { Visibility::Hidden } else { Visibility::Shown },
        storage: Storage::Plain,
        limits: Limits::default(),
    })
}

fn is(option: &Option<Spanned<bool>>, otherwise: bool) -> bool {
    option.as_ref().map_or(otherwise, |option| option.value)
}

/// `default: null` says what is so without it.
fn default(body: &FieldBody) -> Option<Spanned<Literal>> {
    let default = body.default.as_ref()?;
    default.value.clone().map(|value| Spanned::new(value, default.span))
}

fn kind(draft: &DraftField<'_>, standing: &Standing, diagnostics: &mut Diagnostics) -> Option<FieldKind> {
    let body = draft.body;
    match (&body.type_, &body.relation) {
        (Some(Spanned { value: TypeWord::ForeignKey, .. }) | None, Some(target)) => {
            check_options(draft, &scalar_options(body), "a relation", diagnostics);
            Some(FieldKind::Relation(relation(body, target, standing)))
        }
        (Some(type_), Some(target)) => {
            diagnostics.push(relation_with_scalar(draft, type_.span, target.span));
            None
        }
        (Some(Spanned { value: TypeWord::ForeignKey, span }), None) => {
            report_if_whole(draft, relation_without_target(draft, *span), diagnostics);
            None
        }
        (Some(type_), None) => {
            check_options(draft, &relation_options(body), "a plain field", diagnostics);
            scalar(draft, type_.value, diagnostics).map(FieldKind::Scalar)
        }
        (None, None) => {
            report_if_whole(draft, without_type(draft), diagnostics);
            None
        }
    }
}

fn report_if_whole(draft: &DraftField<'_>, mistake: Diagnostic, diagnostics: &mut Diagnostics) {
    if draft.is_whole {
        diagnostics.push(mistake);
    }
}

fn relation(body: &FieldBody, target: &Spanned<String>, standing: &Standing) -> Relation {
    let otherwise = match (standing.is_scope, is(&body.null, false)) {
        (true, _) => OnDelete::Cascade,
        (false, true) => OnDelete::SetNull,
        (false, false) => OnDelete::Protect,
    };
    let on_delete = body.on_delete.as_ref().map_or(otherwise, |on_delete| on_delete.value);
    Relation { target: target.clone(), stored: ScalarKind::Identifier, on_delete, multiplicity: Multiplicity::Many }
}

fn scalar(draft: &DraftField<'_>, type_: TypeWord, diagnostics: &mut Diagnostics) -> Option<ScalarKind> {
    let length = draft.body.max_length.as_ref();
    let kind = match type_ {
        TypeWord::String { max_length } => return string(length, max_length, diagnostics),
        TypeWord::Text => ScalarKind::Text,
        TypeWord::Integer => ScalarKind::Integer,
        TypeWord::Float => ScalarKind::Float,
        TypeWord::Boolean => ScalarKind::Boolean,
        TypeWord::Date => ScalarKind::Date,
        TypeWord::DateTime => ScalarKind::DateTime,
        TypeWord::Identifier => ScalarKind::Identifier,
        TypeWord::ForeignKey => return None,
    };
    let unfit: Vec<_> = length.map(|length| ("max_length", length.span)).into_iter().collect();
    check_options(draft, &unfit, "this type", diagnostics);
    Some(kind)
}

fn string(length: Option<&Spanned<i64>>, otherwise: u32, diagnostics: &mut Diagnostics) -> Option<ScalarKind> {
    let Some(length) = length else { return Some(ScalarKind::String { max_length: otherwise }) };
    match u32::try_from(length.value) {
        Ok(max_length) if (1..=LENGTH_MAX).contains(&length.value) => Some(ScalarKind::String { max_length }),
        Ok(_) | Err(_) => {
            diagnostics.push(length_out_of_range(length));
            None
        }
    }
}

fn scalar_options(body: &FieldBody) -> Vec<(&'static str, Span)> {
    let length = body.max_length.as_ref().map(|one| ("max_length", one.span));
    let default = body.default.as_ref().filter(|one| one.value.is_some()).map(|one| ("default", one.span));
    length.into_iter().chain(default).collect()
}

fn relation_options(body: &FieldBody) -> Vec<(&'static str, Span)> {
    let on_delete = body.on_delete.as_ref().map(|one| ("on_delete", one.span));
    let related_name = body.related_name.as_ref().map(|one| ("related_name", one.span));
    on_delete.into_iter().chain(related_name).collect()
}

fn check_options(draft: &DraftField<'_>, unfit: &[(&str, Span)], what: &str, diagnostics: &mut Diagnostics) {
    for (option, span) in unfit {
        diagnostics.push(
            Diagnostic::at(
                Code::OptionUnfit,
                *span,
                format!("`{option}` of `{}` does not fit {what}", draft.name.value),
            )
            .label("has no meaning here")
            .with_other(draft.name.span, "the field")
            .help(format!("remove `{option}`")),
        );
    }
}

fn without_type(draft: &DraftField<'_>) -> Diagnostic {
    Diagnostic::at(Code::FieldWithoutType, draft.name.span, format!("the field `{}` has no type", draft.name.value))
        .label("what does it hold?")
        .help("add `type:` (`string`, `text`, `integer`, `float`, `boolean`, `date`, `datetime`) or `relation:`")
}

fn relation_without_target(draft: &DraftField<'_>, span: Span) -> Diagnostic {
    Diagnostic::at(Code::RelationShape, span, format!("the relation `{}` refers to nothing", draft.name.value))
        .label("a foreign key")
        .help("add `relation:` with the data model it refers to")
}

fn relation_with_scalar(draft: &DraftField<'_>, type_: Span, target: Span) -> Diagnostic {
    Diagnostic::at(Code::RelationShape, type_, format!("the relation `{}` has the type of a value", draft.name.value))
        .label("a relation takes its type from what it refers to")
        .with_other(target, "the relation")
        .help("remove `type`, or write `type: foreign_key`")
}

fn length_out_of_range(length: &Spanned<i64>) -> Diagnostic {
    Diagnostic::at(Code::LengthOutOfRange, length.span, format!("`max_length` cannot be {}", length.value))
        .label(format!("expected 1 to {LENGTH_MAX}"))
        .help("write `type: text` for text of any length")
}
