use ::zimagi_runtime::contract;
/// What `plant weed` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Weed {
    /// Beside which one.
    pub plant: String,
}
impl contract::Parameters for Weed {
    fn read(
        values: &mut contract::ParameterValues,
    ) -> Result<Self, contract::ParameterError> {
        Ok(Self {
            plant: values.take("plant")?,
        })
    }
}
