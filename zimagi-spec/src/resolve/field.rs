//! One field: its kind from type, relation and options. What does not fit together is reported here, with the field.

use crate::descriptor::{Multiplicity, OnDelete, ScalarKind, Storage, Visibility, Writability};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{FieldBody, FieldType, KindWord};
use crate::names;
use crate::source::{Span, Spanned};

use super::draft::DraftField;
use super::option::{check_link, check_relation, check_value, empty};
use super::scalar::{resolve_limits, resolve_scalar};
use super::value::fitted;
use super::{Field, FieldKind, Limits, Link, Literal, Relation};

/// What the model says of its fields.
pub(super) struct Standing {
    pub(super) is_identifier: bool,
    pub(super) is_scope: bool,
    pub(super) is_hidden: bool,
}

/// What an entry of `fields` becomes.
pub(super) enum Member {
    Field(Field),
    Link(Link),
}

/// Resolves an entry of `fields` of a model, given with its table; what a relation stores is filled in later.
pub(super) fn resolve_field(
    draft: &DraftField<'_>,
    standing: &Standing,
    model: (&str, &str),
    diagnostics: &mut Diagnostics,
) -> Option<Member> {
    let body = draft.body;
    match (&body.type_, &body.relation) {
        (Some(type_), Some(target)) if type_.value.kind == KindWord::ManyToMany => {
            check_link(draft, diagnostics);
            Some(Member::Link(link(draft, target, standing, model)))
        }
        (
            Some(Spanned { value: FieldType { kind: KindWord::ForeignKey | KindWord::OneToOne, .. }, .. }) | None,
            Some(target),
        ) => {
            check_relation(draft, diagnostics);
            Some(Member::Field(reference(draft, target, standing)))
        }
        (Some(type_), Some(target)) => {
            diagnostics.push(relation_with_scalar(draft, type_.span, target.span));
            None
        }
        (Some(type_), None) if is_relation(type_.value.kind) => {
            report_if_whole(draft, relation_without_target(draft, type_.span), diagnostics);
            None
        }
        (Some(type_), None) => value(draft, type_, standing, diagnostics).map(Member::Field),
        (None, None) => {
            report_if_whole(draft, without_type(draft), diagnostics);
            None
        }
    }
}

const fn is_relation(kind: KindWord) -> bool {
    matches!(kind, KindWord::ForeignKey | KindWord::OneToOne | KindWord::ManyToMany)
}

fn report_if_whole(draft: &DraftField<'_>, mistake: Diagnostic, diagnostics: &mut Diagnostics) {
    if draft.is_whole {
        diagnostics.push(mistake);
    }
}

fn value(
    draft: &DraftField<'_>,
    type_: &Spanned<FieldType>,
    standing: &Standing,
    diagnostics: &mut Diagnostics,
) -> Option<Field> {
    let kind = resolve_scalar(draft, type_, diagnostics)?;
    check_value(draft, kind, diagnostics);
    let field = field(draft, FieldKind::Scalar(kind), draft.name.value.clone(), standing);
    let default = field.default.map(|default| kept(kind, default));
    let limits = resolve_limits(draft.body, kind, type_);
    let storage = if draft.body.is_sealed() { Storage::Sealed } else { Storage::Plain };
    let field = Field { storage, limits, default, ..field };
    Some(match kind {
        ScalarKind::Json(shape) if empty(shape) != "null" => Field {
            is_nullable: false,
            default: Some(Spanned::new(Literal::Json(empty(shape).to_owned()), type_.span)),
            ..field
        },
        _ => field,
    })
}

/// The constant in the form of its kind; what does not fit stays, and a rule reports it.
pub(super) fn kept(kind: ScalarKind, value: Spanned<Literal>) -> Spanned<Literal> {
    let kept = fitted(kind, &value.value);
    value.map(|value| kept.unwrap_or(value))
}

fn reference(draft: &DraftField<'_>, target: &Spanned<String>, standing: &Standing) -> Field {
    let kind = FieldKind::Relation(relation(draft.body, target, standing));
    field(draft, kind, names::relation_column(&draft.name.value), standing)
}

