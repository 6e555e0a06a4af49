//! Commands made from a data model: `list`, `get`, `save`, `remove` and `clear`.
//!
//! Each is as the node says and inherits, but for what it takes and who may run it: the roles of the model win over those of
//! the node. A node of the same words takes the place of one that is made.

use crate::descriptor::{ADMIN, CommandTrait, Operation, ParameterKind, ParameterRole, ResourceOperation, ScalarKind};
use crate::diagnostic::Diagnostics;
use crate::document::{CommandDoc, CommandLevel, ResourceDoc, words};
use crate::source::Spanned;

use super::accessor::{Prefix, relations, scopes};
use super::command::Family;
use super::command_layers::Entries;
use super::join::last_word;
use super::parameter::{parsed, plain};
use super::{Command, Form, Identifier, Model, Parameter, Runs, unknown_field};

/// The commands of a node, unless the model is not known.
pub(super) fn resource_commands(
    family: &Family<'_>,
    resource: &ResourceDoc,
    entries: &Entries,
    diagnostics: &mut Diagnostics,
) -> Vec<Command> {
    let Some(model) = family.models.get(&resource.model.value) else { return Vec::new() };
    let document = &family.entry.document;
    let name = resource.prefix.as_ref().unwrap_or_else(|| last_word(document));
    let node = Node { family, resource, model, prefix: Prefix { name, model: Some(model) } };
    let is_made = |operation: &ResourceOperation| {
        node.is_allowed(*operation) && !is_declared(document, operation.word(), entries)
    };
    let made: Vec<_> = ResourceOperation::ALL.into_iter().filter(is_made).collect();
    made.into_iter().map(|operation| node.command(operation, diagnostics)).collect()
}

/// Whether the node says itself what stands below this word.
fn is_declared(document: &CommandDoc, word: &str, entries: &Entries) -> bool {
    let path = format!("{} {word}", words(&document.path));
    let below = format!("{path} ");
    let mut commands = entries.keys().filter(|(level, _)| *level == CommandLevel::Command);
    commands.any(|(_, other)| *other == path || other.starts_with(&below))
}

struct Node<'e> {
    family: &'e Family<'e>,
    resource: &'e ResourceDoc,
    model: &'e Model,
    prefix: Prefix<'e>,
}

