//! Scopes: the chain from a model to its parents comes to an end, because an address names one record of each.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{FieldKind, Model};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn scopes_form_no_cycle(cx: &mut Context<'_>) {
    for model in cx.models() {
        for scope in &model.scope {
            // Told once, at the model of the circle that was declared first.
            let way = way_back(cx, model, scope).filter(|way| is_first(cx, model, &way.models));
            // Where each needs the next, the relations are a mistake already.
            if let Some(way) = way.filter(|way| way.may_end) {
                cx.report(cycle(model, scope, &way.models));
            }
        }
    }
}

/// From a model to the parents of its parents.
#[derive(Clone)]
struct Way<'a> {
    models: Vec<&'a str>,
    /// Whether a relation on the way may be null.
    may_end: bool,
}

/// The way from a scope back to the model itself, if there is one.
fn way_back<'a>(cx: &Context<'a>, model: &'a Model, scope: &Spanned<String>) -> Option<Way<'a>> {
    let mut ways = vec![step(model, scope)?];
    let mut seen = ways[0].models.clone();
    while let Some(way) = ways.pop() {
        let last = *way.models.last()?;
        if last == model.name.value {
            return Some(way);
        }
        let Some(parent) = cx.resolved.models.get(last) else { continue };
        for next in parent.scope.iter().filter_map(|scope| step(parent, scope)) {
            if next.models[0] == model.name.value || !seen.contains(&next.models[0]) {
                seen.push(next.models[0]);
                let models = way.models.iter().copied().chain(next.models).collect();
                ways.push(Way { models, may_end: way.may_end || next.may_end });
            }
        }
    }
    None
}

fn step<'a>(model: &'a Model, scope: &Spanned<String>) -> Option<Way<'a>> {
    let field = model.fields.get(&scope.value)?;
    match &field.kind {
        FieldKind::Relation(relation) => Some(Way { models: vec![&relation.target.value], may_end: field.is_nullable }),
        FieldKind::Scalar(_) => None,
    }
}

fn is_first(cx: &Context<'_>, model: &Model, way: &[&str]) -> bool {
    let place = |name: &str| cx.resolved.models.get_index_of(name);
    way.iter().all(|name| place(name) >= place(&model.name.value))
}

fn cycle(model: &Model, scope: &Spanned<String>, way: &[&str]) -> Diagnostic {
    let way: Vec<_> = std::iter::once(model.name.value.as_str()).chain(way.iter().copied()).collect();
    Diagnostic::at(Code::ScopeCycle, scope.span, format!("`{}` is within the scope of itself", model.name.value))
        .label(format!("the way is {}", way.join(" → ")))
        .help("an address would never end: remove one of these scopes, and say by `unique` what must differ")
}
