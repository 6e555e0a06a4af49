use ::zimagi_runtime::contract;
/// What `plant get` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Get {}
impl contract::Parameters for Get {
    fn read(
        _values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {})
    }
}