impl Node<'_> {
    /// What the model disables stays so, whatever the options say.
    fn is_allowed(&self, operation: ResourceOperation) -> bool {
        let is_on = |key: &str| self.resource.allowed.iter().all(|(known, is_on)| *known != key || *is_on);
        let has = |disabled: Operation| !self.model.disabled.contains(&disabled);
        match operation {
            ResourceOperation::List => has(Operation::List) && is_on("allow_list"),
            ResourceOperation::Get => has(Operation::Retrieve) && is_on("allow_access"),
            ResourceOperation::Save => has(Operation::Update) && is_on("allow_update"),
            ResourceOperation::Remove => has(Operation::Destroy) && is_on("allow_remove"),
            ResourceOperation::Clear => {
                has(Operation::Destroy) && has(Operation::Clear) && is_on("allow_remove") && is_on("allow_clear")
            }
        }
    }

    fn command(&self, operation: ResourceOperation, diagnostics: &mut Diagnostics) -> Command {
        let parameters = self.parameters(operation, diagnostics);
        let mut command = self.family.command(parameters);
        let place = last_word(&self.family.entry.document).span;
        command.path.push(Spanned::new(operation.word().to_owned(), place));
        command.help = self.help(operation);
        command.kind = Runs::Resource { model: self.model.name.value.clone(), operation };
        command.priority = priority(operation);
        command.groups_allowed = self.groups(operation, command.groups_allowed);
        command.traits.retain(|one| ![CommandTrait::Foreground, CommandTrait::Passthrough].contains(one));
        command.traits.push(CommandTrait::Foreground);
        let asks = matches!(operation, ResourceOperation::Remove | ResourceOperation::Clear);
        if asks && !command.traits.contains(&CommandTrait::Confirm) {
            command.traits.push(CommandTrait::Confirm);
        }
        command.traits.sort_unstable();
        command
    }

    fn help(&self, operation: ResourceOperation) -> String {
        let (one, several) = (&self.model.singular, &self.model.plural);
        match operation {
            ResourceOperation::List => format!("List {several}."),
            ResourceOperation::Get => format!("Show one {one}."),
            ResourceOperation::Save => format!("Create or update one {one}."),
            ResourceOperation::Remove => format!("Remove one {one}."),
            ResourceOperation::Clear => format!("Remove all {several} that match."),
        }
    }

    /// Who may edit may also read. Without a role that may edit, what the node says holds.
    fn groups(
        &self,
        operation: ResourceOperation,
        inherited: Option<Vec<Spanned<String>>>,
    ) -> Option<Vec<Spanned<String>>> {
        let first = |model: &[Spanned<String>], options: &[Spanned<String>]| {
            let chosen = if model.is_empty() { options } else { model };
            chosen.iter().filter(|role| role.value != ADMIN).cloned().collect::<Vec<_>>()
        };
        let edit = first(&self.model.access.edit, &self.resource.edit_roles);
        let view = first(&self.model.access.view, &self.resource.view_roles);
        let is_reading = matches!(operation, ResourceOperation::List | ResourceOperation::Get);
        match is_reading {
            true if edit.is_empty() && view.is_empty() => inherited,
            true => {
                let mut roles = view;
                let others = edit.into_iter().filter(|role| roles.iter().all(|known| known.value != role.value));
                let others: Vec<_> = others.collect();
                roles.extend(others);
                Some(roles)
            }
            false if edit.is_empty() => inherited,
            false => Some(edit),
        }
    }

    fn parameters(&self, operation: ResourceOperation, diagnostics: &mut Diagnostics) -> Vec<Parameter> {
        let prefix = &self.prefix;
        let scopes = scopes(self.model, self.family.models, prefix.name);
        let flag = |name: &str, help: &str| plain(self.named(name), help.to_owned(), ParameterKind::Flag);
        let force = || flag("force", "Do it without asking.");
        match operation {
            ResourceOperation::List => {
                vec![
                    prefix.order(),
                    prefix.limit(),
                    prefix.count(),
                    prefix.search(),
                    prefix.search_or(),
                    self.columns(),
                ]
            }
            ResourceOperation::Get => scopes.into_iter().chain([prefix.key(), self.columns()]).collect(),
            ResourceOperation::Save => {
                let mut all = Vec::new();
                if self.model.provider_name.is_some() {
                    all.extend([flag("test", "Show what would be done, and do nothing."), force(), prefix.provider()]);
                }
                all.extend(scopes);
                all.push(self.saved_key());
                all.extend(self.saved_fields(diagnostics));
                for relation in relations(self.model, self.family.models, prefix.name) {
                    if all.iter().all(|known| known.name.value != relation.name.value) {
                        all.push(relation);
                    }
                }
                all
            }
            ResourceOperation::Remove => [force()].into_iter().chain(scopes).chain([prefix.key()]).collect(),
            ResourceOperation::Clear => {
                [prefix.search(), prefix.search_or(), force()].into_iter().chain(scopes).collect()
            }
        }
    }

    fn named(&self, name: &str) -> Spanned<String> {
        Spanned::new(name.to_owned(), self.prefix.name.span)
    }

    fn columns(&self) -> Parameter {
        let kind = ParameterKind::Many(ScalarKind::Text);
        let columns = plain(self.named("fields"), "The fields that are shown.".to_owned(), kind);
        Parameter {
            role: ParameterRole::Columns,
            model: Some(self.model.name.value.clone()),
            label: Some("FIELDS".to_owned()),
            ..columns
        }
    }

    /// A digest is not typed when a record is made: it is an option for records that are there.
    fn saved_key(&self) -> Parameter {
        let is_digest = !matches!(self.model.identifier, Identifier::Field(_));
        let key = self.prefix.key();
        match &self.model.key {
            Some(name) if name.value != "id" || !is_digest => key,
            None if !is_digest => key,
            Some(_) | None => Parameter { form: Form::Option("id".to_owned()), ..key },
        }
    }

    /// `field=value`, or a parameter for each field that `save_fields` names.
    fn saved_fields(&self, diagnostics: &mut Diagnostics) -> Vec<Parameter> {
        if self.resource.save_fields.is_empty() {
            return vec![self.prefix.fields()];
        }
        let mut parameters = Vec::new();
        for (field, parse) in &self.resource.save_fields {
            if !self.model.fields.contains_key(&field.value) && !self.model.links.contains_key(&field.value) {
                let model = self.model;
                let label = "named by `save_fields`";
                diagnostics.push(unknown_field(&model.name.value, field, label, model.fields.values()));
                continue;
            }
            let mut made = parsed(self.family, parse, "save_fields", diagnostics);
            if let Some(last) = made.last_mut() {
                last.field = Some(field.value.clone());
                last.model = Some(self.model.name.value.clone());
            }
            parameters.extend(made);
        }
        parameters
    }
}

/// The place in the help.
const fn priority(operation: ResourceOperation) -> i64 {
    match operation {
        ResourceOperation::List => 5,
        ResourceOperation::Get => 10,
        ResourceOperation::Save => 15,
        ResourceOperation::Remove => 20,
        ResourceOperation::Clear => 25,
    }
}
