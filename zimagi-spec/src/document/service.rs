//! What runs beside the application, and how it is spoken to: services, workers, channels and encryption.

use super::key::{Key, takes};
use super::takes::{Named, Takes};

/// The roles of a channel; `false` leaves one out.
pub(super) const CHANNEL: Takes = Takes::EntriesOf(Named::Role, &Takes::Boolean);

pub(super) const SERVICE_KEYS: &[Key] = &[
    takes(
        "template",
        Takes::Boolean,
        "Whether it is no service of its own, but what workers and agents are made from.",
    ),
    takes("image", Takes::Text, "The image of the container."),
    takes("runtime", Takes::Text, "The runtime of containers; `nvidia` asks for graphics cards."),
    takes("network", Takes::Text, "The network; the application's name by default."),
    takes("entrypoint", Takes::Texts, "What starts in place of the image's own."),
    takes("command", Takes::Texts, "Its arguments."),
    takes("environment", Takes::Entries(&Takes::Scalar), "Environment variables."),
    takes("inherit_environment", Takes::Boolean, "Whether it gets the platform's own variables."),
    takes("volumes", Takes::Entries(&Takes::Anything), "Folders and volumes, each with `bind` and `mode`."),
    takes("ports", Takes::Either(&[Takes::Entries(&Takes::Scalar), Takes::List(&Takes::Scalar)]), "Ports."),
    takes("memory", Takes::Text, "The most memory."),
    takes("wait", Takes::Integer, "How many seconds it must stay up."),
    takes("requires", Takes::Names(Named::Service), "Services that start first."),
];

pub(super) const WORKER_KEYS: &[Key] = &[
    takes("image", Takes::Text, "The image of the container."),
    takes("docker_runtime", Takes::Text, "The runtime of containers."),
    takes("kube_cpu_min", Takes::Scalar, "The processors it asks for."),
    takes("kube_cpu_max", Takes::Scalar, "The most processors."),
    takes("kube_memory_min", Takes::Scalar, "The memory it asks for."),
    takes("kube_memory_max", Takes::Scalar, "The most memory."),
    takes("env", Takes::Entries(&Takes::Scalar), "Environment variables."),
];

pub(super) const ENCRYPTION_KEYS: &[Key] = &[
    takes("provider", Takes::Name(Named::ProviderOf("encryption")), "The provider that encrypts.").required("aes256"),
    takes("options", Takes::Entries(&Takes::Anything), "Its settings."),
];
