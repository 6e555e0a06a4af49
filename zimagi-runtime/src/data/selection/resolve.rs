//! From the text of `fields` to members. What does not exist for the caller is no field, however it is written.

use super::{Chosen, Form, Member, Related, Selection, Shown};
use crate::data::catalogue::Model;
use crate::data::mistake::{QueryFault, QueryMistake};
use crate::data::path::{NoSuchField, ResolvedPath, Step, key, members, resolve_relations, resolve_shown, split};
use crate::data::question::aggregate::resolve_made;
use crate::data::view::View;

/// What a comma list of fields asks for; none without one. Mistakes are added to the list.
pub(crate) fn resolve_selection<'c>(
    view: View<'c>,
    model: &'c Model,
    fields: Option<&str>,
    mistakes: &mut Vec<QueryMistake>,
) -> Option<Selection<'c>> {
    let fields: Vec<&str> = fields.filter(|fields| !fields.is_empty())?.split(',').map(str::trim).collect();
    let mut refuse = |fault| mistakes.push(QueryMistake::new("fields", fault));
    if let Err(fault) = view.limits().require_fields(fields.len()) {
        refuse(fault);
        return None;
    }
    let mut record = Chosen { model, members: Vec::new() };
    for written in fields {
        match Wish::read(written).and_then(|wish| wish.resolve(view, model)) {
            Ok(members) => members.into_iter().filter_map(|member| record.add(member).err()).for_each(&mut refuse),
            Err(fault) => refuse(fault),
        }
    }
    if let Err(fault) = view.limits().require_embed_relations(record.relations()) {
        refuse(fault);
    }
    let many = record.number(0);
    Some(Selection { view, record, many })
}

/// One field as it was written: `path`, `name=path`, and instead of a path also `path:word`, `*` or `path.*`.
struct Wish<'w> {
    name: Option<&'w str>,
    expression: &'w str,
}

/// All fields of a record.
const ALL: &str = "*";
/// Where a record is, as lists show it.
const ADDRESS: &str = "api_url";

impl<'w> Wish<'w> {
    fn read(written: &'w str) -> Result<Self, QueryFault> {
        let (name, expression) = match written.split_once('=') {
            Some((name, expression)) => (Some(name.trim()), expression.trim()),
            None => (None, written),
        };
        match name {
            Some("") => Err(QueryFault::WrongValue { expected: "a name before `=`".to_owned() }),
            _ => Ok(Self { name, expression }),
        }
    }

    fn resolve<'c>(&self, view: View<'c>, model: &'c Model) -> Result<Vec<Member<'c>>, QueryFault> {
        if let Some(made) = self.expression.split_once(':') {
            let (path, made) = resolve_made(view, model, made)?;
            let name = self.name.unwrap_or(self.expression).to_owned();
            return Ok(vec![Member { name, shown: Shown::Made(path, made) }]);
        }
        let segments = split(self.expression);
        view.limits().require_path(segments.len())?;
        let (last, start) = segments.split_last().expect("splitting gives at least one part");
        let no_such_field = |error| NoSuchField { written: self.expression.to_owned(), ..error };
        let relations = || resolve_relations(view, model, start).map_err(no_such_field);
        let (parts, ends) = match (*last, resolve_shown(view, model, self.expression)) {
            (ALL, _) => {
                let parts = relations().map_err(QueryFault::NoSuchField)?;
                let ends = all(view, end_of(model, &parts));
                (parts, ends)
            }
            (_, Ok(path)) => match self.name {
                Some(name) if path.is_single() && !is_relation(&path, last) => {
                    return Ok(vec![Member { name: name.to_owned(), shown: Shown::Value(path.shortened()) }]);
                }
                _ => {
                    let parts = relations().map_err(QueryFault::NoSuchField)?;
                    let at = end_of(model, &parts);
                    let end = resolve_shown(view, at, last).map_err(no_such_field).map_err(QueryFault::NoSuchField)?;
                    let ends = vec![shown_end(view, end, last)];
                    (parts, ends)
                }
            },
            (ADDRESS, Err(failure)) => match relations() {
                Ok(parts) if has_address(view, end_of(model, &parts)) => (parts, vec![address()]),
                Ok(_) | Err(_) => return Err(QueryFault::NoSuchField(failure)),
            },
            (_, Err(failure)) => return Err(QueryFault::NoSuchField(failure)),
        };
        view.limits().require_embed_depth(parts.len())?;
        self.wrap((model, &segments), parts, ends)
    }

