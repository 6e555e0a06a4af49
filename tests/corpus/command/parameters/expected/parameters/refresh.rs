use ::zimagi_runtime::contract;
/// What `refresh` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Refresh {}
impl contract::Parameters for Refresh {
    fn read(
        _values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {})
    }
}