fn field(draft: &DraftField<'_>, kind: FieldKind, column: String, standing: &Standing) -> Field {
    let body = draft.body;
    Field {
        name: draft.name.clone(),
        origin: draft.origin.clone(),
        help: help(body),
        column: body.db_column.as_ref().map_or(column, |column| column.value.clone()),
        kind,
        is_nullable: is(&body.null, false),
        default: default(body),
        writability: writability(body, standing),
        visibility: visibility(standing),
        storage: Storage::Plain,
        limits: Limits::default(),
    }
}

fn link(draft: &DraftField<'_>, target: &Spanned<String>, standing: &Standing, (model, table): (&str, &str)) -> Link {
    let (source_column, target_column) = names::link_columns(model, &target.value);
    let is_read_only = draft.body.through.is_some();
    Link {
        name: draft.name.clone(),
        origin: draft.origin.clone(),
        help: help(draft.body),
        target: target.clone(),
        through: draft.body.through.clone(),
        table: names::link_table(table, &draft.name.value),
        source_column,
        target_column,
        stored: ScalarKind::Identifier,
        // Pairs that are records are written as such: they may need more than their two sides.
        writability: if is_read_only { Writability::System } else { writability(draft.body, standing) },
        visibility: visibility(standing),
    }
}

fn help(body: &FieldBody) -> String {
    body.help.as_ref().map(|help| help.value.clone()).unwrap_or_default()
}

fn writability(body: &FieldBody, standing: &Standing) -> Writability {
    let is_system = is(&body.system, false) || !is(&body.editable, true);
    match (is_system, standing.is_identifier) {
        (true, _) => Writability::System,
        (false, true) => Writability::OnCreate,
        (false, false) => Writability::Editable,
    }
}

fn visibility(standing: &Standing) -> Visibility {
    if standing.is_hidden { Visibility::Hidden } else { Visibility::Shown }
}

fn is(option: &Option<Spanned<bool>>, otherwise: bool) -> bool {
    option.as_ref().map_or(otherwise, |option| option.value)
}

/// `default: null` says what is so without it.
fn default(body: &FieldBody) -> Option<Spanned<Literal>> {
    let default = body.default.as_ref()?;
    default.value.clone().map(|value| Spanned::new(value, default.span))
}

fn relation(body: &FieldBody, target: &Spanned<String>, standing: &Standing) -> Relation {
    let otherwise = match (standing.is_scope, is(&body.null, false)) {
        (true, _) => OnDelete::Cascade,
        (false, true) => OnDelete::SetNull,
        (false, false) => OnDelete::Protect,
    };
    let on_delete = body.on_delete.as_ref().map_or(otherwise, |on_delete| on_delete.value);
    Relation {
        target: target.clone(),
        stored: ScalarKind::Identifier,
        on_delete,
        multiplicity: multiplicity(body),
        to_field: body.to_field.clone(),
    }
}

/// How many records may refer to one target by this field.
pub(super) fn multiplicity(body: &FieldBody) -> Multiplicity {
    match body.type_.as_ref().map(|type_| type_.value.kind) {
        Some(KindWord::OneToOne) => Multiplicity::One,
        _ => Multiplicity::Many,
    }
}

fn without_type(draft: &DraftField<'_>) -> Diagnostic {
    Diagnostic::at(Code::FieldWithoutType, draft.name.span, format!("the field `{}` has no type", draft.name.value))
        .label("what does it hold?")
        .help("add `type:` (`string`, `text`, `integer`, `float`, `boolean`, `date`, `datetime` …) or `relation:`")
}

fn relation_without_target(draft: &DraftField<'_>, span: Span) -> Diagnostic {
    Diagnostic::at(Code::RelationShape, span, format!("the relation `{}` refers to nothing", draft.name.value))
        .label("a relation")
        .help("add `relation:` with the data model it refers to")
}

fn relation_with_scalar(draft: &DraftField<'_>, type_: Span, target: Span) -> Diagnostic {
    Diagnostic::at(Code::RelationShape, type_, format!("the relation `{}` has the type of a value", draft.name.value))
        .label("a relation takes its type from what it refers to")
        .with_other(target, "the relation")
        .help("remove `type`, or write `type: foreign_key`")
}
