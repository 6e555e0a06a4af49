//! Planned commands.

use zimagi_spec::descriptor::{CommandTrait, ParameterKind, ParameterRole, ResourceOperation};
use zimagi_spec::resolve::Literal;

use super::{Home, MemberPlan, Outstanding};

/// A command.
#[derive(Debug)]
pub(crate) struct CommandPlan {
    /// The words that are typed.
    pub(crate) path: Vec<String>,
    /// `command.flight.delays  specs/command/flight.yml:4:5`.
    pub(crate) place: String,
    pub(crate) owner: String,
    pub(crate) home: Home,
    pub(crate) help: String,
    pub(crate) audience: AudiencePlan,
    pub(crate) is_offered: bool,
    /// The constant by which other crates run it, `FLIGHT_DELAYS`.
    pub(crate) static_name: String,
    /// The module with descriptor and parameters, `flight_delays`.
    pub(crate) module: String,
    /// The modules under `parameters` that lead to the struct, `["flight"]`.
    pub(crate) parameter_modules: Vec<String>,
    /// The struct of its parameters, `Delays`.
    pub(crate) parameters_type: String,
    pub(crate) code: CodePlan,
    /// Other words for its last word.
    pub(crate) aliases: Vec<String>,
    /// The bases and mixins it inherits from, the weakest first.
    pub(crate) inherits: Vec<String>,
    pub(crate) priority: i64,
    pub(crate) traits: Vec<CommandTrait>,
    /// The pool of workers that runs it, if the specs name one.
    pub(crate) worker: Option<String>,
    pub(crate) retries: u32,
    pub(crate) urgency: Option<u8>,
    pub(crate) parameters: Vec<ParameterPlan>,
}

/// What runs a command.
#[derive(Debug)]
pub(crate) enum CodePlan {
    /// This constant, `crate::commands::flight::delays::COMMAND` or, in a module's crate, `::sensors::implementations::CALIBRATE`.
    Written(String),
    /// An operation on the records of a data model.
    Resource { model: String, operation: ResourceOperation },
    /// Nothing yet: it came with a module of specs alone, and this is to be written for it.
    Pending(Outstanding),
}

/// Who may run a command. See [`zimagi_spec::descriptor::Audience`], which borrows.
#[derive(Debug)]
pub(crate) enum AudiencePlan {
    Admin,
    Roles(Vec<String>),
    Authenticated,
}

/// One parameter.
#[derive(Debug)]
pub(crate) struct ParameterPlan {
    pub(crate) name: String,
    pub(crate) help: String,
    pub(crate) kind: ParameterKind,
    pub(crate) form: FormPlan,
    /// One letter that stands for its option.
    pub(crate) short: Option<char>,
    pub(crate) default: Option<Literal>,
    /// The only values, each with what people call it.
    pub(crate) choices: Vec<(Literal, String)>,
    /// The word for its value in the help.
    pub(crate) label: Option<String>,
    pub(crate) tags: Vec<String>,
    /// Whether it is not on the command line.
    pub(crate) is_system: bool,
    pub(crate) is_interpolated: bool,
    pub(crate) role: ParameterRole,
    /// The data model that its value is about.
    pub(crate) model: Option<String>,
    /// The field or relation that it fills.
    pub(crate) field: Option<String>,
    pub(crate) member: MemberPlan,
}

/// How a parameter is written on the command line.
#[derive(Debug)]
pub(crate) enum FormPlan {
    Required,
    Optional,
    Option(String),
}
