//! Scopes: the chain from a model to its parents comes to an end, because an address names one record of each.

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{FieldKind, Model};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn scopes_form_no_cycle(cx: &mut Context<'_>) {
    for model in cx.models() {
        for scope in &model.scope {
            let way = way_back(cx, model, scope);
            // Told once, at the model of the circle that was declared first.
            if let Some(way) = way.filter(|way| is_first(cx, model, way)) {
                cx.report(cycle(model, scope, &way));
            }
        }
    }
}

/// The models from a scope back to the model itself, if there is such a way.
fn way_back<'a>(cx: &Context<'a>, model: &'a Model, scope: &Spanned<String>) -> Option<Vec<&'a str>> {
    let start = target(model, scope)?;
    let mut ways = vec![vec![start]];
    let mut seen = vec![start];
    while let Some(way) = ways.pop() {
        let last = *way.last()?;
        if last == model.name.value {
            return Some(way);
        }
        let Some(parent) = cx.resolved.models.get(last) else { continue };
        for next in parent.scope.iter().filter_map(|scope| target(parent, scope)) {
            if next == model.name.value || !seen.contains(&next) {
                seen.push(next);
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

fn target<'a>(model: &'a Model, scope: &Spanned<String>) -> Option<&'a str> {
    match &model.fields.get(&scope.value)?.kind {
        FieldKind::Relation(relation) => Some(&relation.target.value),
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
