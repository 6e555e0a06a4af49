//! The tree of commands: what every application has, and what its specs declare, merged word by word.

use std::net::IpAddr;

use clap::{Arg, ArgAction, Command, value_parser};
use zimagi_spec::descriptor::{CommandDescriptor, CommandTrait};

use super::argument;

/// The id of the argument that names the user to act as.
pub(super) const AS_USER: &str = "as";

/// The whole tree.
pub(super) fn build(name: &'static str, version: &'static str, commands: &[&'static CommandDescriptor]) -> Command {
    let root = group(name)
        .version(version)
        .arg(as_user())
        .subcommand(serve())
        .subcommand(database())
        .subcommand(user())
        .subcommand(key());
    let mut commands = commands.to_vec();
    commands.sort_by_key(|command| command.priority);
    commands.iter().fold(root, |tree, command| insert(tree, command.path, command))
}

/// Adds a command below `parent`. A built-in command keeps its place: rules refuse specs that declare its words.
fn insert(parent: Command, words: &'static [&'static str], command: &'static CommandDescriptor) -> Command {
    let [word, rest @ ..] = words else { return parent };
    let exists = parent.find_subcommand(word).is_some();
    match (rest.is_empty(), exists) {
        (true, true) => parent,
        (true, false) => parent.subcommand(leaf(word, command)),
        (false, true) => parent.mut_subcommand(word, |inner| insert(inner, rest, command)),
        (false, false) => {
            let inner = group(word).about(format!("Commands of {word}"));
            parent.subcommand(insert(inner, rest, command))
        }
    }
}

fn group(name: &'static str) -> Command {
    Command::new(name).subcommand_required(true).arg_required_else_help(true)
}

fn leaf(word: &'static str, command: &'static CommandDescriptor) -> Command {
    let argument = if command.has(CommandTrait::Passthrough) { argument::everything } else { argument::build };
    let leaf = Command::new(word).about(command.help).visible_aliases(command.aliases.iter().copied());
    leaf.args(argument::typed(command).map(argument))
}

fn as_user() -> Arg {
    Arg::new(AS_USER)
        .long("as")
        .value_name("USER")
        .global(true)
        .help("Act with the rights of this user [default: admin]")
}

fn serve() -> Command {
    Command::new("serve")
        .about("Serve the data API until a signal says stop")
        .arg(flag("migrate", "Apply pending migrations first"))
        .arg(option("host", "ADDRESS", "The address to listen on").value_parser(value_parser!(IpAddr)))
        .arg(option("data-port", "PORT", "The port of the data API; 0: any free one").value_parser(value_parser!(u16)))
}

fn database() -> Command {
    group("db")
        .about("The database")
        .subcommand(Command::new("migrate").about("Apply pending migrations; make roles and the user admin"))
        .subcommand(Command::new("status").about("Tell which migrations are applied and which are pending"))
        .subcommand(
            Command::new("revert")
                .about("Revert the latest migration, and lose what only it keeps")
                .arg(option("to", "VERSION", "Revert all that are later than this version"))
                .arg(flag("yes", "Do not ask")),
        )
}

fn user() -> Command {
    let groups = option("group", "GROUP", "A group that the user becomes a member of").action(ArgAction::Append);
    let save = "Make a user and print the token, or add an existing one to groups";
    group("user")
        .about("Users and their tokens")
        .subcommand(Command::new("save").about(save).arg(name()).arg(groups))
        .subcommand(Command::new("rotate").about("Replace the token of a user and print the new one").arg(name()))
}

fn key() -> Command {
    group("key")
        .about("Keys for encrypted fields")
        .subcommand(
            Command::new("new").about("Print a new key, to be put first in ZIMAGI_ENCRYPTION_KEYS or the key file"),
        )
        .subcommand(Command::new("list").about("Tell the ids of the keys, the current one first"))
        .subcommand(Command::new("rotate").about("Encrypt everything anew that is not encrypted with the current key"))
}

fn name() -> Arg {
    Arg::new("name").value_name("NAME").required(true).help("The user's name")
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}
