//! Plugins: interfaces, their providers and the settings of these.

use super::key::{Key, dead, takes};
use super::table::Table;
use super::takes::{Named, Takes};

const SETTINGS: Takes = Takes::Entries(&Takes::Entry(Table::Setting));
const INTERFACE: Takes = Takes::Entries(&Takes::Entry(Table::Method));

pub(super) const KEYS: &[Key] = &[
    takes("base", Takes::Word(&["base", "data", "meta"]), "`data` for a plugin behind a data model; else `base`."),
    takes("data", Takes::Name(Named::Model), "The data model, for `base: data`."),
    takes("mixins", Takes::Names(Named::PluginMixin), "Settings and methods to mix in."),
    takes("interface", INTERFACE, "The methods of a provider."),
    takes("requirement", SETTINGS, "Settings that every provider must be given."),
    takes("option", SETTINGS, "Settings that a provider may be given."),
    takes("providers", Takes::Entries(&Takes::Entry(Table::Provider)), "The providers, by name."),
    takes("store_lock", Takes::Text, "A lock that is held while records are stored."),
    takes("delete_lock", Takes::Text, "A lock that is held while records are deleted."),
    dead("subtypes", "declare a plugin of its own for each"),
];

pub(super) const PROVIDER_KEYS: &[Key] = &[
    takes("base", Takes::Name(Named::Provider), "The provider of the same plugin to inherit from."),
    takes("mixins", Takes::Names(Named::PluginMixin), "Settings and methods to mix in."),
    takes("requirement", SETTINGS, "More settings that must be given."),
    takes("option", SETTINGS, "More settings that may be given; null takes one away, a requirement of that name too."),
    takes("interface", INTERFACE, "More methods."),
    takes("system", Takes::Boolean, "Whether people do not see it."),
];

pub(super) const MIXIN_KEYS: &[Key] = &[
    takes("class", Takes::Text, "The original's class."),
    takes("base", Takes::Name(Named::PluginMixin), "The mixin to inherit from."),
    takes("mixins", Takes::Names(Named::PluginMixin), "Mixins to inherit from."),
    takes("interface", INTERFACE, "The methods it brings."),
    takes("requirement", SETTINGS, "Settings that must be given."),
    takes("option", SETTINGS, "Settings that may be given."),
];

pub(super) const METHOD_KEYS: &[Key] = &[
    takes("params", Takes::Entries(&Takes::Anything), "The parameters, each with its type."),
    takes("returns", Takes::Anything, "The type of the answer."),
];

pub(super) const SETTING_KEYS: &[Key] = &[
    takes(
        "type",
        Takes::Word(&["str", "int", "float", "bool", "list", "dict", "char", "string", "text", "integer", "boolean"]),
        "What its values are; text by default.",
    ),
    takes("default", Takes::Anything, "The value if none is given, for options."),
    takes("help", Takes::Text, "What it is for."),
    takes("config_name", Takes::Text, "The stored configuration that gives the value if nobody else does."),
];
