//! The parameters that `meta` of a mixin makes from data models: keys, fields, search terms, and how lists are shown.

use indexmap::IndexMap;

use crate::descriptor::{ParameterKind, ParameterRole, ScalarKind, Visibility};
use crate::document::AccessorDoc;
use crate::names;
use crate::source::Spanned;

use super::adaptation::Signature;
use super::parameter::plain;
use super::{Field, FieldKind, Form, Literal, Model, Parameter};

type Models = IndexMap<String, Model>;

/// The accessors that a command inherits, the strongest first.
pub(super) struct Accessors<'e> {
    made: Vec<Made>,
    /// Whether one of them is for a model that is not known: names made from it may be anything.
    pub(super) is_lost: bool,
    models: &'e Models,
}

/// A parameter and what may be changed of it.
struct Made {
    parameter: Parameter,
    signature: Signature,
}

impl<'e> Accessors<'e> {
    pub(super) fn new(accessors: impl Iterator<Item = &'e AccessorDoc>, models: &'e Models) -> Self {
        let mut all = Self { made: Vec::new(), is_lost: false, models };
        for accessor in accessors {
            let model = accessor.model.as_ref().map(|model| models.get(&model.value));
            all.is_lost |= matches!(model, Some(None));
            let prefix = Prefix { name: &accessor.prefix, model: model.flatten() };
            all.add(prefix.all(accessor, models));
        }
        all
    }

    fn add(&mut self, made: Vec<Made>) {
        for one in made {
            if self.made.iter().all(|known| known.parameter.name.value != one.parameter.name.value) {
                self.made.push(one);
            }
        }
    }

    /// All names that may be parsed.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.made.iter().map(|made| made.parameter.name.value.clone())
    }

    /// The parameter of a name, after the scopes within which its key is looked up.
    pub(super) fn make(&self, name: &Spanned<String>) -> Option<(Vec<Parameter>, Signature)> {
        if let Some(made) = self.make_all(name) {
            return Some((made, Signature::Nothing));
        }
        let made = self.made.iter().find(|made| made.parameter.name.value == name.value)?;
        let model = made.parameter.model.as_ref().and_then(|model| self.models.get(model));
        let is_own_key = made.parameter.role == ParameterRole::Key && made.parameter.field.is_none();
        let scopes = model.filter(|_| is_own_key).map(|model| scopes(model, self.models, name)).unwrap_or_default();
        let parameter = Parameter { name: name.clone(), ..made.parameter.clone() };
        Some((scopes.into_iter().chain([parameter]).collect(), made.signature))
    }
}

/// Parameters under one name: the scopes of a model, or its relations.
impl Accessors<'_> {
    fn make_all(&self, name: &Spanned<String>) -> Option<Vec<Parameter>> {
        let (prefix, part) = name.value.rsplit_once('_')?;
        let key = self.made.iter().find(|made| made.parameter.name.value == format!("{prefix}_key"))?;
        let model = self.models.get(key.parameter.model.as_ref()?)?;
        match part {
            "scope" => Some(scopes(model, self.models, name)),
            "relations" => Some(relations(model, self.models, name)),
            _ => None,
        }
    }
}

/// What the names of parameters begin with, and the model that they are for.
pub(super) struct Prefix<'e> {
    pub(super) name: &'e Spanned<String>,
    pub(super) model: Option<&'e Model>,
}

