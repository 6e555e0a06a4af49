//! How records are called and which of their fields are computed: names of fields, and of nothing that is hidden.

use crate::descriptor::Visibility;
use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::{Model, lineage, unknown_field};
use crate::source::Spanned;

use super::context::Context;

pub(super) fn display_names_fields(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        for name in placeholders(model) {
            let line = lineage(&cx.resolved.models, model);
            let mut fields = line.iter().flat_map(|model| model.fields.values());
            match fields.find(|field| [&field.name.value, &field.column].contains(&&name.value)) {
                None => {
                    cx.report(unknown_field(&model.name.value, &name, "named by `display`", model.fields.values()));
                }
                Some(field) if field.visibility == Visibility::Hidden => cx.report(hidden(model, &name)),
                Some(_) => {}
            }
        }
    }
}

pub(super) fn computed_fields_have_names_of_their_own(cx: &mut Context<'_>) {
    for model in cx.whole_models() {
        let mut known: Vec<&Spanned<String>> = model.fields.values().map(|field| &field.name).collect();
        known.extend(model.links.values().map(|link| &link.name));
        known.extend(model.reverse.iter().map(|reverse| &reverse.name));
        for name in &model.dynamic_fields {
            match known.iter().find(|one| one.value == name.value) {
                Some(first) => cx.report(taken(name, first)),
                None => known.push(name),
            }
        }
    }
}

/// The names between `<` and `>`. A name stands within text, so its place is that of the whole text.
fn placeholders(model: &Model) -> Vec<Spanned<String>> {
    let Some(display) = &model.display else { return Vec::new() };
    let pieces = display.value.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
    pieces.map(|(name, _)| Spanned::new(name.to_owned(), display.span)).collect()
}

fn hidden(model: &Model, name: &Spanned<String>) -> Diagnostic {
    let message = format!("`display` of `{}` shows the hidden field `{}`", model.name.value, name.value);
    Diagnostic::at(Code::HiddenDisplay, name.span, message)
        .label("tells the values")
        .help(format!("leave `<{}>` out", name.value))
}

fn taken(name: &Spanned<String>, first: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(
        Code::ComputedField,
        name.span,
        format!("the computed field `{}` has a name that is taken", name.value),
    )
    .label("second use")
    .with_other(first.span, "first use")
    .help("choose another name")
}
