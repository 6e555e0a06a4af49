//! What commands inherit from: bases and mixins, with the accessors that a mixin makes from data models.

use crate::diagnostic::Diagnostics;
use crate::yaml::Entry;

use super::SpecDoc;
use super::command_doc::{CommandLevel, read_settings};
use super::key::{Key, dead, ignored, joined, renamed, takes};
use super::mapping::Mapping;
use super::reader::Reader;
use super::table::Table;
use super::takes::{Named, Takes};

/// `parse`: one parameter, several, or several with adaptations.
pub(super) const PARSE: Takes = Takes::Either(&[
    Takes::Names(Named::Parameter),
    Takes::EntriesOf(
        Named::Parameter,
        &Takes::Either(&[Takes::Scalar, Takes::Entries(&Takes::Anything), Takes::List(&Takes::Anything)]),
    ),
]);

/// `groups_allowed`: everyone with credentials, or `admin` and these.
pub(super) const AUDIENCE: Takes = Takes::Either(&[Takes::False, Takes::Names(Named::Role)]);

/// `parameters`.
pub(super) const PARAMETERS: Takes = Takes::Entries(&Takes::Entry(Table::Parameter));

/// What a base and a mixin may both say of commands.
const SETTING_KEYS: &[Key] = &[
    takes("parameters", PARAMETERS, "Parameters that commands may take."),
    takes("parse", PARSE, "Which parameters commands take."),
    takes("priority", Takes::Integer, "The place in the help."),
    takes("groups_allowed", AUDIENCE, "Who may run the commands."),
    takes("api_enabled", Takes::Boolean, "Whether the command API offers them."),
    takes("background", Takes::Boolean, "Whether a worker runs them."),
    takes("worker_type", Takes::Name(Named::Worker), "Which workers run them."),
    takes("override", Takes::Texts, "What this entry changes of one of another owner."),
    takes("task_retries", Takes::Integer, "How often they are tried again."),
    takes("task_priority", Takes::Integer, "How urgent they are, from 0 to 9."),
    takes("confirm", Takes::Boolean, "Whether the client asks first."),
    ignored("bootstrap_ensure", "Whether models are initialised before.").takes(Takes::Boolean),
    takes("require_db", Takes::Boolean, "Whether they need the database."),
    ignored("display_header", "The original's header lines.").takes(Takes::Boolean),
    takes("interpolate_options", Takes::Boolean, "Whether values are parsed."),
    takes("parse_passthrough", Takes::Boolean, "Whether all arguments are given as they are."),
    renamed("server_enabled", "api_enabled"),
];

/// Reads a base or mixin a second time, for what it gives to commands; its shape was reported the first time.
pub(super) fn read_level(level: CommandLevel, entry: &Entry, spec: &mut SpecDoc, reader: &mut Reader<'_>) {
    let keys = if level == CommandLevel::Mixin { MIXIN_KEYS } else { BASE_KEYS };
    let silent = &mut Diagnostics::default();
    let opened = Mapping::open(entry.key.span, "", &entry.value, keys, &mut Reader::new(silent));
    spec.commands.extend(opened.map(|mapping| read_settings(level, vec![entry.key.clone()], &mapping, reader)));
}

pub(super) const BASE_KEYS: &[Key] =
    &joined::<{ OWN_BASE_KEYS.len() + SETTING_KEYS.len() }>(&[OWN_BASE_KEYS, SETTING_KEYS]);

const OWN_BASE_KEYS: &[Key] = &[
    ignored("class", "The original's class.").takes(Takes::Text),
    takes("base", Takes::Name(Named::CommandBase), "What to inherit from first."),
    takes("mixins", Takes::Names(Named::CommandMixin), "What to inherit from next; a later one wins."),
    takes("aliases", Takes::Texts, "Other names of the entry."),
    ignored("help", "What the commands have in common."),
];

pub(super) const MIXIN_KEYS: &[Key] =
    &joined::<{ OWN_MIXIN_KEYS.len() + SETTING_KEYS.len() }>(&[OWN_MIXIN_KEYS, SETTING_KEYS]);

const OWN_MIXIN_KEYS: &[Key] = &[
    ignored("class", "The original's class.").takes(Takes::Text),
    takes("base", Takes::Name(Named::CommandMixin), "What to inherit from first."),
    takes("mixins", Takes::Names(Named::CommandMixin), "What to inherit from next; a later one wins."),
    takes("aliases", Takes::Texts, "Other names of the entry."),
    takes("meta", Takes::Entries(&Takes::Entry(Table::Accessor)), "Parameters made from data models, by their prefix."),
];

pub(super) const ACCESSOR_KEYS: &[Key] = &[
    takes(
        "data",
        Takes::Name(Named::Model),
        "The data model that is looked up; without it there are plain parameters only.",
    ),
    takes("provider", Takes::Boolean, "Whether there is a parameter for the provider."),
    takes("default", Takes::Text, "The provider if none is given."),
    takes("relations", Takes::Boolean, "Whether there are parameters for the relations of the model."),
    takes("priority", Takes::Integer, "The order in which models are initialised."),
    dead("name_default", "remove it: no version has used it"),
    dead("key_default", "remove it: no version has used it"),
];
