//! Which commands of vendored modules the application has code for: those whose file is there.
//!
//! Only the file is looked for. What is in it is the compiler's business, and a module written inline is not found.

use std::collections::BTreeSet;

use zimagi_spec::resolve::{Command, Resolved};

use super::{Inputs, Project};
use crate::plan::code_file;

impl Project {
    /// The commands of vendored modules with code, words joined by a blank. Where it would lie becomes an input.
    pub(crate) fn find_written(&self, resolved: &Resolved, inputs: &mut Inputs) -> BTreeSet<String> {
        let commands = resolved.commands.values();
        let vendored: Vec<&Command> = commands.filter(|command| resolved.is_vendored(command.owner)).collect();
        if !vendored.is_empty() {
            inputs.add_code(self);
        }
        let written = vendored.into_iter().filter(|command| self.has_code(command));
        written.map(|command| words(command).join(" ")).collect()
    }

    fn has_code(&self, command: &Command) -> bool {
        let file = self.folder.join(code_file(words(command)));
        file.is_file() || file.with_extension("").join("mod.rs").is_file()
    }
}

fn words(command: &Command) -> Vec<&str> {
    command.path.iter().map(|word| word.value.as_str()).collect()
}
