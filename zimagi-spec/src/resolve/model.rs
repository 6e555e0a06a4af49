//! Data models: inheritance, fields, identifier and what belongs to them.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::descriptor::{ScalarKind, Storage, Store, Visibility, Writability};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{DataKind, IdentifiersDoc, ModuleDoc, Names};
use crate::load::ModuleKind;
use crate::names;
use crate::source::{Span, Spanned};

use super::draft::{Draft, ID, draft};
use super::field::{Member, Standing, resolve_field};
use super::index::{resolve_indexes, resolve_steps, resolve_unique};
use super::inherit::layers;
use super::join::{DataEntry, Joined};
use super::{
    Extends, Field, FieldKind, Identifier, Limits, Link, Model, Ordering, Origin, Reported, Triggers, access, extend,
    inherit, relation, unknown_field,
};
use crate::descriptor::Direction;

/// The fields that every model has.
const TIMES: [(&str, &str); 2] =
    [("created", "When the record was created."), ("updated", "When the record was last changed.")];

/// The mixin by which records have groups, and its link to them.
const GROUP_MIXIN: &str = "group";
const GROUPS: &str = "groups";

pub(super) fn resolve_models(
    joined: &Joined<'_>,
    modules: &[ModuleDoc],
    reported: &mut Reported,
    diagnostics: &mut Diagnostics,
) -> IndexMap<String, Model> {
    inherit::check(&joined.data, reported.has_lost_files, diagnostics);
    access::check_places(joined, diagnostics);
    let mut models = IndexMap::new();
    let mut reverse = Vec::new();
    for ((_, name), entry) in joined.data.iter().filter(|((kind, _), _)| *kind == DataKind::Model) {
        let layers = layers(&joined.data, entry);
        let errors_before = diagnostics.error_count();
        let draft = draft(&layers, diagnostics);
        let module = &modules[entry.owner.0];
        let identifiers = identifiers(module, modules);
        let model = resolve_model(entry, &draft, (module, identifiers), layers.is_whole, diagnostics);
        let is_whole = layers.is_whole && diagnostics.error_count() == errors_before;
        if !is_whole {
            reported.models.insert(name.clone());
        }
        let Some(model) = model else {
            reported.lost_access.push(access::resolve_access(&entry.document.roles));
            continue;
        };
        if is_whole {
            check_hidden(&draft, &model, diagnostics);
        }
        reverse.extend(relation::reverse(name, &draft));
        reverse.extend(model.extends.as_ref().map(|extends| relation::reverse_of_pointer(name, extends)));
        models.insert(name.clone(), model);
    }
    relation::bind(&mut models, reverse);
    extend::bind(&mut models);
    models
}

