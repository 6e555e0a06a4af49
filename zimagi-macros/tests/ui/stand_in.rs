// The names of the runtime that `#[command]` emits, with nothing behind them.

pub struct Context;

#[derive(Debug)]
pub struct CommandError;

pub type CommandResult<T = ()> = Result<T, CommandError>;

pub mod contract {
    pub type CommandFn = for<'a> fn(&'a mut crate::Context, ParameterValues) -> CommandFuture<'a>;
    pub type CommandFuture<'a> = std::pin::Pin<Box<dyn Future<Output = crate::CommandResult> + Send + 'a>>;

    #[derive(Default)]
    pub struct ParameterValues;

    pub trait Parameters: Sized {
        fn read(values: &mut ParameterValues) -> Result<Self, crate::CommandError>;
    }
}

pub struct Delays {
    pub origin: String,
}

impl contract::Parameters for Delays {
    fn read(_values: &mut contract::ParameterValues) -> Result<Self, CommandError> {
        Ok(Self { origin: "JFK".to_owned() })
    }
}
