use ::zimagi_runtime::contract;
/// What `echo` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Echo {
    /// All words as they are.
    pub args: Vec<String>,
}
impl contract::Parameters for Echo {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self { args: values.take("args")? })
    }
}
