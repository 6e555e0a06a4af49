//! Tasks: command lines, scripts and uploads that profiles and people start by name.

use super::key::{Key, takes};
use super::takes::{Named, Takes};

pub(super) const KEYS: &[Key] = &[
    takes("provider", Takes::Name(Named::ProviderOf("task")), "What kind of task it is; `command` by default."),
    takes("roles", Takes::Names(Named::Role), "Who may start it."),
    takes("help", Takes::Text, "What it does."),
    takes("module", Takes::Text, "The module that holds its script or file."),
    takes("command", Takes::Text, "The command line, split as a shell does and run without one."),
    takes("script", Takes::Text, "The script."),
    takes("args", Takes::Either(&[Takes::Scalar, Takes::List(&Takes::Scalar)]), "Arguments of the script."),
    takes("options", Takes::Entries(&Takes::Anything), "Variables of the text."),
    takes("input", Takes::Text, "What it reads from its standard input."),
    takes("cwd", Takes::Text, "The folder in which it runs."),
    takes("display", Takes::Boolean, "Whether its output is shown."),
    takes("sudo", Takes::Boolean, "Whether it runs as the superuser."),
    takes("lock", Takes::Boolean, "Whether callers may not change the variables."),
    takes("env", Takes::Entries(&Takes::Scalar), "Environment variables."),
    takes("host", Takes::Text, "The host on which it runs."),
    takes("user", Takes::Text, "The user on that host."),
    takes("port", Takes::Integer, "The port of that host; 22 by default."),
    takes("timeout", Takes::Integer, "How many seconds to wait for that host."),
    takes("password", Takes::Text, "The user's password."),
    takes("private_key", Takes::Text, "The user's key, or its file."),
    takes("file", Takes::Text, "The file that is sent."),
    takes("remote_path", Takes::Text, "Where it is sent."),
    takes("owner", Takes::Text, "Who owns it there."),
    takes("group", Takes::Text, "Which group owns it there."),
    takes("mode", Takes::Scalar, "Its permissions there; `'644'` by default."),
];
