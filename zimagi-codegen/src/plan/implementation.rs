//! What the application's own code must hold: for a tool that lists what is not written yet.

use super::{Home, Plan};

/// A command and the constant that its code must define.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implementation<'a> {
    /// The words that are typed, `flight delays`.
    pub command: String,
    /// Where the spec asks for it, `specs/command/flight.yml:4:5`.
    pub place: &'a str,
    /// The modules below the crate's root that lead to it, `["commands", "flight", "delays"]`.
    pub modules: Vec<&'a str>,
    /// The struct of its parameters, `parameters::flight::Delays`.
    pub parameters: String,
}

impl Plan {
    /// The commands whose code lies in this crate, by path.
    pub fn implementations(&self) -> impl Iterator<Item = Implementation<'_>> {
        self.commands.iter().filter(|command| command.home == Home::Own).map(|command| {
            let modules = command.run.split("::").filter(|word| !["crate", "COMMAND"].contains(word)).collect();
            let parents = command.parameter_modules.iter().map(|module| format!("{module}::")).collect::<String>();
            Implementation {
                command: command.path.join(" "),
                place: command.place.split_whitespace().next_back().unwrap_or_default(),
                modules,
                parameters: format!("parameters::{parents}{}", command.parameters_type),
            }
        })
    }
}
