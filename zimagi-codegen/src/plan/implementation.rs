//! What the application's own code must hold: for a tool that lists what is not written yet.

use zimagi_spec::names;

use super::{CodePlan, CommandPlan, Home, ModelPlan, Plan};

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

/// A model whose records are written with code of this crate taking part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HooksCode<'a> {
    /// The model, `flight`.
    pub model: &'a str,
    /// Where the spec declares it, `specs/data/flight.yml:2:3`.
    pub place: &'a str,
    /// The struct of its records, `crate::data::flight::Flight`.
    pub record: String,
    /// The modules below the crate's root that lead to the code, `["hooks", "flight"]`.
    pub modules: Vec<&'a str>,
    /// The type there, `FlightHooks`.
    pub type_name: &'a str,
}

/// What hooks of a model are to be called, whether its spec asks for them or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HooksToWrite {
    /// The module below `hooks`, `flight`.
    pub module: String,
    /// The type, `FlightHooks`.
    pub type_name: String,
    /// The module with the struct of its records, `crate::data::flight`.
    pub records: String,
    /// The struct, `Flight`.
    pub record: String,
    /// Whether the spec asks for hooks.
    pub is_asked_for: bool,
}

/// Code that a command of a module lacks, which the application may supply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outstanding {
    /// The words that are typed, `plant water`.
    pub command: String,
    /// The module that declares it.
    pub module: String,
    /// Where it does so, `modules/garden/specs/plant.yml:4:5`.
    pub place: String,
    /// The file to write, `src/commands/plant/water.rs`.
    pub file: String,
    /// The struct of its parameters, `parameters::plant::Water`.
    pub parameters: String,
}

impl Plan {
    /// The commands whose code lies in this crate, by path.
    pub fn implementations(&self) -> impl Iterator<Item = Implementation<'_>> {
        self.own_commands().filter_map(|command| {
            let CodePlan::Written(constant) = &command.code else { return None };
            Some(Implementation {
                command: command.path.join(" "),
                place: command.place_in_file(),
                modules: constant.split("::").filter(|word| !["crate", "COMMAND"].contains(word)).collect(),
                parameters: command.parameters_path(),
            })
        })
    }

    /// The models whose hooks lie in this crate, by name.
    pub fn hooks(&self) -> impl Iterator<Item = HooksCode<'_>> {
        self.models.iter().filter_map(|model| {
            let hooks = model.hooks.as_ref().filter(|hooks| hooks.is_own)?;
            let mut modules: Vec<&str> = hooks.code.split("::").skip(1).collect();
            let type_name = modules.pop()?;
            let record = format!("{}::{}", model.records(), model.type_name);
            Some(HooksCode { model: &model.name, place: &model.place, record, modules, type_name })
        })
    }

    /// What hooks of this model are to be called; nothing if there is no such model.
    #[must_use]
    pub fn hooks_to_write(&self, model: &str) -> Option<HooksToWrite> {
        let model = self.models.iter().find(|one| one.name == model)?;
        Some(HooksToWrite {
            module: model.module.clone(),
            type_name: names::hooks_name(&model.type_name),
            records: model.records(),
            record: model.type_name.clone(),
            is_asked_for: model.hooks.is_some(),
        })
    }

    /// The commands without code, by path.
    pub fn outstanding(&self) -> impl Iterator<Item = &Outstanding> {
        self.commands.iter().filter_map(|command| match &command.code {
            CodePlan::Written(_) | CodePlan::Resource { .. } => None,
            CodePlan::Pending(outstanding) => Some(outstanding),
        })
    }
}

impl ModelPlan {
    /// The module with the struct of its records, from the crate's root.
    fn records(&self) -> String {
        match &self.home {
            Home::Own => format!("crate::data::{}", self.module),
            Home::External(path) => format!("{path}::{}", self.module),
        }
    }
}

impl CommandPlan {
    /// Whether it is made from a data model.
    pub(crate) const fn is_resource(&self) -> bool {
        matches!(self.code, CodePlan::Resource { .. })
    }

    /// The struct of its parameters from the crate's root, `parameters::flight::Delays`.
    pub(crate) fn parameters_path(&self) -> String {
        parameters_path(&self.parameter_modules, &self.parameters_type)
    }

    /// Where the spec declares it, `specs/command/flight.yml:4:5`.
    fn place_in_file(&self) -> &str {
        self.place.split_whitespace().next_back().unwrap_or_default()
    }
}

impl Implementation<'_> {
    /// The function that its module must hold.
    #[must_use]
    pub fn signature(&self) -> String {
        signature(&self.parameters)
    }
}

impl Outstanding {
    /// What to do, in one sentence.
    #[must_use]
    pub fn instruction(&self) -> String {
        let (file, signature) = (&self.file, signature(&self.parameters));
        format!("write `{file}` with a function marked `#[command]`: `{signature}`; declare its module with `pub mod`")
    }
}

/// The struct of parameters below the modules of a command's words.
pub(crate) fn parameters_path(modules: &[String], type_name: &str) -> String {
    let parents = modules.iter().map(|module| format!("{module}::")).collect::<String>();
    format!("parameters::{parents}{type_name}")
}

/// The file of a command's code, from the folder of its crate.
pub(crate) fn code_file<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(names::module_ident).collect();
    format!("src/commands/{}.rs", words.join("/"))
}

fn signature(parameters: &str) -> String {
    format!("pub async fn run(cx: &mut Context, parameters: crate::{parameters}) -> CommandResult")
}
