//! What imports require of each other.

use crate::diagnostic::{Code, Diagnostic, Suggestion};
use crate::resolve::PartKind;
use crate::source::Spanned;

use super::context::Context;

pub(super) fn requirements_exist(cx: &mut Context<'_>) {
    let imports = &cx.resolved.imports;
    let is_waiting = |name: &str| {
        let mut parts = cx.resolved.parts.iter().map(|part| &part.document);
        parts.any(|part| part.kind == PartKind::Import && part.name.value == name)
    };
    let is_missing = |name: &&Spanned<String>| !imports.contains_key(&name.value) && !is_waiting(&name.value);
    let of_waiting = cx.resolved.parts.iter().map(|part| &part.document).filter(|part| part.kind == PartKind::Import);
    let required = imports.values().flat_map(|import| &import.requires).chain(of_waiting.flat_map(|part| &part.parts));
    for name in required.filter(is_missing).collect::<Vec<_>>() {
        if !cx.resolved.reported.has_lost_files {
            cx.report(unknown_import(name, imports.keys().map(String::as_str).collect()));
        }
    }
}

pub(super) fn requirements_form_no_cycle(cx: &mut Context<'_>) {
    let mut done = Vec::new();
    for name in cx.resolved.imports.keys() {
        visit(cx, name, &mut Vec::new(), &mut done);
    }
}

fn visit<'a>(cx: &mut Context<'a>, name: &'a str, above: &mut Vec<&'a str>, done: &mut Vec<&'a str>) {
    let Some(import) = cx.resolved.imports.get(name).filter(|_| !done.contains(&name)) else { return };
    above.push(name);
    for next in &import.requires {
        match above.iter().position(|one| *one == next.value) {
            Some(start) => cx.report(cycle(next, &above[start..])),
            None => visit(cx, &next.value, above, done),
        }
    }
    above.pop();
    done.push(name);
}

fn unknown_import(name: &Spanned<String>, known: Vec<&str>) -> Diagnostic {
    Diagnostic::at(Code::UnknownImport, name.span, format!("unknown import `{}`", name.value))
        .label("named by `requires`")
        .help_if(Suggestion { what: "imports", known }.text(&name.value))
}

fn cycle(name: &Spanned<String>, way: &[&str]) -> Diagnostic {
    let way: Vec<_> = way.iter().copied().chain([name.value.as_str()]).collect();
    Diagnostic::at(Code::ImportCycle, name.span, format!("the import `{}` requires itself", name.value))
        .label(format!("the way is {}", way.join(" → ")))
        .help("remove one of these requirements")
}