impl Prefix<'_> {
    fn all(&self, accessor: &AccessorDoc, models: &Models) -> Vec<Made> {
        let made = |parameter| Made { parameter, signature: Signature::Made };
        let as_it_is = |parameter| Made { parameter, signature: Signature::Nothing };
        let mut all = vec![made(self.id()), made(self.key()), made(self.keys())];
        all.push(Made { parameter: self.fields(), signature: Signature::MadeFields });
        let Some(model) = self.model else { return all };
        all.extend([made(self.search()), as_it_is(self.search_or()), made(self.order()), made(self.limit())]);
        all.push(Made { parameter: self.count(), signature: Signature::Count });
        if accessor.has_provider {
            all.push(made(self.provider()));
        }
        if accessor.has_relations {
            all.extend(relations(model, models, self.name).into_iter().flat_map(every_form).map(made));
        }
        all
    }

    fn named(&self, ending: &str, role: ParameterRole, kind: ParameterKind, help: String) -> Parameter {
        let name = Spanned::new(format!("{}_{ending}", self.name.value), self.name.span);
        Parameter { role, model: self.model.map(|model| model.name.value.clone()), ..plain(name, help, kind) }
    }

    /// One record in sentences.
    fn singular(&self) -> String {
        self.model.map_or_else(|| self.name.value.replace('_', " "), |model| model.singular.clone())
    }

    /// Several records in sentences.
    pub(super) fn plural(&self) -> String {
        self.model.map_or_else(|| names::plural(&self.name.value), |model| model.plural.clone())
    }

    pub(super) fn id(&self) -> Parameter {
        let help = format!("The identifier of the {}.", self.singular());
        let id = self.named("id", ParameterRole::Id, TEXT, help);
        Parameter { form: Form::Required, label: Some("ID".to_owned()), ..id }
    }

    pub(super) fn key(&self) -> Parameter {
        let help = format!("The key of the {}.", self.singular());
        let key = self.named("key", ParameterRole::Key, TEXT, help);
        Parameter { form: Form::Required, label: Some("KEY".to_owned()), ..key }
    }

    fn keys(&self) -> Parameter {
        let help = format!("The keys of {}.", self.plural());
        let keys = self.named("keys", ParameterRole::Keys, TEXTS, help);
        Parameter { form: Form::Option(self.plural().replace([' ', '_'], "-")), label: Some("KEYS".to_owned()), ..keys }
    }

    pub(super) fn fields(&self) -> Parameter {
        let help = format!("Values of the {}, by the names of its fields.", self.singular());
        let fields = self.named("fields", ParameterRole::Fields, TEXTS, help);
        Parameter { form: Form::Optional, label: Some("FIELD=VALUE".to_owned()), ..fields }
    }

    pub(super) fn search(&self) -> Parameter {
        let help = format!("Terms that {} must meet.", self.plural());
        let search = self.named("search", ParameterRole::Search, TEXTS, help);
        Parameter { form: Form::Optional, label: Some("TERM".to_owned()), ..search }
    }

    pub(super) fn search_or(&self) -> Parameter {
        let help = "One of the terms is enough.".to_owned();
        let or = self.named("search_or", ParameterRole::SearchOr, ParameterKind::Flag, help);
        Parameter { form: Form::Option("or".to_owned()), ..or }
    }

    pub(super) fn order(&self) -> Parameter {
        let help = "The fields to order by; `-` before one descends.".to_owned();
        let order = self.named("order", ParameterRole::Order, TEXTS, help);
        Parameter { form: Form::Option("order".to_owned()), label: Some("FIELDS".to_owned()), ..order }
    }

    pub(super) fn limit(&self) -> Parameter {
        let kind = ParameterKind::One(ScalarKind::Integer);
        let limit = self.named("limit", ParameterRole::Limit, kind, format!("How many {} at most.", self.plural()));
        let default = Some(Spanned::new(Literal::Integer(100), self.name.span));
        Parameter { form: Form::Option("limit".to_owned()), label: Some("COUNT".to_owned()), default, ..limit }
    }

    pub(super) fn count(&self) -> Parameter {
        let help = format!("Show only how many {} there are.", self.plural());
        let count = self.named("count", ParameterRole::Count, ParameterKind::Flag, help);
        Parameter { form: Form::Option("count".to_owned()), ..count }
    }

    pub(super) fn provider(&self) -> Parameter {
        let help = format!("The provider of the {}.", self.singular());
        let provider = self.named("provider_name", ParameterRole::Provider, TEXT, help);
        Parameter { form: Form::Option("provider".to_owned()), label: Some("NAME".to_owned()), ..provider }
    }
}