    /// The members behind the relations that lead to them, under their own names or all of it under the one that was wished.
    fn wrap<'c>(
        &self,
        (root, segments): (&'c Model, &[&str]),
        parts: Vec<Vec<Step<'c>>>,
        ends: Vec<Member<'c>>,
    ) -> Result<Vec<Member<'c>>, QueryFault> {
        if parts.is_empty() && self.name.is_some() && segments == [ALL] {
            return Err(QueryFault::WrongValue { expected: "`*` without a name".to_owned() });
        }
        let mut members = ends;
        let is_all = segments.last() == Some(&ALL);
        for place in (0..parts.len()).rev() {
            let is_object = self.name.is_none() || (is_all && place + 1 == parts.len());
            let form = if is_object { Form::Object } else { Form::Plain };
            let (from, steps) = (end_of(root, &parts[..place]), parts[place].clone());
            let record = Chosen { model: end_of_steps(&steps), members };
            let shown = Related { from, steps, record, form, index: 0 }.shown();
            members = vec![Member { name: segments[place].to_owned(), shown }];
        }
        if let (Some(name), [member]) = (self.name, members.as_mut_slice()) {
            name.clone_into(&mut member.name);
        }
        Ok(members)
    }
}

/// Everything that is a field of a record.
fn all<'c>(view: View<'c>, model: &'c Model) -> Vec<Member<'c>> {
    let paths = members(view, model).into_iter();
    paths.map(|path| shown_end(view, path.clone(), path.field.name())).collect()
}

/// A field at the end of a path. Records are shown there as lists show them: by what names them.
fn shown_end<'c>(view: View<'c>, path: ResolvedPath<'c>, written: &str) -> Member<'c> {
    let name = written.to_owned();
    let (from, mut steps) = (path.root, path.steps.clone());
    match path.field.relation {
        Some(relation) if path.field.name() == written => {
            let to = view.catalogue().model(relation.target);
            steps.push(Step::Forward { field: path.field, to });
            Member { name, shown: named(view, (from, to), steps) }
        }
        _ if path.ends_in_many(written) => Member { name, shown: named(view, (from, path.model()), steps) },
        _ => Member { name, shown: Shown::Value(path) },
    }
}

/// A record by its identifier, its key and its address.
fn named<'c>(view: View<'c>, (from, model): (&'c Model, &'c Model), steps: Vec<Step<'c>>) -> Shown<'c> {
    let mut members = Vec::new();
    let identifier = model.identifier();
    let has_identifier = view.has_field(model, identifier);
    if has_identifier {
        let path = ResolvedPath { root: model, steps: Vec::new(), field: identifier };
        members.push(Member { name: identifier.name().to_owned(), shown: Shown::Value(path) });
    }
    members
        .extend(key(view, model).map(|path| Member { name: path.field.name().to_owned(), shown: Shown::Value(path) }));
    members.extend(has_identifier.then(address));
    Related { from, steps, record: Chosen { model, members }, form: Form::Object, index: 0 }.shown()
}

fn address<'c>() -> Member<'c> {
    Member { name: ADDRESS.to_owned(), shown: Shown::Address }
}

fn has_address(view: View<'_>, model: &Model) -> bool {
    view.has_field(model, model.identifier())
}

/// Whether the end of a path stands for records.
fn is_relation(path: &ResolvedPath<'_>, written: &str) -> bool {
    path.ends_in_many(written) || (path.field.relation.is_some() && path.field.name() == written)
}

fn end_of<'c>(root: &'c Model, parts: &[Vec<Step<'c>>]) -> &'c Model {
    parts.last().map_or(root, |steps| end_of_steps(steps))
}

fn end_of_steps<'c>(steps: &[Step<'c>]) -> &'c Model {
    steps.last().expect("each part of a way is a step at least").to()
}

impl<'c> Related<'c> {
    fn shown(self) -> Shown<'c> {
        let leads_to_one = self.steps.last().is_some_and(|step| step.is_single());
        if leads_to_one { Shown::One(self) } else { Shown::Many(self) }
    }
}
