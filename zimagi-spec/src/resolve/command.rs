//! Commands: what each inherits, key by key, and what it takes.

use indexmap::IndexMap;

use crate::descriptor::{ADMIN, CommandTrait};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{AudienceDoc, CommandDoc, CommandLevel, words};
use crate::source::{Span, Spanned};

use super::accessor::Accessors;
use super::command_layers::{Entries, check, layers, strongest};
use super::join::{CommandEntry, Joined, last_word};
use super::parameter::{everything, resolve_parameters};
use super::resource::resource_commands;
use super::{Command, Model, Parameter, Runs};

pub(super) fn resolve_commands(
    joined: &Joined<'_>,
    models: &IndexMap<String, Model>,
    diagnostics: &mut Diagnostics,
) -> IndexMap<String, Command> {
    let entries = &joined.commands;
    check(entries, diagnostics);
    check_aliases(entries, diagnostics);
    let mut commands = IndexMap::new();
    for ((level, path), entry) in entries {
        if *level != CommandLevel::Command {
            continue;
        }
        let family = Family { entry, layers: layers(entries, &entry.document), models };
        match &entry.document.resource {
            None => drop(commands.insert(path.clone(), family.own_command(diagnostics))),
            Some(resource) => {
                let made = resource_commands(&family, resource, entries, diagnostics);
                commands.extend(made.into_iter().map(|command| (words(&command.path), command)));
            }
        }
    }
    commands
}

/// A node of the tree with all it inherits from.
pub(super) struct Family<'e> {
    pub(super) entry: &'e CommandEntry,
    /// The weakest first, the node itself last.
    pub(super) layers: Vec<&'e CommandDoc>,
    pub(super) models: &'e IndexMap<String, Model>,
}

impl<'e> Family<'e> {
    fn own_command(&self, diagnostics: &mut Diagnostics) -> Command {
        let parameters = match self.is_set(|layer| layer.passthrough.as_ref()) {
            Some(true) => vec![everything(last_word(&self.entry.document).span)],
            Some(false) | None => resolve_parameters(self, diagnostics),
        };
        self.command(parameters)
    }

    /// A command with what the node inherits and says.
    pub(super) fn command(&self, parameters: Vec<Parameter>) -> Command {
        let document = &self.entry.document;
        let inherited = self.layers.iter().filter(|layer| layer.level != CommandLevel::Command);
        let aliases = if document.resource.is_none() { document.aliases.clone() } else { Vec::new() };
        Command {
            path: document.path.clone(),
            owner: self.entry.owner,
            help: document.help.as_ref().map(|help| help.value.clone()).unwrap_or_default(),
            kind: Runs::Own,
            aliases,
            inherits: inherited.map(|layer| described(layer)).collect(),
            groups_allowed: groups(strongest(&self.layers, |layer| layer.audience.as_ref()).map(|one| &one.value)),
            is_offered: self.is_set(|layer| layer.api_enabled.as_ref()).unwrap_or(true),
            priority: strongest(&self.layers, |layer| layer.priority.as_ref()).map_or(1, |one| one.value),
            traits: self.traits(),
            worker: strongest(&self.layers, |layer| layer.worker.as_ref()).cloned(),
            retries: strongest(&self.layers, |layer| layer.retries.as_ref()).cloned(),
            urgency: strongest(&self.layers, |layer| layer.urgency.as_ref()).cloned(),
            parameters: parameters.into_iter().map(|one| (one.name.value.clone(), one)).collect(),
        }
    }

    fn traits(&self) -> Vec<CommandTrait> {
        let is_said = |said: Option<bool>, is: bool, one| (said == Some(is)).then_some(one);
        let traits = [
            is_said(self.is_set(|layer| layer.confirm.as_ref()), true, CommandTrait::Confirm),
            is_said(self.is_set(|layer| layer.background.as_ref()), false, CommandTrait::Foreground),
            is_said(self.is_set(|layer| layer.require_db.as_ref()), false, CommandTrait::WithoutDatabase),
            is_said(self.is_set(|layer| layer.passthrough.as_ref()), true, CommandTrait::Passthrough),
        ];
        traits.into_iter().flatten().collect()
    }

    /// The strongest word on a fact.
    pub(super) fn is_set(&self, said: impl Fn(&'e CommandDoc) -> Option<&'e Spanned<bool>>) -> Option<bool> {
        strongest(&self.layers, said).map(|one| one.value)
    }

    /// The parameters that mixins make from data models.
    pub(super) fn accessors(&self) -> Accessors<'e> {
        let all = self.layers.iter().rev().flat_map(|layer| &layer.accessors);
        Accessors::new(all, self.models)
    }
}

fn described(layer: &CommandDoc) -> String {
    let level = if layer.level == CommandLevel::Base { "base" } else { "mixin" };
    format!("{level} {}", words(&layer.path))
}

/// Closed by default: without a word it is for `admin` only.
pub(super) fn groups(audience: Option<&AudienceDoc>) -> Option<Vec<Spanned<String>>> {
    match audience {
        None => Some(Vec::new()),
        Some(AudienceDoc::Everyone) => None,
        Some(AudienceDoc::Roles(roles)) => Some(roles.iter().filter(|role| role.value != ADMIN).cloned().collect()),
    }
}

/// An alias is one more name: of a base, of a mixin, or for the last word of a command.
fn check_aliases(entries: &Entries, diagnostics: &mut Diagnostics) {
    let mut taken: IndexMap<(CommandLevel, String), Span> = IndexMap::new();
    for ((level, name), entry) in entries {
        taken.insert((*level, name.clone()), last_word(&entry.document).span);
    }
    for ((level, _), entry) in entries {
        let document = &entry.document;
        for alias in &document.aliases {
            if document.resource.is_some() {
                diagnostics.push(of_group(alias, last_word(document)));
                continue;
            }
            let (_, group) = document.path.split_last().expect("a command has a word");
            let name = group.iter().chain([alias]).map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ");
            match taken.get(&(*level, name.clone())) {
                Some(first) => diagnostics.push(taken_already(alias, *first)),
                None => drop(taken.insert((*level, name), alias.span)),
            }
        }
    }
}

fn of_group(alias: &Spanned<String>, node: &Spanned<String>) -> Diagnostic {
    Diagnostic::at(Code::AliasUnfit, alias.span, format!("the commands of `{}` have a second name", node.value))
        .label("commands made from a data model have one name each")
        .with_other(node.span, "their name")
        .help("remove the alias")
}

fn taken_already(alias: &Spanned<String>, first: Span) -> Diagnostic {
    Diagnostic::at(Code::AliasUnfit, alias.span, format!("the alias `{}` is taken", alias.value))
        .label("second use")
        .with_other(first, "first use")
        .help("choose another alias")
}