fn resolve_model(
    entry: &DataEntry,
    draft: &Draft<'_>,
    (module, identifiers): (&ModuleDoc, IdentifiersDoc),
    is_whole: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Model> {
    let document = &entry.document;
    let name = &document.name;
    let extends = extend::resolve_extends(entry, draft, diagnostics);
    let Some(identifier) = identifier(draft, extends.as_ref(), identifiers) else {
        if is_whole {
            diagnostics.push(no_identifier(name));
        }
        return None;
    };
    let table = names::table_name(&module.owner.name, &name.value);
    let (fields, links) = members(draft, (&identifier, extends.as_ref()), (name, &table), diagnostics);
    let bind = |field: &Spanned<String>| bound(field, &fields);
    let key = match (&draft.key, &identifier) {
        (Some(key), _) => Some(bind(key)),
        (None, Identifier::Field(field)) if extends.is_none() => Some(field.clone()),
        (None, _) => None,
    };
    let scope: Vec<_> = draft.scope.iter().flat_map(|names| &names.value).map(bind).collect();
    let ordering = ordering(draft, &fields);
    let unique = resolve_unique(draft, &fields, &identifier, key.as_ref(), &scope);
    let wished = draft.index.map(|sets| resolve_steps(&sets.value, &fields)).unwrap_or_default();
    let is_own = ordering.iter().all(|step| fields.contains_key(&step.field.value));
    let indexed = if is_own { ordering.as_slice() } else { &[] };
    let indexes = resolve_indexes(wished, draft, &fields, &identifier, indexed, &unique);
    Some(Model {
        owner: entry.owner,
        help: document.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(),
        type_name: type_name(entry),
        singular: name.value.replace('_', " "),
        plural: document.plural.as_ref().map_or_else(|| names::plural(&name.value), |plural| plural.value.clone()),
        table,
        store: draft.store.unwrap_or(Store::Main),
        is_served: draft.is_served.unwrap_or(true),
        reverse: Vec::new(),
        access: access::resolve_access(&document.roles),
        diesel: draft.diesel.unwrap_or(module.manifest.diesel),
        hooks: draft.hooks.unwrap_or(false).then(|| entry.hooked_by.unwrap_or(entry.owner)),
        links,
        extends,
        record_groups: record_groups(draft),
        disabled: draft.disabled.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
        hidden: draft.hidden.iter().map(|name| bind(name)).collect(),
        display: draft.display.cloned(),
        dynamic_fields: listed(draft.dynamic_fields),
        is_created_on_reference: draft.is_created_on_reference.unwrap_or(false),
        triggers: Triggers { check: listed(draft.check), save: listed(draft.save) },
        provider_name: draft.provider_name.cloned(),
        name: name.clone(),
        fields,
        identifier,
        key,
        scope,
        ordering,
        unique,
        indexes,
    })
}

/// A module's own word decides, and without one the application's. The platform's digests are always tagged: the original
/// has no records of these models.
fn identifiers(module: &ModuleDoc, modules: &[ModuleDoc]) -> IdentifiersDoc {
    let application = modules.last().and_then(|module| module.manifest.identifiers);
    match module.kind {
        ModuleKind::Platform => IdentifiersDoc::Tagged,
        ModuleKind::Module | ModuleKind::Application => {
            module.manifest.identifiers.or(application).unwrap_or(IdentifiersDoc::Tagged)
        }
    }
}

/// Own `id_fields` win over an inherited `id`, and the other way round; the draft has sorted that out. A record that is one of
/// another model too has its identifier.
fn identifier(draft: &Draft<'_>, extends: Option<&Extends>, identifiers: IdentifiersDoc) -> Option<Identifier> {
    if let Some(Extends { model, pointer }) = extends {
        return Some(Identifier::Field(Spanned::new(pointer.clone(), model.span)));
    }
    if let Some(names) = draft.id_fields {
        let names = names.value.iter().map(|field| drafted(field, draft)).collect();
        return Some(match identifiers {
            IdentifiersDoc::Tagged => Identifier::Hash(names),
            IdentifiersDoc::Legacy => Identifier::LegacyHash(names),
        });
    }
    draft.id.map(|id| Identifier::Field(drafted(id, draft)))
}

fn members(
    draft: &Draft<'_>,
    (identifier, extends): (&Identifier, Option<&Extends>),
    (name, table): (&Spanned<String>, &str),
    diagnostics: &mut Diagnostics,
) -> (IndexMap<String, Field>, IndexMap<String, Link>) {
    let is_hash = matches!(identifier, Identifier::Hash(_) | Identifier::LegacyHash(_));
    let (mut fields, mut links) = (IndexMap::new(), IndexMap::new());
    if is_hash {
        fields.insert(ID.to_owned(), digest(name.span));
    }
    if let Some(extends) = extends {
        fields.insert(extends.pointer.clone(), extend::pointer_of(extends));
    }
    for (member, drafted) in &draft.fields {
        if TIMES.iter().any(|(time, _)| time == member) || (is_hash && *member == ID) {
            diagnostics.push(reserved_field(drafted.name));
            continue;
        }
        if extends.is_some_and(|extends| extends.pointer == *member) {
            continue;
        }
        let standing = standing(member, draft, identifier);
        match resolve_field(drafted, &standing, (&name.value, table), diagnostics) {
            Some(Member::Field(field)) => drop(fields.insert((*member).to_owned(), field)),
            Some(Member::Link(link)) => drop(links.insert((*member).to_owned(), link)),
            None => {}
        }
    }
    if let Identifier::Field(name) = identifier
        && let Some(at) = fields.get_index_of(&name.value)
    {
        fields.move_index(at, 0);
    }
    for (time, help) in TIMES {
        let kind = ScalarKind::DateTime;
        fields.insert(time.to_owned(), Field { is_nullable: true, ..platform_field(time, help, kind, name.span) });
    }
    (fields, links)
}

fn standing(name: &str, draft: &Draft<'_>, identifier: &Identifier) -> Standing {
    let is_named = |names: &[Spanned<String>]| names.iter().any(|one| drafted(one, draft).value == name);
    Standing {
        is_identifier: match identifier {
            Identifier::Field(field) => field.value == name,
            Identifier::Hash(fields) | Identifier::LegacyHash(fields) => is_named(fields),
        },
        is_scope: draft.scope.is_some_and(|scope| is_named(&scope.value)),
        is_hidden: draft.hidden.iter().any(|one| drafted(one, draft).value == name),
    }
}

fn digest(place: Span) -> Field {
    let kind = ScalarKind::Identifier;
    platform_field(ID, "The identifier: a digest of the fields that make the record what it is.", kind, place)
}

fn platform_field(name: &str, help: &str, kind: ScalarKind, place: Span) -> Field {
    Field {
        name: Spanned::new(name.to_owned(), place),
        origin: Origin::Platform,
        help: help.to_owned(),
        column: name.to_owned(),
        kind: FieldKind::Scalar(kind),
        is_nullable: false,
        default: None,
        writability: Writability::System,
        visibility: Visibility::Shown,
        storage: Storage::Plain,
        limits: Limits::default(),
    }
}

/// The field meant by a name; a relation may be written as its column.
pub(super) fn bound(name: &Spanned<String>, fields: &IndexMap<String, Field>) -> Spanned<String> {
    let is_relation = |stem: &&str| fields.get(*stem).is_some_and(|field| matches!(field.kind, FieldKind::Relation(_)));
    match name.value.strip_suffix("_id").filter(is_relation) {
        Some(stem) if !fields.contains_key(&name.value) => Spanned::new(stem.to_owned(), name.span),
        Some(_) | None => name.clone(),
    }
}

/// As [`bound`], before fields are resolved.
fn drafted(name: &Spanned<String>, draft: &Draft<'_>) -> Spanned<String> {
    let is_relation = |stem: &&str| draft.fields.get(*stem).is_some_and(|field| field.body.relation.is_some());
    match name.value.strip_suffix("_id").filter(is_relation) {
        Some(stem) if !draft.fields.contains_key(name.value.as_str()) => Spanned::new(stem.to_owned(), name.span),
        Some(_) | None => name.clone(),
    }
}

/// The link of the platform's mixin, unless the model has taken it away or made it something else.
pub(super) fn record_groups(draft: &Draft<'_>) -> Option<String> {
    let field = draft.fields.get(GROUPS)?;
    (field.origin == Origin::Mixin(GROUP_MIXIN.to_owned())).then(|| GROUPS.to_owned())
}

fn listed(names: Option<&Names>) -> Vec<Spanned<String>> {
    names.map(|names| names.value.clone()).unwrap_or_default()
}

fn ordering(draft: &Draft<'_>, fields: &IndexMap<String, Field>) -> Vec<Ordering> {
    draft.ordering.into_iter().flat_map(|names| &names.value).map(|name| step(name, fields)).collect()
}

/// A field with `-` before it if it descends.
pub(super) fn step(name: &Spanned<String>, fields: &IndexMap<String, Field>) -> Ordering {
    let (direction, field) = match name.value.strip_prefix('-') {
        Some(field) => (Direction::Descending, field),
        None => (Direction::Ascending, name.value.as_str()),
    };
    Ordering { field: bound(&Spanned::new(field.to_owned(), name.span), fields), direction }
}

fn check_hidden(draft: &Draft<'_>, model: &Model, diagnostics: &mut Diagnostics) {
    for name in draft.hidden.iter().filter(|name| !is_member(model, &bound(name, &model.fields).value)) {
        diagnostics.push(unknown_field(&model.name.value, name, "named by `hidden_fields`", model.fields.values()));
    }
}

fn is_member(model: &Model, name: &str) -> bool {
    model.fields.contains_key(name) || model.links.contains_key(name)
}

fn type_name(entry: &DataEntry) -> Spanned<String> {
    let name = &entry.document.name;
    let class = entry.document.class.clone();
    class.unwrap_or_else(|| Spanned::new(names::type_name(&name.value), name.span))
}

fn no_identifier(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::NoIdentifier, name.span, format!("the data model `{}` has no identifier", name.value))
        .label("how are its records told apart?")
        .help("add `id: FIELD`, `id_fields: [FIELD, …]`, or a base that has one, such as `base: name_resource`")
}

fn reserved_field(name: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::ReservedField, name.span, format!("the field `{}` belongs to the platform", name.value))
        .label("every data model has it already")
        .help("remove it, or give it another name")
}