const TEXT: ParameterKind = ParameterKind::One(ScalarKind::Text);
const TEXTS: ParameterKind = ParameterKind::Many(ScalarKind::Text);

/// The scopes of a model, from the top down: an option for the key of each.
pub(super) fn scopes(model: &Model, models: &Models, place: &Spanned<String>) -> Vec<Parameter> {
    let mut found: Vec<Parameter> = Vec::new();
    let mut at = vec![model];
    let mut seen = vec![model.name.value.as_str()];
    while let Some(model) = at.pop() {
        for scope in model.scope.iter().rev() {
            let Some(target) = model.fields.get(&scope.value).and_then(target) else { continue };
            if found.iter().all(|known| known.field.as_ref() != Some(&scope.value)) {
                let help = format!("The {} within which the key is looked up.", scope.value.replace('_', " "));
                found.insert(0, key_of(&scope.value, target, ParameterRole::Scope, help, place));
            }
            if let Some(next) = models.get(target).filter(|next| !seen.contains(&next.name.value.as_str())) {
                seen.push(&next.name.value);
                at.push(next);
            }
        }
    }
    found
}

/// The relations of a model that are no scope, each with an option for the key or keys of what it refers to.
pub(super) fn relations(model: &Model, models: &Models, place: &Spanned<String>) -> Vec<Parameter> {
    let is_scope = |name: &str| model.scope.iter().any(|scope| scope.value == name);
    let is_pointer = |name: &str| model.extends.as_ref().is_some_and(|extends| extends.pointer == name);
    let fields = model.fields.iter().filter(|(name, _)| !is_scope(name) && !is_pointer(name));
    let mut relations: Vec<Parameter> = Vec::new();
    for (name, field) in fields.filter(|(_, field)| field.visibility == Visibility::Shown) {
        let Some(target) = target(field).filter(|target| models.contains_key(*target)) else { continue };
        relations.push(key_of(name, target, ParameterRole::Key, field.help.clone(), place));
    }
    for (name, link) in model.links.iter().filter(|(_, link)| link.visibility == Visibility::Shown) {
        let keys = key_of(name, &link.target.value, ParameterRole::Keys, link.help.clone(), place);
        let name = Spanned::new(format!("{name}_keys"), place.span);
        relations.push(Parameter { name, kind: TEXTS, label: Some("KEYS".to_owned()), ..keys });
    }
    relations
}

/// A relation may be given by identifiers, by a key and by keys.
fn every_form(relation: Parameter) -> Vec<Parameter> {
    let field = relation.field.clone().unwrap_or_default();
    let named = |ending: &str| Spanned::new(format!("{field}_{ending}"), relation.name.span);
    let label = |text: &str| Some(text.to_owned());
    let one = Parameter { kind: TEXT, ..relation.clone() };
    vec![
        Parameter { name: named("id"), role: ParameterRole::Id, label: label("ID"), ..one.clone() },
        Parameter { name: named("key"), role: ParameterRole::Key, label: label("KEY"), ..one.clone() },
        Parameter { name: named("keys"), role: ParameterRole::Keys, label: label("KEYS"), kind: TEXTS, ..one },
    ]
}

fn key_of(field: &str, target: &str, role: ParameterRole, help: String, place: &Spanned<String>) -> Parameter {
    let name = Spanned::new(format!("{field}_key"), place.span);
    Parameter {
        form: Form::Option(field.replace('_', "-")),
        label: Some("KEY".to_owned()),
        role,
        model: Some(target.to_owned()),
        field: Some(field.to_owned()),
        ..plain(name, help, TEXT)
    }
}

fn target(field: &Field) -> Option<&str> {
    match &field.kind {
        FieldKind::Relation(relation) => Some(&relation.target.value),
        FieldKind::Scalar(_) => None,
    }
}
