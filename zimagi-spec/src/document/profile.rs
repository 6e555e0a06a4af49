//! Profiles: what is to be done with an application, component by component.

use super::key::{Key, joined, renamed, takes};
use super::table::Table;
use super::takes::{Named, Takes};

const STEPS: Takes = Takes::Entries(&Takes::Entry(Table::Step));
const REQUIRES: Takes = Takes::Either(&[Takes::Text, Takes::List(&Takes::Anything)]);
const CONDITION: Takes = Takes::Either(&[Takes::Scalar, Takes::List(&Takes::Scalar)]);
const ELEMENTS: Takes = Takes::Either(&[Takes::Text, Takes::List(&Takes::Anything), Takes::Entries(&Takes::Anything)]);

pub(super) const KEYS: &[Key] = &[
    takes(
        "parents",
        Takes::Either(&[
            Takes::Text,
            Takes::Entry(Table::Parent),
            Takes::List(&Takes::Either(&[Takes::Text, Takes::Entry(Table::Parent)])),
        ]),
        "Profiles to inherit from; a later one wins.",
    ),
    takes("config", Takes::Entries(&Takes::Anything), "Variables, each with its default."),
    takes("pre_run", STEPS, "What is run first."),
    takes("pre_destroy", STEPS, "What is done first when the profile is destroyed."),
    takes("config_store", Takes::Entries(&Takes::Anything), "Stored configuration."),
    takes("group", Takes::Entries(&Takes::Anything), "Groups and their children."),
    takes("roles", Takes::Entries(&Takes::Text), "Roles, each with what it is for."),
    takes("models", Takes::Entries(&Takes::Entries(&Takes::Anything)), "Data models to write."),
    takes("data", Takes::Entries(&Takes::Entry(Table::Dataset)), "Datasets."),
    takes("profile", Takes::Entries(&Takes::Entry(Table::Nested)), "Other profiles."),
    takes("run", STEPS, "Commands, tasks and variables."),
    takes("destroy", STEPS, "What is done when the profile is destroyed."),
    takes("post_run", STEPS, "What is run last."),
    takes("post_destroy", STEPS, "What is done last when the profile is destroyed."),
];

pub(super) const PARENT_KEYS: &[Key] = &[
    takes("profile", Takes::Text, "Its name.").required("NAME"),
    takes("module", Takes::Text, "Its module; `self` is this one."),
];

/// Every component's instances say with these when and how often they are done.
const INSTANCE_KEYS: &[Key] = &[
    takes("_foreach", ELEMENTS, "Elements; there is an instance for each."),
    takes("_requires", REQUIRES, "Instances of the same component that must be done earlier."),
    takes("_when", CONDITION, "Only if this is true."),
    takes("_when_not", CONDITION, "Only if this is false."),
    takes("_when_type", Takes::Word(&["AND", "OR"]), "Whether all conditions must hold, or one."),
    takes("_when_in", Takes::Texts, "Only if the instance is among these."),
    takes("_when_not_in", Takes::Texts, "Only if the instance is not among these."),
    takes("_keep", Takes::Boolean, "Whether it stays when the profile is destroyed."),
];

/// Spellings that the instances which run something had before.
const OLD_KEYS: &[Key] = &[renamed("_reverse", "_reverse_status"), renamed("_wait", "_wait_keys")];

pub(super) const STEP_KEYS: &[Key] = &joined::<{ OWN_STEP_KEYS.len() + INSTANCE_KEYS.len() + OLD_KEYS.len() }>(&[
    OWN_STEP_KEYS,
    INSTANCE_KEYS,
    OLD_KEYS,
]);

const OWN_STEP_KEYS: &[Key] = &[
    takes("_command", Takes::Text, "The words of a command; other keys are its options."),
    takes("_task", Takes::Text, "The name of a task; other keys are its variables."),
    takes("_module", Takes::Text, "The module of the task."),
    takes("_config", Takes::Anything, "The value of a variable of the profile."),
    takes("_name", Takes::Text, "The name of that variable; the instance's own by default."),
    takes("_host", Takes::Text, "The host on which the command runs."),
    takes("_reverse_status", Takes::Boolean, "Whether failure is success."),
    takes("_scopes", Takes::Entries(&Takes::Anything), "Values; it is done once for each combination."),
    takes("_wait_keys", Takes::Texts, "Runs to wait for."),
];

pub(super) const NESTED_KEYS: &[Key] = &joined::<{ OWN_NESTED_KEYS.len() + INSTANCE_KEYS.len() + OLD_KEYS.len() }>(&[
    OWN_NESTED_KEYS,
    INSTANCE_KEYS,
    OLD_KEYS,
]);

const OWN_NESTED_KEYS: &[Key] = &[
    takes("_profile", Takes::Text, "The name of the other profile; other keys are its variables.").required("NAME"),
    takes("_module", Takes::Text, "Its module."),
    takes("_host", Takes::Text, "The host on which it runs."),
    takes("_wait_keys", Takes::Texts, "Runs to wait for."),
    takes("_operations", Takes::Texts, "`run`, `destroy` or both: when it takes part."),
    takes("_once", Takes::Boolean, "Whether it is run once only."),
    takes("_components", Takes::Texts, "The components that take part."),
    takes("_reverse_status", Takes::Scalar, "Whether failure is success: `true`, `run` or `destroy`."),
];

pub(super) const DATASET_KEYS: &[Key] =
    &joined::<{ OWN_DATASET_KEYS.len() + INSTANCE_KEYS.len() }>(&[OWN_DATASET_KEYS, INSTANCE_KEYS]);

const OWN_DATASET_KEYS: &[Key] = &[
    takes("_type", Takes::Name(Named::ProviderOf("dataset")), "The provider; `collection` by default."),
    takes("_groups", Takes::Texts, "Who may see it."),
    takes("queries", Takes::Entries(&Takes::Entries(&Takes::Anything)), "What it is made of, by name."),
];
